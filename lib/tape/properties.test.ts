import { describe, expect, it } from 'vitest'
import { inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
import type { PrintedAsset } from '../testing/print-exhibit.ts'
import { Several } from './cut.ts'
import { columnsOf } from './loan-columns.ts'
import { findLoanKey } from './loan-key.ts'
import { stratifyAll } from './stratify.ts'

const at = { line: 1, start: 1, end: 2 }
type Property = Record<string, string>
const property = (
  value: string | null,
  coverage: string | null = null,
  occupied: string | null = null,
): Property => ({
  propertyState: 'TX',
  ...(value !== null && { valuationSecuritizationAmount: value }),
  ...(coverage !== null && { debtServiceCoverageNetCashFlowSecuritizationPercentage: coverage }),
  ...(occupied !== null && { physicalOccupancySecuritizationPercentage: occupied }),
})
const loan = (own: Property[], more: PrintedAsset = {}): PrintedAsset => ({
  ...inventedOffice,
  ...more,
  property: own,
})
const behind = (number: string, own: Property): PrintedAsset => ({ assetNumber: number, property: [own] })

const rowsOf = (assets: readonly PrintedAsset[], dimension: string) =>
  stratifyAll(columnsOf(inventLoans('cmbs', assets)), at)
    .stratifications.find(table => table.dimension === dimension)
    ?.buckets.map(({ label }) => label)

describe('the properties of a commercial loan', () => {
  it('are those listed behind it, without what stands in the loan of all of them', () => {
    const assets = [
      loan([property('30000000.00')]),
      behind('1-001', property('10000000.00')),
      behind('1-002', property('20000000.00')),
      loan([property('15000000.00')], { assetNumber: '2' }),
    ]
    expect(inventLoans('cmbs', assets).properties).toBe(3)
    expect(rowsOf(assets, 'current-ltv')).toEqual(['30 or less', 'over 50 to 60'])
  })

  it('are the one that stands in it too where the loan says that it has as many', () => {
    const assets = [
      loan([property('10000000.00')], { NumberPropertiesSecuritization: '2' }),
      behind('1-001', property('8000000.00')),
    ]
    expect(inventLoans('cmbs', assets).properties).toBe(2)
    expect(rowsOf(assets, 'current-ltv')).toEqual(['over 40 to 50'])
  })

  it('are worth together what each is valued at, but not where all repeat one value or one has none', () => {
    const ltvs = (own: Property[]) =>
      rowsOf([loan(own), loan([property('15000000.00')], { assetNumber: '2' })], 'current-ltv')
    expect(ltvs([property('8000000.00'), property('4000000.00')])).toEqual(['over 50 to 60', 'over 70 to 75'])
    expect(ltvs([property('12000000.00'), property('12000000.00')])).toEqual([
      'over 50 to 60',
      'Several properties, not valued together',
    ])
    expect(ltvs([property('12000000.00'), property('0.00')])).toEqual([
      'over 50 to 60',
      'Several properties, not valued together',
    ])
    expect(ltvs([property('12000000.00'), property(null)])).toEqual([
      'over 50 to 60',
      'Part of a split loan, or no value',
    ])
  })

  it('tell a ratio of the loan where all tell the same; where each tells its own, the loan is no one that does not tell it', () => {
    const [same, apart, untold] = [
      loan([property(null, '1.42', '0.95'), property(null, '1.42', '0.95')]),
      loan([property(null, '1.42', '0.95'), property(null, '1.80', '0.85')], { assetNumber: '2' }),
      loan([property(null)], { assetNumber: '3' }),
    ]
    expect(rowsOf([same, apart, untold], 'debt-service-coverage')).toEqual([
      '1.40 to under 1.60',
      'Several properties, each with its own',
      'Not stated',
    ])
    expect(rowsOf([same, apart, untold], 'occupancy-rate')).toEqual([
      'over 90.0 to 95.0',
      'Several properties, each with its own',
      'Not stated',
    ])
    const loans = inventLoans('cmbs', [same, apart, untold])
    const key = findLoanKey(loans, 'physicalOccupancySecuritizationPercentage')
    const values =
      key &&
      columnsOf(loans)
        .valuesBy(key)
        .map(value => (value instanceof Several ? 'several' : value))
    expect(values).toEqual([0.95, 'several', null])
  })
})
