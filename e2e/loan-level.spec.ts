import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PrintedAsset, printExhibit } from '../lib/testing/print-exhibit.ts'
import { bodyOf, footOf, tableIn } from './deal-page.ts'
import { dropOn } from './drop.ts'
import { test as base, expect } from './strata.ts'

const car = (number: number, more: PrintedAsset): PrintedAsset => ({
  assetTypeNumber: 'Issuer',
  assetNumber: String(number),
  reportingPeriodEndingDate: '06-30-2024',
  originalLoanAmount: '24000.00',
  vehicleValueAmount: '30000.00',
  originalLoanTerm: '60',
  originalInterestRatePercentage: '0.0450',
  obligorCreditScore: '701',
  obligorGeographicLocation: 'TX',
  remainingTermToMaturityNumber: '40',
  reportingPeriodActualEndBalanceAmount: '10000.00',
  ...more,
})

const cars = [
  car(1, {}),
  car(2, { obligorGeographicLocation: 'OH', originalInterestRatePercentage: '0.0650' }),
  car(3, { reportingPeriodActualEndBalanceAmount: '20000.00', obligorCreditScore: '655' }),
]

/** A folder with one exhibit of invented loans, whole and cut off. */
const test = base.extend<{ exhibit: string; cutOff: string }>({
  exhibit: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'strata-loans-'))
    const file = path.join(folder, 'ex102.xml')
    await writeFile(file, printExhibit('auto-loan', cars))
    await use(file)
    await rm(folder, { recursive: true, force: true })
  },
  cutOff: async ({ exhibit }, use) => {
    const file = exhibit.replace('ex102', 'half')
    await writeFile(file, printExhibit('auto-loan', cars).slice(0, -200))
    await use(file)
  },
})

test('loans dropped as an exhibit are the tables of a pool, computed from each of them', async ({
  page,
  exhibit,
}) => {
  await page.goto('/')
  await dropOn(page, exhibit)
  await expect(page.getByRole('heading', { level: 1, name: 'ex102.xml' })).toBeVisible()
  await expect(page.getByText('Computed from 3 loans')).toBeVisible()
  await expect(
    page.getByText('Each counts with its balance at the end of the period, period to 30 June 2024'),
  ).toBeVisible()
  await expect(page.getByText('from the loans').first()).toBeVisible()
  const states = tableIn(page, 'State of the obligor')
  const rows = (await bodyOf(states)).map(([state, loans, balance, share]) => [state, loans, balance, share])
  expect(rows).toEqual([
    ['Texas', '2', '30,000.00', '75.00'],
    ['Ohio', '1', '10,000.00', '25.00'],
  ])
  expect((await footOf(states)).slice(0, 4)).toEqual(['Total', '3', '40,000.00', '100.00'])
})

test('an exhibit that breaks off is not read in part, and its page says why', async ({ page, cutOff }) => {
  await page.goto('/')
  await dropOn(page, cutOff)
  await expect(
    page.getByText('The loans of this filing could not be read; its issues say why.'),
  ).toBeVisible()
  await expect(page.getByText(/not well-formed XML/)).toBeVisible()
})
