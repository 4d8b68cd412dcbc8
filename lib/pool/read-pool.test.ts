import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import {
  type AverageOfLoans,
  anyLoans,
  type Loan,
  loanAverages,
  loanSplits,
  tabulate,
} from '../fixtures/invented-loans.ts'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { PoolFigure, Statistic, Stratification } from '../report.ts'
import { readStatistics } from '../statistics/index.ts'
import { readPool } from './read-pool.ts'

const { rate, ltv, score } = loanAverages
const cases = Number(process.env.STRATA_CASES ?? 200)

function poolOf(stratifications: Stratification[], lines: string[] = []) {
  const statistics = readStatistics({ stratifications, lines })
  return poolWith(stratifications, statistics)
}

function poolWith(stratifications: Stratification[], statistics: Statistic[]) {
  const read = { stratifications, statistics }
  return readPool(read, checkStratifications(read))
}

function figureOf(
  pool: ReturnType<typeof readPool>,
  id: string,
  loanGroup: string | null = null,
): PoolFigure | null {
  const figures = pool.find(group => group.loanGroup === loanGroup)?.figures ?? []
  return figures.find(figure => figure.id === id) ?? null
}

function statedRate(stated: number, more: Partial<Statistic> = {}): Statistic {
  const at = { line: 90, start: 1, end: 6 }
  const none = { loanGroup: null, recomputed: null, bounds: null, stratification: null, reason: null }
  return { key: 'wac', id: 'wac', unit: 'percent', stated, decimals: 3, ...none, at, ...more }
}

const mean = (loans: readonly Loan[], of: (loan: Loan) => number) =>
  loans.reduce((sum, loan) => sum + loan.cents * of(loan), 0) /
  loans.reduce((sum, { cents }) => sum + cents, 0)

const loans: Loan[] = fc.sample(anyLoans(0), { seed: 4, numRuns: 1 })[0] ?? []
const groupNames = ['Loan Group 1', 'Loan Group 2'] as const
const inGroup = (all: readonly Loan[], order: number) => all.filter((_, at) => at % 2 === order)

/** The two groups of a pool, each by state. */
function groupsOf(
  all: readonly Loan[],
  averages: AverageOfLoans[] = [rate, ltv],
  totals?: string[],
): Stratification[] {
  return groupNames.map((loanGroup, order) => ({
    ...tabulate(inGroup(all, order), loanSplits.state, averages, { loanGroup, ...(totals && { totals }) }),
    id: `loan-group-${order + 1}--state`,
  }))
}

const rates = inventTable({
  id: 'mortgage-rate',
  dimension: 'mortgage-rate',
  rows: [
    { label: '6.125', loanCount: 4, balanceCents: 25_000_000, range: rangeOf(6.125, 6.125) },
    { label: '7.125', loanCount: 6, balanceCents: 75_000_000, range: rangeOf(7.125, 7.125) },
  ],
})

