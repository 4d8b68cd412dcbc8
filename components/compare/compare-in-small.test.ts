import { describe, expect, it } from 'vitest'
import { printedDimensions } from '@/lib/distributions/index.ts'
import { type Loan, printOfRatios, printPool } from '@/lib/testing/drawn-pool.ts'
import { compareAllInSmall } from './compare-in-small.ts'

/** So many loans of a hundred thousand dollars at each of some ratios. */
const loansAt = (...ratios: [ratio: number, loans: number][]): Loan[] =>
  ratios.flatMap(([ratio, loans]) =>
    Array.from({ length: loans }, () => ({ figure: ratio * 100, balance: 10_000_000 })),
  )
const poolOf = (loans: Loan[], edges: number[]) => ({
  tables: [printPool(loans, { ...printOfRatios, edges })],
  loanGroup: null,
})
const inSmall = (pools: ReturnType<typeof poolOf>[]) =>
  compareAllInSmall({ pools, measure: 'balancePct', edges: null }, printedDimensions(pools))[0]

const low = loansAt([65, 9], [85, 1])
const high = loansAt([65, 1], [75, 8], [85, 1])

describe('a dimension in small', () => {
  it('tells that two of three differ at an edge that the third does not print', () => {
    const small = inSmall([
      poolOf(low, [6001, 7001, 8001, 9001]),
      poolOf(high, [6001, 7001, 8001, 9001]),
      poolOf(low, [6001, 8001, 9001]),
    ])
    expect(small?.widest?.row.range?.low).toBe(70)
    expect(small?.widest?.least).toBeCloseTo(80, 0)
    // It stands among the rows at the edges that all print, in their order.
    const edges = small?.compared.rows.map(({ range }) => range?.low) ?? []
    expect(edges).toContain(80)
    expect(edges).toEqual(edges.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    expect(small?.isFiner).toBe(false)
  })

  it('draws the finer edges where nothing lies above those that all print', () => {
    const small = inSmall([poolOf(low, [7101]), poolOf(high, [6901])])
    expect(small?.isFiner).toBe(true)
    expect(small?.compared.rows.some(({ values }) => values.some(value => (value?.high ?? 0) > 0))).toBe(true)
  })

  it('proves no difference of pools that are alike', () => {
    expect(inSmall([poolOf(low, [6001, 8001]), poolOf(low, [6001, 8001])])?.widest).toBeNull()
  })
})
