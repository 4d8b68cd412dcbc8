import { describe, expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { loansFrom, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { boundsOfMean, sayMean } from './mean.ts'
import { exactEdges } from './nearest-exact.ts'
import type { GroupTable } from './over-groups.ts'
import { readDistribution } from './read-distribution.ts'
import { readGroups } from './read-groups.ts'

/** Forty-five loans of the same balance with ratios from 55 to 99, so that their mean is 77. */
const loans = loansFrom(5500)
const distributionOf = (table: Stratification) => {
  const read = readDistribution(table)
  if ('reason' in read) throw new Error(read.reason)
  return read.distribution
}

describe('what the average over rows can be', () => {
  it('takes an open row to begin where ratios begin, and says what has no bound', () => {
    const open = distributionOf(printPool(loans, { ...printOfRatios, openAbove: true }))
    expect(boundsOfMean(open, 'balance')).toMatchObject({ high: null, open: { low: [] } })
    expect(boundsOfMean(open, 'balance')?.open.high).toHaveLength(1)
    expect(sayMean(open)).toMatch(
      /^Original LTV on average, weighed by balance: at least 6\d\.\d\d; no bound above, for “90.01 or more” has no end\.$/,
    )
  })

  it('is bounded by the averages that rows print, open or not, and by that of the total', () => {
    const print = { ...printOfRatios, openAbove: true, withAverage: true }
    const table = printPool(loans, print)
    const mean = boundsOfMean(distributionOf(table), 'balance')
    expect(mean?.low).toBeGreaterThan(76.98)
    expect(mean?.high).toBeLessThan(77.02)
    const [first, ...others] = table.buckets
    if (!first) throw new Error('the table has rows')
    const { waLtvPct: _, ...values } = first.values
    // Without the average of the open row at the foot only the total's bounds it from below so far up.
    const without = { ...table, buckets: [{ ...first, values }, ...others] }
    const total = table.total && { ...table.total, values: { ...table.total.values, waLtvPct: 77 } }
    expect(boundsOfMean(distributionOf(without), 'balance')?.low).toBeLessThan(76)
    expect(boundsOfMean(distributionOf({ ...without, total }), 'balance')?.low).toBeGreaterThan(76.98)
  })

  it('is one figure where rows are one figure each', () => {
    const ratios = [
      { figure: 6000, balance: 300 },
      { figure: 8000, balance: 100 },
    ]
    const printed = printPool(ratios, { ...printOfRatios, edges: [7000], openBelow: false })
    const exact = {
      ...printed,
      buckets: printed.buckets.map((row, order) => {
        const at = order === 0 ? 60 : 80
        return {
          ...row,
          range: { low: at, high: at, lowIncluded: true, highIncluded: true },
          label: `${at}.00`,
        }
      }),
    }
    expect(sayMean(distributionOf(exact))).toBe('Original LTV on average, weighed by balance: 65.00.')
  })
})

describe('a pool that its loan groups make up', () => {
  const weight = { value: 450_000_000, half: 0, statistic: null }
  const groupOf = (loanGroup: string, edges: number[]): GroupTable => ({
    loanGroup,
    balance: weight,
    loans: { ...weight, value: 45 },
    table: printPool(loans, { ...printOfRatios, edges }),
  })
  const read = readGroups([
    groupOf('Loan Group 1', [6001, 7001, 8001]),
    groupOf('Loan Group 2', [6001, 8001]),
  ])
  const distribution = 'distribution' in read ? read.distribution : null

  it('is exact at the edges that cut no row of any, and at no other', () => {
    expect(distribution && exactEdges(distribution).map(({ at }) => at)).toEqual([60, 80, 99])
  })

  it('has an average over the rows of all of them', () => {
    const mean = distribution && boundsOfMean(distribution, 'balance')
    expect(mean?.low).toBeLessThan(77)
    expect(mean?.high).toBeGreaterThan(77)
  })
})
