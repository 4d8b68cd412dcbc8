import { describe, expect, it } from 'vitest'
import { inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
import { type PrintedAsset, printExhibit } from '../testing/print-exhibit.ts'
import { columnsOf } from './loan-columns.ts'
import { findLoanKey } from './loan-key.ts'
import { nameLoan } from './loan-number.ts'
import { readLoans } from './loans.ts'
import { readAssets } from './read-assets.ts'
import { sortLoans } from './sort-loans.ts'

const car = (number: string, more: PrintedAsset = {}): PrintedAsset => ({
  assetNumber: number,
  reportingPeriodActualEndBalanceAmount: '100.00',
  ...more,
})

function tapeOf(assets: PrintedAsset[]) {
  const result = readAssets([printExhibit('auto-loan', assets)], 1)
  if ('unread' in result) throw new Error(result.unread.reason)
  const loans = readLoans(result.read)
  const columns = columnsOf(loans)
  const sorted = (key: string, descending = false, among = columns.all) => {
    const by = findLoanKey(loans, key)
    if (by === null) throw new Error(`There is no ${key}.`)
    return sortLoans(columns, among, { by, descending }).map(loan => nameLoan(loans, loan).number)
  }
  return { sorted, columns }
}

describe('loans in an order', () => {
  const { sorted, columns } = tapeOf([
    car('10', { obligorCreditScore: '650', vehicleManufacturerName: 'VOLVO' }),
    car('9', { obligorCreditScore: '', vehicleManufacturerName: 'Audi' }),
    car('10-A', { obligorCreditScore: '700' }),
    car('100', { obligorCreditScore: '650', vehicleManufacturerName: 'BMW' }),
  ])

  it('have the least figure first, or the largest, and those without one last either way', () => {
    expect(sorted('credit-score')).toEqual(['10', '100', '10-A', '9'])
    expect(sorted('credit-score', true)).toEqual(['10-A', '10', '100', '9'])
  })

  it('go by letters whether capital or not, and by the numbers within words', () => {
    expect(sorted('vehicleManufacturerName')).toEqual(['9', '100', '10', '10-A'])
    expect(sorted('assetNumber')).toEqual(['9', '10', '10-A', '100'])
    expect(sorted('assetNumber', true)).toEqual(['100', '10-A', '10', '9'])
  })

  it('are those that were asked for alone, as the exhibit has them where nobody sorts', () => {
    expect(sorted('credit-score', true, [0, 1, 3])).toEqual(['10', '100', '9'])
    expect(sortLoans(columns, [3, 1], null)).toEqual([3, 1])
  })
})

it('loans with several figures have none to go by and come last either way', () => {
  const coverage = 'debtServiceCoverageNetCashFlowSecuritizationPercentage'
  const loans = inventLoans('cmbs', [
    { ...inventedOffice, property: [{ [coverage]: '1.20' }, { [coverage]: '1.90' }] },
    { ...inventedOffice, assetNumber: '2', property: [{ [coverage]: '1.40' }] },
    { ...inventedOffice, assetNumber: '3', property: [{ [coverage]: '1.30' }] },
  ])
  const columns = columnsOf(loans)
  const by = findLoanKey(loans, coverage)
  for (const descending of [true, false])
    expect(by && sortLoans(columns, columns.all, { by, descending })).toEqual(
      descending ? [1, 2, 0] : [2, 1, 0],
    )
})
