import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { drawnPools, type Loan, loansFrom, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { findChanges, isMovedByPool, type TableChange } from './changes.ts'

const at = { line: 1, start: 1, end: 2 }

function named(rows: [label: string, code: string | null, loans: number][]): Stratification {
  return {
    ...printPool(loansFrom(5500, 3), { ...printOfRatios, edges: [] }),
    id: 'state',
    dimension: 'state',
    title: 'State',
    buckets: rows.map(([label, code, loanCount]) => ({
      label,
      code,
      range: null,
      marks: [],
      values: { loanCount },
      places: {},
      at,
    })),
    total: null,
  }
}

const toldOf = ([change]: TableChange[]) =>
  change?.rows.map(({ state, label, left, entered }) => [state, label, left, entered])

describe('changes between two filings', () => {
  it('are told row by row, with the least number of loans that left or entered', () => {
    const from = named([
      ['California', 'CA', 60],
      ['New York', 'NY', 40],
    ])
    const to = named([
      ['CALIFORNIA', 'CA', 55],
      ['New York', 'NY', 40],
      ['Texas', 'TX', 7],
    ])
    const changes = findChanges([from], [to])
    expect(toldOf(changes)).toEqual([
      ['changed', 'CALIFORNIA', 5, 0],
      ['same', 'New York', 0, 0],
      ['added', 'Texas', 0, 7],
    ])
    expect(changes[0]).toMatchObject({ left: 5, entered: 7 })
  })

  it('leave a row the same that holds what it held, though its share moved with the pool', () => {
    const withShares = (
      rows: [label: string, code: string, loans: number, pct: number][],
    ): Stratification => {
      const table = named(rows.map(([label, code, loans]) => [label, code, loans]))
      const buckets = table.buckets.map((bucket, order) => ({
        ...bucket,
        values: { ...bucket.values, countPct: rows[order]?.[3] ?? null },
      }))
      return { ...table, buckets }
    }
    const from = withShares([
      ['California', 'CA', 60, 60],
      ['New York', 'NY', 40, 40],
    ])
    const to = withShares([
      ['California', 'CA', 60, 75],
      ['New York', 'NY', 20, 25],
    ])
    const [change] = findChanges([from], [to])
    expect(change?.rows.map(row => [row.state, isMovedByPool(row)])).toEqual([
      ['same', true],
      ['changed', false],
    ])
  })

  it('prove no more of a row that is gone than its residual row allows', () => {
    const from = named([
      ['California', 'CA', 60],
      ['Texas', 'TX', 12],
    ])
    const to = named([
      ['California', 'CA', 60],
      ['Other (less than 2%)', 'other', 9],
    ])
    expect(toldOf(findChanges([from], [to]))).toEqual([
      ['same', 'California', 0, 0],
      ['gone', 'Texas', 3, 0],
      ['added', 'Other (less than 2%)', null, null],
    ])
  })

  it('bound ranges that are printed at other edges by the rows that lie across', () => {
    const from = printPool(loansFrom(5500, 45), printOfRatios)
    const to = printPool(loansFrom(5500, 45), { ...printOfRatios, edges: [6001, 7501, 8001, 9001] })
    const changes = findChanges([from], [to])
    expect(changes[0]?.rows.filter(({ state }) => state === 'gone').map(({ left }) => left)).toEqual([0, 0])
    const fewer = findChanges(
      [from],
      [printPool(loansFrom(7600, 5), { ...printOfRatios, edges: [7501, 8001] })],
    )
    expect(fewer[0]?.rows.find(({ label }) => label.includes('60.01'))?.left).toBe(10)
  })

  it('prove of a table no fewer loans than of its rows, of either filing, and than it lost or gained', () => {
    fc.assert(
      fc.property(drawnPools, fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (drawn, draws) => {
        const { loans, print } = drawn
        const numbers = draws[Symbol.iterator]()
        const isDrawn = () => numbers.next().value === 0
        const later = [...loans.filter(() => !isDrawn()), ...loans.filter(isDrawn)]
        fc.pre(later.length > 0)
        const edges = [
          ...new Set(print.edges.map(edge => edge + (isDrawn() ? 0 : print.wholeEdges ? 100_000 : 7))),
        ]
        const [change] = findChanges(
          [printPool(loans, print)],
          [printPool(later, { ...print, edges: edges.sort((a, b) => a - b) })],
        )
        if (change === undefined) return
        // Loans are the same where they are the same object, as often as they come.
        const many = (pool: readonly Loan[], loan: Loan) => pool.filter(one => one === loan).length
        const lost = (one: readonly Loan[], other: readonly Loan[]) =>
          [...new Set(one)].reduce((all, loan) => all + Math.max(0, many(one, loan) - many(other, loan)), 0)
        for (const [which, truth, net] of [
          ['left', lost(loans, later), loans.length - later.length],
          ['entered', lost(later, loans), later.length - loans.length],
        ] as const) {
          const told = change[which] ?? 0
          expect(told).toBeLessThanOrEqual(truth)
          for (const row of change.rows) expect(told).toBeGreaterThanOrEqual(row[which] ?? 0)
          expect(told).toBeGreaterThanOrEqual(net + ((which === 'left' ? change.entered : change.left) ?? 0))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('pair tables by what they split, and tell those that only one filing has', () => {
    const ltv = printPool(loansFrom(5500, 45), printOfRatios)
    const state = named([['California', 'CA', 45]])
    const changes = findChanges([ltv], [{ ...ltv, id: 'original-ltv-2' }, state])
    expect(changes.map(({ from, to }) => [from?.id ?? null, to?.id ?? null])).toEqual([
      ['original-ltv', 'original-ltv-2'],
      [null, 'state'],
    ])
    expect(changes[0]?.rows.every(({ state }) => state === 'same')).toBe(true)
  })

  it('count no loans where a filing prints none', () => {
    const from = named([['California', 'CA', 60]])
    const to = { ...from, buckets: from.buckets.map(row => ({ ...row, values: { balancePct: 100 } })) }
    expect(findChanges([from], [to])[0]).toMatchObject({ left: null, entered: null })
  })
})