describe('figures of a pool', () => {
  it('are its printed totals, with what their rows come to and in how many tables they are the same', () => {
    const other = {
      ...rates,
      id: 'other',
      total: rates.total && { ...rates.total, values: { loanCount: 11 } },
    }
    const pool = poolOf([rates, { ...rates, id: 'again' }, other])
    expect(figureOf(pool, 'balance')).toMatchObject({
      kind: 'stated',
      value: 100_000_000,
      computed: 100_000_000,
    })
    expect(figureOf(pool, 'loans')).toMatchObject({
      value: 10,
      tables: { same: 2, of: 3 },
      check: { code: 'total-is-the-same-in-every-table', outcome: 'fail' },
    })
    expect(figureOf(pool, 'average')).toMatchObject({ kind: 'computed', value: 10_000_000, from: 'quotient' })
  })

  it('are computed from exact rows where nothing states them, and never bounded then', () =>
    expect(figureOf(poolOf([rates]), 'wac')).toMatchObject({
      kind: 'computed',
      value: 6.875,
      from: 'rows',
      decimals: 3,
      bounds: null,
      stratification: 'mortgage-rate',
    }))

  it('are computed from the averages that rows print, beside what words state', () => {
    const tables = [loanSplits.state, loanSplits.purpose].map(split =>
      tabulate(loans, split, [rate], { totals: [] }),
    )
    const stated = Number(mean(loans, one => one.rate).toFixed(3))
    const figure = figureOf(poolWith(tables, [statedRate(stated)]), 'wac')
    expect(figure).toMatchObject({ kind: 'stated', value: stated, from: 'row-averages', statistic: 'wac' })
    expect(Math.abs((figure?.computed ?? 0) - mean(loans, one => one.rate))).toBeLessThan(0.0006)
  })

  it('are not computed from rows of which nothing shows what weighs them, but lie between them', () => {
    const unsaid = { ...rate, header: 'Average Mortgage Rate' }
    const table = tabulate(loans, loanSplits.state, [unsaid], { totals: [], weigh: () => 1 })
    expect(figureOf(poolOf([table]), 'wac')).toMatchObject({ kind: 'bounded', value: null })
  })

  it('are not computed from tables that disagree', () => {
    const [state, purpose] = [loanSplits.state, loanSplits.purpose].map(split =>
      tabulate(loans, split, [rate], { totals: [] }),
    )
    if (!state || !purpose) throw new Error('two tables are drawn up')
    for (const bucket of purpose.buckets) bucket.values.waRatePct = (bucket.values.waRatePct ?? 0) + 0.5
    expect(figureOf(poolOf([state, purpose]), 'wac')).toBeNull()
  })

  it('are unknown where as many tables of the group are of other loans, and told where most are of one pool', () => {
    const other = tabulate(loans, loanSplits.purpose, [])
    const twice = [rates, other].map((table, order) => ({ ...table, id: `table-${order}` }))
    expect(figureOf(poolOf(twice), 'balance')).toBeNull()
    const again = { ...rates, id: 'again' }
    expect(figureOf(poolOf([rates, again, other]), 'balance')).toMatchObject({
      value: 100_000_000,
      tables: { same: 2, of: 2 },
    })
  })

  it('are of no table that splits other loans than most do', () => {
    const part = structuredClone({ ...rates, loanGroup: null })
    const whole = ['state', 'purpose'].map(split => tabulate(loans, loanSplits[split as 'state'], []))
    expect(figureOf(poolOf([part, ...whole]), 'wac')).toBeNull()
    const states = tabulate(loans.slice(0, 4), loanSplits.state, [])
    const others = [loanSplits.purpose, loanSplits.occupancy].map(split => tabulate(loans, split, []))
    expect(figureOf(poolOf([states, ...others]), 'largest-state')).toBeNull()
  })

  it('are no averages that another weight than the balance is shown to give', () => {
    const tables = [loanSplits.state, loanSplits.purpose, loanSplits.occupancy].map(split =>
      tabulate(loans, split, [{ ...rate, header: 'Average Mortgage Rate' }], { totals: [], weigh: () => 1 }),
    )
    expect(figureOf(poolOf(tables), 'wac')).toBeNull()
  })

  it('are not the sums of a list of the largest rows', () => {
    const list = structuredClone({ ...rates, dimension: 'state', total: null })
    for (const { values } of list.buckets) values.balancePct = null
    expect(figureOf(poolOf([list]), 'balance')).toBeNull()
    expect(figureOf(poolOf([{ ...rates, total: null }]), 'balance')).toMatchObject({
      kind: 'computed',
      from: 'rows',
    })
  })

  it('name what else is stated for the same, the most precise one first', () => {
    const pool = poolWith(
      [rates],
      [
        statedRate(6.9, { decimals: 1 }),
        statedRate(6.875, { key: 'wac-2', at: { line: 91, start: 1, end: 6 } }),
      ],
    )
    expect(figureOf(pool, 'wac')).toMatchObject({
      value: 6.875,
      statistic: 'wac-2',
      others: [{ value: 6.9, decimals: 1, kind: 'stated' }],
    })
  })

  it('name the largest state, which no residual row is', () => {
    const table = inventTable({
      id: 'state',
      dimension: 'state',
      rows: [
        { label: 'Other', loanCount: 9, balanceCents: 60_000_000, code: 'other' },
        { label: 'Ohio', loanCount: 3, balanceCents: 25_000_000, code: 'OH' },
        { label: 'Texas', loanCount: 2, balanceCents: 15_000_000, code: 'TX' },
      ],
    })
    expect(figureOf(poolOf([table]), 'largest-state')).toMatchObject({ code: 'OH', stated: 25, computed: 25 })
  })

  it('compute the largest state where its printed share is denied by balances that come to their total', () => {
    const rows = [
      { label: 'Ohio', loanCount: 6, balanceCents: 60_000_000, code: 'OH' },
      { label: 'Texas', loanCount: 4, balanceCents: 40_000_000, code: 'TX' },
    ]
    const table = inventTable({ id: 'state', dimension: 'state', rows })
    const [ohio] = table.buckets
    if (ohio) ohio.values.balancePct = 61.5
    const figure = figureOf(poolOf([table]), 'largest-state')
    expect(figure).toMatchObject({ code: 'OH', value: 60, kind: 'computed', stated: null })
    expect(figure?.check).toEqual({ code: 'row-percent-matches-balance', outcome: 'fail' })
    expect(figure?.others).toMatchObject([{ value: 61.5, kind: 'stated' }])
  })

  it('do not exist where nothing is known', () => expect(poolOf([])).toEqual([]))
})

