import { describe, expect, it } from 'vitest'
import type { FilingReport, Statistic } from '../report.ts'
import { inventedBytes, inventedReport } from './invented-reader.ts'
import { poolFigures } from './pool-figures.ts'

const filing = { balanceCents: 300_00, loanCount: 7 }
const report = inventedReport(filing, inventedBytes(filing), 'filing.txt')

function statistic(
  id: string,
  stated: number | null,
  recomputed: number | null,
  loanGroup: string | null = null,
): Statistic {
  const rest = { decimals: 3, bounds: null, stratification: null, reason: null, at: null }
  return { key: id, id, loanGroup, unit: 'percent', stated, recomputed, ...rest }
}
const figuresWith = (...statistics: Statistic[]) => poolFigures({ ...report, statistics })

function withTotals(...totals: [loanGroup: string | null, balanceCents: number | null][]): FilingReport {
  const [table] = report.stratifications
  if (table?.total == null) throw new Error('The invented report has a total.')
  const { total } = table
  const stratifications = totals.map(([loanGroup, balanceCents]) => ({
    ...table,
    loanGroup,
    total: { ...total, values: { balanceCents } },
  }))
  return { ...report, stratifications, statistics: [] }
}

describe('poolFigures', () => {
  it('takes balance and count from the totals and divides them', () =>
    expect(figuresWith()).toMatchObject({
      poolBalanceCents: 300_00,
      loanCount: 7,
      averageBalanceCents: 4286,
    }))

  it('takes the total that most tables print, of the whole pool only', () => {
    expect(poolFigures(withTotals([null, 1], [null, 2], [null, 2])).poolBalanceCents).toBe(2)
    expect(poolFigures(withTotals(['Group 1', 5], ['Group 1', 5], [null, 9])).poolBalanceCents).toBe(9)
    expect(poolFigures(withTotals(['Group 1', 5])).poolBalanceCents).toBeNull()
  })

  it('takes stated figures where no table has a total', () => {
    const none = { ...report, stratifications: [], statistics: [statistic('pool-balance', 500, null)] }
    expect(poolFigures(none)).toMatchObject({
      poolBalanceCents: 500,
      loanCount: null,
      averageBalanceCents: null,
    })
  })

  it.each([
    [
      'the gross rate when both are proved',
      [statistic('net-wac', 6.9, 6.9), statistic('wac', 7.1, 7.1)],
      7.1,
      false,
    ],
    [
      'the net rate when it alone is proved',
      [statistic('wac', 7.1, null), statistic('net-wac', 6.9, 6.9)],
      6.9,
      true,
    ],
    [
      'the stated gross rate when none is proved',
      [statistic('net-wac', 6.9, null), statistic('wac', 7.1, null)],
      7.1,
      false,
    ],
    ['the recomputed rate when none is stated', [statistic('wac', null, 7.2)], 7.2, false],
    ['nothing when a loan group’s is all there is', [statistic('wac', 7.1, 7.1, 'Group 1')], null, false],
  ])('gives %s', (_, statistics, wacPct, wacIsNet) =>
    expect(figuresWith(...statistics)).toMatchObject({ wacPct, wacIsNet }),
  )

  it('gives stated LTV and term before recomputed ones', () =>
    expect(figuresWith(statistic('waltv', 72.65, 72.6), statistic('wam', null, 355.5))).toMatchObject({
      waltvPct: 72.65,
      wamMonths: 355.5,
    }))
})
