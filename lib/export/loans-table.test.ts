import { expect, it } from 'vitest'
import { columnsOf } from '../tape/loan-columns.ts'
import { findLoanKey } from '../tape/loan-key.ts'
import { inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
import { loansHeaders, loansParquet, loansRows } from './loans-table.ts'

const property = (state: string, coverage: string) => ({
  propertyState: state,
  yearBuiltNumber: coverage === '1.42' ? '1998' : '2004',
  debtServiceCoverageNetCashFlowSecuritizationPercentage: coverage,
})
const loans = inventLoans('cmbs', [
  { ...inventedOffice, property: [property('TX', '1.42')] },
  { ...inventedOffice, assetNumber: '2', property: [property('TX', '1.42'), property('OH', '1.80')] },
  { ...inventedOffice, assetNumber: '3' },
])
const toExport = (...names: string[]) => ({
  loans,
  values: columnsOf(loans),
  columns: names.flatMap(name => findLoanKey(loans, name) ?? []),
  found: [0, 1, 2],
})
const several = toExport('state', 'debt-service-coverage', 'yearBuiltNumber', 'mortgage-rate')

it('says of words and figures alike that a loan has several', () => {
  const cells = [...loansRows(several)]
    .flat()
    .map(row => row.slice(1, 4).map(cell => cell && Object.values(cell)[0]))
  expect(cells).toEqual([
    ['TX', 1.42, 1998],
    ['Several states', 'Several', 'Several'],
    [null, null, null],
  ])
})

it('has a column of truths beside the figures of Parquet where loans have several, and no word among them', () => {
  const columns = loansParquet(several)
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'loan text',
    'state text',
    'debt_service_coverage number',
    'debt_service_coverage_several truth',
    'year_built_number number',
    'year_built_number_several truth',
    'mortgage_rate_pct number',
    'line count',
  ])
  expect([0, 1, 2].map(loan => columns.slice(1, 6).map(({ of }) => of(loan)))).toEqual([
    ['TX', 1.42, false, 1998, false],
    ['Several states', null, true, null, true],
    [null, null, false, null, false],
  ])
})

it('heads columns as the tables of the same figures are titled', () => {
  expect(loansHeaders(toExport('current-ltv', 'current-balance', 'yearBuiltNumber').columns)).toEqual([
    'Loan',
    'Loan-to-value ratio at securitization (%)',
    'Actual balance at the end of the period (USD)',
    'Year built number',
    'Line',
  ])
})
