import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { drawnPools, type Loan, type Print, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { type Answer, ask, askTail } from './answer.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { boundsOfMean } from './mean.ts'
import type { Side } from './question.ts'
import { readDistribution } from './read-distribution.ts'
import { edgesOf, rebucket } from './rebucket.ts'

/** STRATA_DRAWS=100000 for the long proof. */
const draws = Number(process.env.STRATA_DRAWS ?? 2000)
const sides: readonly Side[] = ['above', 'atLeast', 'below', 'atMost']

function distributionOf(loans: readonly Loan[], print: Print): Distribution {
  const read = readDistribution(printPool(loans, print))
  if ('reason' in read) throw new Error(read.reason)
  return read.distribution
}

const inUnit = (figure: number, { unit, place }: Print) =>
  unit === 'cents' ? figure : Number((figure * place).toFixed(6))

/** What truly lies within, in the answer's amounts. Shares are of all loans. */
function truth(loans: readonly Loan[], isInside: (figure: number) => boolean) {
  const inside = loans.filter(({ figure }) => figure !== null && isInside(figure))
  const sum = (some: readonly Loan[]) => some.reduce((all, { balance }) => all + balance, 0)
  return {
    loanCount: inside.length,
    balanceCents: sum(inside),
    balancePct: (100 * sum(inside)) / sum(loans),
    countPct: (100 * inside.length) / loans.length,
  }
}

function holds(bound: Bound | null, value: number): boolean {
  return bound === null || (bound.low <= value + 1e-6 && value - 1e-6 <= bound.high)
}

/** Open ends allow anything. */
function meanOf(distribution: Distribution): Bound | null {
  const mean = boundsOfMean(distribution, 'balance')
  return mean && { low: mean.low ?? -Infinity, high: mean.high ?? Infinity }
}

function expectInside(answer: Answer, true_: ReturnType<typeof truth>): void {
  for (const [amount, value] of Object.entries(true_)) {
    const bound = answer[amount as keyof typeof true_]
    if (!holds(bound, value)) expect({ amount, bound, value }).toBe('inside')
  }
}

/** Up to $550,000, none up to $600,000, and from $600,001. */
const inDollars: Print = {
  ...printOfRatios,
  dimension: 'current-balance',
  unit: 'cents',
  place: 1,
  edges: [55_000_001, 60_000_001],
  openBelow: false,
  wholeEdges: true,
  leavesOutEmpty: true,
}

const isOn = (side: Side, at: number) => (figure: number) =>
  side === 'above'
    ? figure > at
    : side === 'atLeast'
      ? figure >= at
      : side === 'below'
        ? figure < at
        : figure <= at

describe('what a table of ranges tells of its pool', () => {
  it('bounds every true tail, share between edges and mean of drawn loans', () => {
    fc.assert(
      fc.property(drawnPools, ({ loans, print, asked: [low, high] }) => {
        fc.pre(printPool(loans, print).buckets.some(({ range }) => range !== null))
        const distribution = distributionOf(loans, print)
        for (const side of sides)
          expectInside(askTail(distribution, { side, at: inUnit(low, print) }), truth(loans, isOn(side, low)))
        const span: Span = {
          low: { value: inUnit(low, print), included: false },
          high: { value: inUnit(high, print), included: true },
        }
        expectInside(
          ask(distribution, span),
          truth(loans, figure => figure > low && figure <= high),
        )
        const known = loans.filter(({ figure }) => figure !== null)
        const weight = known.reduce((all, { balance }) => all + balance, 0)
        const mean = known.reduce((all, { figure, balance }) => all + (figure ?? 0) * balance, 0) / weight
        if (known.length > 0)
          expect(holds(meanOf(distribution), print.unit === 'cents' ? mean : mean * print.place)).toBe(true)
      }),
      { numRuns: draws },
    )
  }, 600_000)

  it('answers exactly at every printed edge, however rows are merged there', () => {
    fc.assert(
      fc.property(drawnPools, ({ loans, print }) => {
        fc.pre(loans.some(({ figure }) => figure !== null))
        const distribution = distributionOf(loans, { ...print, residualBelow: 0, wholeDollars: false })
        const edges = edgesOf(distribution)
        const merged = rebucket(
          distribution,
          edges.filter((_, order) => order % 2 === 0),
        )
        for (const { answer } of merged) expect(answer.loanCount?.low).toBe(answer.loanCount?.high)
        const counted = merged.reduce((sum, { answer }) => sum + (answer.loanCount?.low ?? 0), 0)
        expect(counted).toBe(loans.filter(({ figure }) => figure !== null).length)
      }),
      { numRuns: draws / 4 },
    )
  }, 600_000)

  it('takes a row behind one that is left out to begin right above the dollar below its low', () => {
    const loans = [52_000_000, 60_000_050, 61_000_000].map(cents => ({ figure: cents, balance: cents }))
    const distribution = distributionOf(loans, inDollars)
    expect(distribution.rows.map(({ label }) => label)).toEqual(['$520000 to $550000', '$600001 to $610000'])
    expect(askTail(distribution, { side: 'above', at: 60_000_000 })).toMatchObject({
      exact: true,
      loanCount: { low: 2, high: 2 },
    })
    expect(askTail(distribution, { side: 'atLeast', at: 60_000_100 }).loanCount).toEqual({ low: 1, high: 2 })
  })

  it('answers nothing exactly of a row whose loans and balance do not fit its range', () => {
    const loans = [52_000_000, 61_000_000].map(cents => ({ figure: cents, balance: cents }))
    const table = printPool(loans, inDollars)
    const wrong = table.buckets.map((row, order) =>
      order === 1 ? { ...row, values: { ...row.values, balanceCents: 59_000_000 } } : row,
    )
    const read = readDistribution({ ...table, buckets: wrong, total: null })
    if ('reason' in read) throw new Error(read.reason)
    for (const at of [10_000_000, 60_000_000, 90_000_000]) {
      const answer = askTail(read.distribution, { side: 'above', at })
      expect(answer.exact).toBe(false)
      expect(answer.because.map(({ rule }) => rule)).toContain('figures-contradict')
    }
  })

  it('is as tight as loans and balance of a row allow: every end is a pool that there can be', () => {
    fc.assert(
      fc.property(
        fc.record({
          from: fc.integer({ min: 1, max: 4 }),
          width: fc.integer({ min: 1, max: 6 }),
          figures: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }),
          edge: fc.integer({ min: 0, max: 6 }),
        }),
        ({ from, width, figures, edge }) => {
          const row = figures.map(figure => from + Math.min(figure, width))
          const at = from + Math.min(edge, width - 1)
          const loans = [...row, 100].map(figure => ({ figure, balance: figure }))
          const print: Print = {
            ...printOfRatios,
            dimension: 'current-balance',
            unit: 'cents',
            place: 1,
            edges: [from, from + width + 1],
            openBelow: false,
          }
          const answer = askTail(distributionOf(loans, print), { side: 'above', at })
          const possible = poolsOf(
            row.length,
            from,
            from + width,
            row.reduce((a, b) => a + b, 0),
          )
          const above = possible.map(pool => pool.filter(figure => figure > at))
          const counts = above.map(some => some.length + 1)
          const sums = above.map(some => some.reduce((a, b) => a + b, 100))
          expect(answer.loanCount).toEqual({ low: Math.min(...counts), high: Math.max(...counts) })
          expect(answer.balanceCents).toEqual({ low: Math.min(...sums), high: Math.max(...sums) })
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Every pool of so many loans within a row that comes to the sum. */
function poolsOf(loans: number, from: number, to: number, sum: number): number[][] {
  if (loans === 0) return sum === 0 ? [[]] : []
  const pools: number[][] = []
  for (let figure = from; figure <= Math.min(to, sum); figure++)
    for (const rest of poolsOf(loans - 1, figure, to, sum - figure)) pools.push([figure, ...rest])
  return pools
}

it('asks nothing of a table in which a row prints less than nothing', () => {
  const table = inventTable({
    dimension: 'original-ltv',
    rows: [
      { label: '60.01 to 70.00', range: rangeOf(60.01, 70), loanCount: 3, balanceCents: 300 },
      { label: '70.01 to 80.00', range: rangeOf(70.01, 80), loanCount: 2, balanceCents: -50 },
    ],
  })
  expect(readDistribution(table)).toEqual({ reason: 'amounts-below-nothing' })
})