describe('a pool of which the filing prints groups alone', () => {
  it('has their sums, and their averages weighed by balance, marked as computed', () => {
    const pool = poolOf(groupsOf(loans))
    expect(pool.map(({ loanGroup }) => loanGroup)).toEqual([null, ...groupNames])
    const cents = loans.reduce((sum, one) => sum + one.cents, 0)
    expect(figureOf(pool, 'balance')).toMatchObject({
      kind: 'computed',
      value: cents,
      from: 'groups',
      at: null,
    })
    expect(figureOf(pool, 'loans')).toMatchObject({ kind: 'computed', value: loans.length })
    expect(figureOf(pool, 'wac')).toMatchObject({ kind: 'computed', from: 'groups', decimals: 3 })
  })

  it('has the loans of every group, also where one of them is printed in parts', () => {
    const parts = ['Loan Group I-A', 'Loan Group I-B', 'Loan Group II'].map((loanGroup, order) => ({
      ...tabulate(
        loans.filter((_, at) => at % 3 === order),
        loanSplits.state,
        [rate],
        { loanGroup },
      ),
      id: `${loanGroup}--state`,
    }))
    expect(figureOf(poolOf(parts), 'loans')?.value).toBe(loans.length)
    const [first, , last] = parts
    const seasoned = { ...parts[1], loanGroup: 'Seasoned Loans' } as Stratification
    expect(figureOf(poolOf([first, seasoned, last] as Stratification[]), 'loans')).toBeNull()
  })

  it('lacks what one group lacks', () => {
    const [first] = groupsOf(loans)
    const [, without] = groupsOf(loans, [rate])
    if (!first || !without) throw new Error('two tables are drawn up')
    const pool = poolOf([first, without])
    expect(figureOf(pool, 'waltv', 'Loan Group 1')).not.toBeNull()
    expect(figureOf(pool, 'waltv')).toBeNull()
    expect(figureOf(pool, 'wac')).not.toBeNull()
  })

  it('is not added up where groups come to another balance than the one printed', () => {
    const whole = tabulate([...loans, ...loans], loanSplits.purpose, [])
    expect(figureOf(poolOf([whole, ...groupsOf(loans)]), 'wac')).toBeNull()
  })

  it('is not added up where two ways to split it come to different ones', () => {
    const kinds = ['Fixed Rate', 'Adjustable Rate'].map((loanGroup, order) => ({
      ...tabulate(inGroup(loans, order).slice(1), loanSplits.state, [], { loanGroup }),
      id: `${loanGroup}--state`,
    }))
    expect(figureOf(poolOf([...groupsOf(loans), ...kinds]), 'balance')).toBeNull()
  })

  it('gives no largest state that another may exceed', () => {
    const group = (loanGroup: string, ohio: number, other: number) =>
      inventTable({
        id: `${loanGroup}--state`,
        dimension: 'state',
        loanGroup,
        rows: [
          { label: 'Ohio', loanCount: 3, balanceCents: ohio, code: 'OH' },
          { label: 'Other', loanCount: 9, balanceCents: other, code: 'other' },
          ...(loanGroup === 'Loan Group 1'
            ? [{ label: 'Utah', loanCount: 3, balanceCents: 20_000, code: 'UT' }]
            : []),
        ],
      })
    const stateWith = (ohio: number, other: number) =>
      figureOf(poolOf([group('Loan Group 1', ohio, 0), group('Loan Group 2', ohio, other)]), 'largest-state')
    expect(stateWith(15_000, 9_000)).toMatchObject({ code: 'OH', from: 'groups' })
    expect(stateWith(15_000, 11_000)).toBeNull()
  })
})

describe('any pool', () => {
  it('has its own averages within what its figures allow, groups and whole', () => {
    const property = fc.property(anyLoans(0.2), all => {
      if (inGroup(all, 0).length === 0 || inGroup(all, 1).length === 0) return
      const pool = poolOf(groupsOf(all, [rate, ltv, score], []))
      for (const [order, loanGroup] of groupNames.entries()) {
        const own = inGroup(all, order)
        const wac = figureOf(pool, 'wac', loanGroup)
        const truth = mean(own, one => one.rate)
        expect(wac?.bounds?.[0] ?? 0).toBeLessThanOrEqual(truth + 1e-6)
        expect(wac?.bounds?.[1] ?? 99).toBeGreaterThanOrEqual(truth - 1e-6)
        expect(Math.abs((wac?.value ?? truth) - truth)).toBeLessThan(0.0005 + 1e-6)
      }
      const wac = figureOf(pool, 'wac')
      expect(Math.abs((wac?.value ?? 0) - mean(all, one => one.rate))).toBeLessThan(0.0005 + 1e-6)
      const scored = all.filter(one => one.score !== null)
      const scores = figureOf(pool, 'credit-score')
      if (scores && scored.length < all.length) {
        const truth = mean(scored, one => one.score ?? 0)
        expect(scores.value).toBeNull()
        expect(scores.bounds?.[0] ?? 999).toBeLessThanOrEqual(truth + 1e-6)
        expect(scores.bounds?.[1] ?? 0).toBeGreaterThanOrEqual(truth - 1e-6)
      }
      expect(figureOf(pool, 'balance')?.value).toBe(all.reduce((sum, { cents }) => sum + cents, 0))
    })
    fc.assert(property, { seed: 2007, numRuns: cases })
  })
})
