import { describe, expect, test } from 'vitest'
import type { PoolFigure, Statistic } from '../report.ts'
import { inventCheck, inventReport, on } from '../testing/invented-report.ts'
import { statedBoxes } from './stated-box.ts'

/** The lines of the box of a figure that the text states and that the table of 50 loans and $10,000,000.00 holds. */
function linesOf(id: string, unit: Statistic['unit'], decimals: number, [stated, recomputed]: number[]) {
  const at = on(17, 38, 43)
  const statistic: Statistic = {
    key: id,
    id,
    loanGroup: null,
    unit,
    stated: stated ?? null,
    decimals,
    recomputed: recomputed ?? null,
    bounds: null,
    stratification: 'purpose',
    reason: null,
    at,
  }
  const outcome = stated === recomputed ? 'pass' : 'fail'
  const checks = [inventCheck({ code: 'stated-figure-matches-the-rows', statistic: id, at, outcome })]
  const report = inventReport({ statistics: [statistic], checks })
  const [table] = report.stratifications
  const [box] = table ? statedBoxes(report, table) : []
  return box?.lines.map(({ words, figure }) => `${words}: ${figure}`)
}

describe('statedBoxes', () => {
  test('holds a stated balance against the total of the table, which is no quotient', () => {
    expect(linesOf('pool-balance', 'cents', 2, [1_000_000_000, 1_000_000_000])).toEqual([
      'Stated: $10,000,000.00',
      'Total of this table: $10,000,000.00',
      'Difference, none allowed: $0.00',
    ])
  })

  test('counts loans in whole numbers', () => {
    expect(linesOf('loan-count', 'count', 0, [52, 50])).toEqual([
      'Stated: 52',
      'Total of this table: 50',
      'Difference, none allowed: 2',
    ])
  })

  test('names the quotient of an average balance alone', () => {
    expect(linesOf('average-balance', 'cents', 2, [20_000_000, 20_000_000])?.[1]).toBe(
      'Recomputed, balance ÷ loans: $200,000.00',
    )
    expect(linesOf('wac', 'percent', 3, [6.25, 6.2502])?.[1]).toBe('Recomputed from 2 rows: 6.25020')
  })

  test('tells beside what the ranges allow what row averages leave of it, where that is closer', () => {
    const statistic: Statistic = {
      key: 'waltv',
      id: 'waltv',
      loanGroup: null,
      unit: 'percent',
      stated: 75.7,
      decimals: 2,
      recomputed: null,
      bounds: [70.088, 78.195],
      stratification: 'purpose',
      reason: null,
      at: on(17, 38, 43),
    }
    const check = (outcome: 'pass' | 'fail') =>
      inventCheck({ code: 'stated-figure-matches-the-rows', statistic: 'waltv', at: on(17, 38, 43), outcome })
    const lines = (
      bounds: [number, number],
      from: PoolFigure['from'] = 'row-averages',
      checks: ReturnType<typeof check>[] = [],
    ) => {
      const figure: PoolFigure = {
        id: 'waltv',
        unit: 'percent',
        decimals: 2,
        value: 75.7,
        kind: 'stated',
        stated: 75.7,
        computed: 75.698,
        from,
        bounds,
        stratification: 'state',
        statistic: 'waltv',
        tables: null,
        check: null,
        others: [],
        at: null,
      }
      const pool = [{ loanGroup: null, figures: [figure], checks: { passed: 0, failed: 0 } }]
      const report = inventReport({ statistics: [statistic], pool, checks })
      const [table] = report.stratifications
      return table && statedBoxes(report, table)[0]?.lines.map(({ words, figure }) => `${words}: ${figure}`)
    }
    expect(lines([75.6961, 75.7018])).toEqual([
      'Stated: 75.70',
      'Possible, from 2 ranges: 70.08 to 78.20',
      'Possible, from row averages: 75.69 to 75.71',
    ])
    expect(lines([76.6961, 76.7018], 'row-averages', [check('pass'), check('fail')])).toEqual([
      'Stated: 75.70',
      'Possible, from 2 ranges: 70.08 to 78.20',
      'Verdict, from 2 ranges: inside',
      'Possible, from row averages: 76.69 to 76.71',
      'Verdict, from row averages: outside',
    ])
    expect(lines([65, 80])).toHaveLength(2)
    expect(lines([75.6961, 75.7018], 'groups')).toHaveLength(2)
  })
})
