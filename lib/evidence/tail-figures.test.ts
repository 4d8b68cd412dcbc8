import { describe, expect, it } from 'vitest'
import type { Check, Statistic } from '../report.ts'
import { inventCheck, inventReport, on } from '../testing/invented-report.ts'
import { listTailFigures } from './tail-figures.ts'

/** Under the invented table, whose total stands on line 15: `Minimum: 4.000  Maximum: 9.125  Weighted Average: 6.250`. */
function stated(id: string, value: number, at: Statistic['at'], more: Partial<Statistic> = {}): Statistic {
  return {
    key: id,
    id,
    loanGroup: null,
    unit: 'percent',
    stated: value,
    decimals: 3,
    recomputed: null,
    bounds: null,
    stratification: 'purpose',
    reason: null,
    at,
    ...more,
  }
}

const least = stated('min-mortgage-rate', 4, on(16, 15, 20), { bounds: [4, 4.5] })
const most = stated('max-mortgage-rate', 9.125, on(16, 35, 40), { reason: 'The last row is open.' })
const mean = stated('wac', 6.25, on(16, 60, 65), { recomputed: 6.2502 })
const inWords = stated('waltv', 71.2, on(17, 40, 45))

function tail(statistics: Statistic[], checks: Check[] = []) {
  const report = inventReport({ statistics, checks })
  const [table] = report.stratifications
  return table ? listTailFigures(report, table) : []
}

describe('figures under a total', () => {
  it('are told in the order they are printed, the average on their line among them', () => {
    expect(tail([mean, most, least]).map(({ words, figure }) => [words, figure])).toEqual([
      ['Minimum', '4.000'],
      ['Maximum', '9.125'],
      ['Weighted average', '6.250'],
    ])
  })

  it('say what they were held against, or why they were not', () => {
    const check = (id: string, outcome: Check['outcome']) =>
      inventCheck({
        code: 'stated-figure-matches-the-rows',
        statistic: id,
        outcome,
        at: least.at ?? on(1, 1, 2),
      })
    const told = tail([least, most, mean], [check('min-mortgage-rate', 'pass'), check('wac', 'fail')])
    expect(told.map(({ outcome, says }) => [outcome, says])).toEqual([
      ['pass', 'the rows allow 4.000 to 4.500'],
      [null, 'The last row is open.'],
      ['fail', 'the rows give 6.25020'],
    ])
  })

  it('are called by their names where two of them play the same part', () => {
    const other = stated('wa-dti', 38.1, on(16, 70, 75))
    expect(tail([least, mean, other]).map(({ words }) => words)).toEqual(['Minimum', 'WAC, gross', 'WA DTI'])
  })

  it('are not those of the total itself, though its cells stand on lines of their own', () => {
    const report = inventReport({ statistics: [mean] })
    const tables = report.stratifications.map(table => ({
      ...table,
      total: table.total && { ...table.total, places: { balanceCents: on(16, 1, 5) } },
    }))
    const [table] = tables
    expect(table && listTailFigures(report, table)).toEqual([])
  })

  it('are not those that stand in words elsewhere', () => {
    expect(tail([inWords])).toEqual([])
    expect(tail([inWords, least]).map(({ words }) => words)).toEqual(['Minimum'])
  })
})
