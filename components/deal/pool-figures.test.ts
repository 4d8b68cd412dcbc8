import { describe, expect, it } from 'vitest'
import type { FilingReport, Statistic, Stratification } from '@/lib/report.ts'
import { listPoolFigures, listPoolGroups } from './pool-figures.ts'

const at = { line: 1, start: 1, end: 2 }

function statistic(id: string, more: Partial<Statistic>): Statistic {
  return {
    key: id,
    id,
    loanGroup: null,
    unit: 'percent',
    stated: null,
    decimals: 3,
    recomputed: null,
    bounds: null,
    stratification: null,
    reason: null,
    at: null,
    ...more,
  }
}

function tableWithTotal(balanceCents: number): Stratification {
  const total = { label: null, values: { balanceCents }, places: { balanceCents: at }, at }
  return {
    id: 'a',
    dimension: null,
    title: 'A',
    marks: [],
    loanGroup: null,
    stub: null,
    columns: [],
    buckets: [],
    total,
    footnotes: [],
    at,
  }
}

function figuresOf(statistics: Statistic[], stratifications: Stratification[] = [], checks: object[] = []) {
  return listPoolFigures({ statistics, stratifications, checks } as unknown as FilingReport, null)
}

describe('the pool line', () => {
  const balance = statistic('pool-balance', { unit: 'cents', decimals: 2, recomputed: 900 })

  it('says in how many tables a total is the same, and fails when one differs', () => {
    const [same] = figuresOf([balance], [tableWithTotal(900), tableWithTotal(900)])
    expect(same?.proof).toEqual({ outcome: 'pass', words: 'same in 2 of 2 tables' })
    const [differs] = figuresOf([balance], [tableWithTotal(900), tableWithTotal(901)])
    expect(differs?.proof).toEqual({ outcome: 'fail', words: 'same in 1 of 2 tables' })
  })
  it('holds the total of an only table against its rows, for it would always equal itself', () => {
    const one = [tableWithTotal(900)]
    expect(figuresOf([balance], one)[0]?.proof).toEqual({ outcome: null, words: 'the total of one table' })
    const check = (outcome: string) => [
      { code: 'column-adds-up-to-total', stratification: 'a', measure: 'balanceCents', outcome },
    ]
    expect(figuresOf([balance], one, check('pass'))[0]?.proof.outcome).toBe('pass')
    expect(figuresOf([balance], one, check('fail'))[0]?.proof.outcome).toBe('fail')
  })
  it('prefers the average that the rows can prove to the one only stated', () => {
    const gross = statistic('wac', { stated: 6.996, at })
    const net = statistic('net-wac', { stated: 6.973, recomputed: 6.973001, at })
    expect(figuresOf([gross, net])[0]?.label).toBe('WAC, net')
    expect(figuresOf([gross])[0]?.proof.words).toBe('stated, not recomputable')
  })
  it('shows a stated figure inside the bounds that ranges allow', () => {
    const [figure] = figuresOf([
      statistic('waltv', { stated: 72.65, decimals: 2, bounds: [65.06, 74.5], at }),
    ])
    expect(figure?.proof.words).toBe('within [65.06, 74.50]')
  })
  it('says when a figure is computed and not stated', () => {
    expect(
      figuresOf([statistic('wam', { unit: 'months', decimals: 0, recomputed: 355.499 })])[0]?.proof,
    ).toEqual({
      outcome: null,
      words: 'from the rows, not stated',
    })
  })
  it('leaves out what is neither stated nor computable', () => {
    expect(figuresOf([statistic('waltv', {})])).toEqual([])
  })
})

describe('pools and groups', () => {
  const groupsOf = (...groups: (string | null)[]) =>
    listPoolGroups({
      statistics: groups.map(loanGroup => statistic('wac', { loanGroup })),
    } as unknown as FilingReport)

  it('show the whole pool when the filing has it, else each group', () => {
    expect(groupsOf(null, 'Group 1')).toEqual([null])
    expect(groupsOf('Group 1', 'Group 2', 'Group 1')).toEqual(['Group 1', 'Group 2'])
  })
})
