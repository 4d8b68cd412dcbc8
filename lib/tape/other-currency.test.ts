import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { type PrintedAsset, printExhibit } from '../testing/print-exhibit.ts'

const security = (number: number, currencyName: string | null): PrintedAsset => ({
  assetTypeNumber: 'Unique',
  assetNumber: String(number),
  reportPeriodEndDate: '06-30-2024',
  originalSecurityAmount: '2000000.00',
  endReportingPeriodActualBalanceAmount: '1500000.00',
  ...(currencyName === null ? {} : { currencyName }),
})

function read(...currencies: (string | null)[]) {
  const text = printExhibit(
    'debt-securities',
    currencies.map((currency, order) => security(order + 1, currency)),
  )
  const result = readFiling(new TextEncoder().encode(text), 'ex102.xml')
  if ('refusal' in result) throw new Error(result.refusal.message)
  const { report } = result
  const told = report.issues.find(({ code }) => code === 'tape-is-not-read')
  return { report, told, words: told?.at && text.split('\n')[told.at.line - 1]?.trim() }
}

test.each([
  [['USD', 'US$', 'U.S. Dollars', 'United States dollar', 'usd']],
  [['USD', null, 'N/A']],
  [[null, null]],
])('amounts in %j are dollars, however these are written', currencies => {
  const { report, told } = read(...currencies)
  expect(told).toBeUndefined()
  expect(report.tape?.balanceCents).toBe(currencies.length * 150_000_000)
})

test('amounts in several currencies have no sum, and the first that is not in dollars is shown', () => {
  const { report, told, words } = read('USD', 'EUR', 'USD', 'eur', 'USD')
  expect(report.tape).toBeNull()
  expect([...report.stratifications, ...report.pool.flatMap(({ figures }) => figures)]).toEqual([])
  expect(told?.message).toContain('several currencies (3 in USD, 2 in EUR)')
  expect(words).toBe('<currencyName>EUR</currencyName>')
})

test('amounts whose currency is not named are not added to those in another', () => {
  const { report, told } = read('EUR', 'EUR', null)
  expect(report.tape).toBeNull()
  expect(told?.message).toContain('(2 in EUR, 1 without a named currency)')
})

test('amounts in one other currency are not told in dollars', () => {
  const { report, told, words } = read('GBP', 'GBP')
  expect(report.tape).toBeNull()
  expect(told?.message).toContain('The amounts of this exhibit are in “GBP”')
  expect(words).toBe('<currencyName>GBP</currencyName>')
})
