import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../checks/formula.ts'
import { figureValue } from '../checks/index.ts'
import type { Stratification } from '../report.ts'
import { drawnPools, type Loan, printPool } from '../testing/drawn-pool.ts'
import { amounts, ask } from './answer.ts'
import { comparePools } from './compare-pools.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { formulasOfGroups } from './group-formulas.ts'
import { addOverGroups, type GroupTable, weighShares } from './over-groups.ts'
import { readGroups } from './read-groups.ts'

const draws = Number(process.env.STRATA_DRAWS ?? 2000)
const sumOf = (loans: readonly Loan[]) => loans.reduce((sum, { balance }) => sum + balance, 0)

type Drawn = { loans: Loan[]; table: Stratification; wholeDollars: boolean }

/** Each group printed in its own way, weighed by a balance that is printed as its table prints balances. */
const groupsOf = (drawn: readonly Drawn[]): GroupTable[] =>
  drawn.map(({ loans, table, wholeDollars }, order) => ({
    loanGroup: `Loan Group ${order + 1}`,
    table: { ...table, id: `loan-group-${order + 1}--${table.id}`, loanGroup: `Loan Group ${order + 1}` },
    balance: {
      value: wholeDollars ? 100 * Math.round(sumOf(loans) / 100) : sumOf(loans),
      half: wholeDollars ? 50 : 0,
      statistic: null,
    },
    loans: { value: loans.length, half: 0, statistic: null },
  }))

/** Two or three drawn pools of one dimension, as loan groups of one. */
const drawnGroups = fc
  .tuple(fc.array(drawnPools, { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 99 }))
  .map(([pools, part]) => {
    const print = pools[0]?.print
    const alike = pools.filter(one => one.print.dimension === print?.dimension && one.loans.length > 0)
    const drawn = alike.map(({ loans, print: own }): Drawn => {
      const table = printPool(loans, own)
      return { loans, table, wholeDollars: own.wholeDollars }
    })
    const figures = alike
      .flatMap(({ loans }) => loans.flatMap(({ figure }) => figure ?? []))
      .sort((a, b) => a - b)
    const at = figures[Math.floor((part / 100) * figures.length)] ?? 0
    return { drawn, print, at }
  })
  .filter(({ drawn }) => drawn.length > 1)

function holds(bound: Bound | null, value: number): boolean {
  return bound === null || (bound.low <= value + 1e-6 && value - 1e-6 <= bound.high)
}

function distributionOf(groups: readonly GroupTable[]): Distribution | null {
  const read = readGroups(groups)
  return 'reason' in read ? null : read.distribution
}

describe('a pool that its loan groups make up', () => {
  it('lies inside of every answer, and the steps of each come to its ends', () => {
    fc.assert(
      fc.property(drawnGroups, ({ drawn, print, at }) => {
        const groups = groupsOf(drawn)
        const distribution = distributionOf(groups)
        if (distribution === null || print === undefined) return
        const inUnit = print.unit === 'cents' ? at : Number((at * print.place).toFixed(6))
        const span: Span = { low: { value: inUnit, included: false }, high: null }
        const { parts, because, exact, ...answer } = ask(distribution, span)
        const loans = drawn.flatMap(one => one.loans)
        const inside = loans.filter(({ figure }) => figure !== null && figure > at)
        const truth = {
          loanCount: inside.length,
          balanceCents: sumOf(inside),
          balancePct: (100 * sumOf(inside)) / sumOf(loans),
          countPct: (100 * inside.length) / loans.length,
        }
        for (const amount of amounts)
          if (!holds(answer[amount], truth[amount]))
            expect({ amount, bound: answer[amount], truth: truth[amount] }).toBe('inside')
        expect(parts.length).toBe(distribution.rows.length)
        const tables = groups.map(({ table }) => table)
        const figureOf = figureValue({ stratifications: tables, statistics: [], checks: [] } as never)
        const formulas = formulasOfGroups(groups, distribution, span, { tables, figureOf })
        for (const amount of amounts) {
          const [bound, ends] = [answer[amount], formulas[amount]]
          if (bound === null) continue
          for (const end of ['low', 'high'] as const) {
            const steps = ends && evaluate(ends[end], figureOf)
            if (steps === null || Math.abs(steps - bound[end]) > 1e-8 * Math.max(1, Math.abs(bound[end])))
              expect({ amount, end, steps, bound }).toBe('the same')
          }
        }
        const pool = { tables, loanGroup: null, summed: new Map([[print.dimension, groups]]) }
        for (const measure of amounts) {
          const { rows } = comparePools([pool, pool], print.dimension, {
            measure,
            edges: [inUnit],
            rows: 'above',
          })
          const value = rows[0]?.values[0]
          if (rows[0]?.range?.low === inUnit && !rows[0].range.lowIncluded && value)
            expect(holds(value, truth[measure])).toBe(true)
        }
      }),
      { numRuns: Math.ceil(draws / 4) },
    )
  }, 600_000)

  it('is weighed by balances, which printing may have moved by no more than groups differ', () => {
    const weight = (value: number, half: number) => ({ value, half, statistic: null })
    const share = (low: number, high = low) => ({ low, high })
    expect(
      weighShares([
        { share: share(10), weight: weight(300, 0) },
        { share: share(50), weight: weight(100, 0) },
      ]),
    ).toEqual({ low: 20, high: 20 })
    // Where no group has any, no rounding of weights gives the pool some.
    expect(
      weighShares([
        { share: share(0), weight: weight(300, 50) },
        { share: share(0), weight: weight(100, 50) },
      ]),
    ).toEqual({ low: 0, high: 0 })
    const moved = weighShares([
      { share: share(0), weight: weight(300, 50) },
      { share: share(100), weight: weight(100, 50) },
    ])
    expect(moved.low).toBeLessThanOrEqual((100 * 50) / 400)
    expect(moved.high).toBeGreaterThanOrEqual((100 * 150) / 400)
  })

  it('tells nothing of an amount that one of its groups does not tell', () => {
    const weight = { value: 100, half: 0, statistic: null }
    const groups = [
      { loanGroup: 'Loan Group 1', balance: weight, loans: null },
      { loanGroup: 'Loan Group 2', balance: weight, loans: weight },
    ]
    const bound = { low: 1, high: 2 }
    expect(addOverGroups(groups, [bound, null], 'balanceCents')).toBeNull()
    expect(addOverGroups(groups, [bound, bound], 'loanCount')).toEqual({ low: 2, high: 4 })
    expect(addOverGroups(groups, [bound, bound], 'balancePct')).toEqual(bound)
    expect(addOverGroups(groups, [bound, bound], 'countPct')).toBeNull()
  })
})
