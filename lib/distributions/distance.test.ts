import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { type Loan, loansFrom, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { measureDistance } from './distance.ts'
import { sayDistance } from './distance-words.ts'
import { shapePool } from './pool-shape.ts'

const shapeOf = (...tables: Stratification[]) => shapePool({ tables, loanGroup: null })
const at = { line: 1, start: 1, end: 2 }

function named(
  dimension: string,
  rows: [label: string, code: string | null, share: number][],
): Stratification {
  return {
    ...printPool(loansFrom(5500), { ...printOfRatios, edges: [] }),
    id: dimension,
    dimension,
    buckets: rows.map(([label, code, share]) => ({
      label,
      code,
      range: null,
      marks: [],
      values: { balancePct: share },
      places: {},
      at,
    })),
    total: null,
    columns: [{ measure: 'balancePct', header: '%', unit: 'percent', decimals: 2, at }],
  }
}

describe('the distance of two pools by ranges', () => {
  it('is nothing from a pool to itself, whatever edges it is printed at', () => {
    const one = shapeOf(printPool(loansFrom(5500), printOfRatios))
    const finer = shapeOf(
      printPool(loansFrom(5500), { ...printOfRatios, edges: [6001, 6501, 7001, 7501, 8001, 9001] }),
    )
    for (const other of [one, finer])
      expect(measureDistance(one, other)).toMatchObject({ points: 0, dimensions: [{ floor: 0, points: 0 }] })
  })

  it('tells how far figures move, and where the most is proven', () => {
    const [one, other] = [
      shapeOf(printPool(loansFrom(5500), printOfRatios)),
      shapeOf(printPool(loansFrom(6000), printOfRatios)),
    ]
    const { dimensions } = measureDistance(one, other)
    const [only] = dimensions
    expect(only?.floor).toBeCloseTo((100 * 5) / 45)
    expect(only?.moved?.unit).toBe('percent')
    // Every loan's ratio is 5 points higher; part of it lies beyond the shared edges.
    expect(only?.moved?.value).toBeGreaterThan(2.5)
    expect(only?.moved?.value).toBeLessThanOrEqual(5)
    expect(measureDistance(other, one).points).toBeCloseTo(measureDistance(one, other).points ?? -1)
  })

  it('is never guessed where no edge is shared', () => {
    const one = shapeOf(
      printPool(loansFrom(5500), { ...printOfRatios, edges: [6501, 7501], openAbove: true }),
    )
    const other = shapeOf(
      printPool(loansFrom(5500), { ...printOfRatios, edges: [7001, 8001], openAbove: true }),
    )
    expect(measureDistance(one, other)).toEqual({
      points: null,
      dimensions: [],
      notComparable: [{ dimension: 'original-ltv', reason: 'no-shared-edge' }],
      printed: 1,
    })
    expect(sayDistance(measureDistance(one, other))).toMatch(/not comparable/)
  })

  it('proves no more than is true of any two pools', () => {
    const loans = fc.array(
      fc.record({
        figure: fc.integer({ min: 4000, max: 10000 }),
        balance: fc.integer({ min: 1_000_000, max: 50_000_000 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    const edges = fc.uniqueArray(
      fc.integer({ min: 5, max: 9 }).map(ten => ten * 1000 + 1),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(loans, loans, edges, edges, fc.boolean(), (one, other, ownEdges, otherEdges, openAbove) => {
        const printed = (own: Loan[], at: number[]) =>
          shapeOf(printPool(own, { ...printOfRatios, edges: at.toSorted((a, b) => a - b), openAbove }))
        const found = measureDistance(printed(one, ownEdges), printed(other, otherEdges)).dimensions[0]
        if (!found) return
        const share = (own: Loan[], above: number) =>
          (100 *
            own
              .filter(({ figure }) => (figure ?? 0) > above)
              .reduce((sum, { balance }) => sum + balance, 0)) /
          own.reduce((sum, { balance }) => sum + balance, 0)
        const truth = [...one, ...other]
          .map(({ figure }) => Math.abs(share(one, (figure ?? 0) - 1) - share(other, (figure ?? 0) - 1)))
          .reduce((most, gap) => Math.max(most, gap), 0)
        expect(found.floor).toBeLessThanOrEqual(truth + 1e-6)
        expect(found.points).toBeLessThanOrEqual(100)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

describe('the distance of two pools by names', () => {
  const state = (...rows: [string, string | null, number][]) => shapeOf(named('state', rows))

  it('is the share that would have to change its name', () => {
    const one = state(['California', 'CA', 60], ['New York', 'NY', 40])
    const other = state(['California', 'CA', 35], ['New York', 'NY', 40], ['Texas', 'TX', 25])
    const { dimensions } = measureDistance(one, other)
    expect(dimensions[0]?.points).toBeCloseTo(25)
    expect(dimensions[0]?.at).toEqual({ name: 'Texas' })
    expect(dimensions[0]?.floor).toBeCloseTo(24.995)
  })

  it('takes what one does not name with all others, unless it names all', () => {
    const one = state(['California', 'CA', 60], ['Other', 'other', 40])
    const other = state(['California', 'CA', 60], ['Texas', 'TX', 25], ['Other', 'other', 15])
    expect(measureDistance(one, other).points).toBeCloseTo(0)
  })

  it('is not told where most loans are under names that only one prints', () => {
    const one = shapeOf(
      named('loan-program', [
        ['Alpha', null, 90],
        ['Beta', null, 10],
      ]),
    )
    const other = shapeOf(
      named('loan-program', [
        ['Gamma', null, 90],
        ['Beta', null, 10],
      ]),
    )
    expect(measureDistance(one, other).notComparable).toEqual([
      { dimension: 'loan-program', reason: 'few-shared-names' },
    ])
  })
})

it('says what makes two pools near or far', () => {
  const pool = (ltv: number, california: number, owner: number) =>
    shapeOf(
      printPool(loansFrom(ltv), printOfRatios),
      named('state', [
        ['California', 'CA', california],
        ['New York', 'NY', 100 - california],
      ]),
      named('occupancy', [
        ['Primary Residence', null, owner],
        ['Investor', null, 100 - owner],
      ]),
    )
  expect(sayDistance(measureDistance(pool(5500, 60, 90), pool(5500, 35, 89)))).toBe(
    'Nearest in original LTV (0 points) and occupancy (1.0 points); furthest in state (25.0 points, at least 24.9 in California).',
  )
})
