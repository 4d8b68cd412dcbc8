import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const read = (lines: string[]) => {
  const result = readFiling(new TextEncoder().encode(lines.join('\n')), 'pool.txt')
  if ('refusal' in result) throw new Error('refused')
  return result.report
}

const rows = (total: string, header = 'Weighted Average') => [
  '                         GEOGRAPHIC DISTRIBUTION',
  '',
  `                 Number of       Principal     Percent     ${header}`,
  'State                Loans         Balance     of Pool         Mortgage Rate',
  '---------------------------------------------------------------------------',
  'California             300   60,000,000.00       60.00                6.125',
  'Texas                  200   40,000,000.00       40.00                6.500',
  '---------------------------------------------------------------------------',
  `Total                  500  100,000,000.00      100.00${total}`,
]

const totalOf = (lines: string[]) => read(lines).stratifications[0]?.total

test('a total that prints no average has that of the rows, with what their rounding leaves', () => {
  expect(totalOf(rows(''))?.averages).toEqual({ waRatePct: { value: 6.275, low: 6.2745, high: 6.2755 } })
  expect(totalOf(rows(''))?.values.waRatePct ?? null).toBeNull()
})

test('a total that prints its average has no other', () => {
  expect(totalOf(rows('                6.275'))?.averages).toBeUndefined()
})

test('rows that do not come to the total average nothing but themselves', () => {
  const lines = rows('').map(line => line.replace('500  100,000,000.00', '600  120,000,000.00'))
  expect(totalOf(lines)?.averages).toBeUndefined()
})

test('an average of which nothing says what it is weighed by is not computed', () => {
  expect(totalOf(rows('', '         Average'))?.averages).toBeUndefined()
})

test('an average that loans may lack is not computed', () => {
  const lines = rows('').map(line =>
    line
      .replace('Mortgage Rate', 'Credit Score')
      .replace(/6\.125$/, '  715')
      .replace(/6\.500$/, '  702'),
  )
  expect(totalOf(lines)?.averages).toBeUndefined()
})

const balances = (unit: string, primary: string, investor: string, total: string, average: string) => [
  `                     OCCUPANCY${unit}`,
  '',
  '                 Number of       Principal        Average',
  'Occupancy            Loans         Balance        Balance',
  '---------------------------------------------------------',
  `Primary                300${primary.padStart(16)}${average.padStart(15)}`,
  `Investment             200${investor.padStart(16)}${average.padStart(15)}`,
  '---------------------------------------------------------',
  `Total                  500${total.padStart(16)}`,
]

test('the average balance comes of balance and number', () => {
  const lines = balances('', '60,000,000.00', '40,000,000.00', '100,000,000.00', '200,000.00')
  expect(totalOf(lines)?.averages).toEqual({
    averageBalanceCents: { value: 20_000_000, low: 20_000_000, high: 20_000_000 },
  })
})

test('of a rounded balance the average lies between what rounding leaves', () => {
  const lines = balances(' (Dollars in Thousands)', '60,000', '40,000', '100,000', '200')
  expect(totalOf(lines)?.averages).toEqual({
    averageBalanceCents: { value: 20_000_000, low: 19_999_900, high: 20_000_100 },
  })
})

test('where the rows average another balance, that of the total is not known', () => {
  const lines = balances('', '60,000,000.00', '40,000,000.00', '100,000,000.00', '215,000.00')
  expect(totalOf(lines)?.averages).toBeUndefined()
})
