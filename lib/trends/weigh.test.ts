import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Weighed, weigh, weighQuotients } from './weigh.ts'

const exactly = (value: number, weight: number): Weighed => ({
  value: { low: value, high: value },
  weight: { low: weight, high: weight },
})

/** A true figure, and the bounds that a filing gives for it; some give it exactly. */
const known = (least: number, most: number) =>
  fc
    .tuple(
      fc.double({ min: least, max: most, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
    )
    .map(([truth, below, above, isExact]) => ({
      truth,
      low: isExact ? truth : truth - (truth - least) * below,
      high: isExact ? truth : truth + (most - truth) * above,
    }))

const deals = fc.array(fc.record({ value: known(1, 100), weight: known(1, 1e6) }), {
  minLength: 1,
  maxLength: 30,
})

describe('weigh', () => {
  it('is one figure where all are', () =>
    expect(weigh([exactly(70, 100), exactly(80, 300)])).toEqual({ low: 77.5, high: 77.5 }))

  it('is none where nothing weighs anything', () => {
    expect(weigh([])).toBeNull()
    expect(weigh([exactly(70, 0)])).toBeNull()
  })

  it('goes from all floors to all ceilings where weights are known', () => {
    const mean = weigh([exactly(70, 100), { value: { low: 60, high: 80 }, weight: { low: 100, high: 100 } }])
    expect(mean?.low).toBeCloseTo(65, 8)
    expect(mean?.high).toBeCloseTo(75, 8)
  })

  it('lets a weight that is only bounded pull both ways', () => {
    const mean = weigh([exactly(70, 100), { value: { low: 80, high: 80 }, weight: { low: 100, high: 300 } }])
    expect(mean?.low).toBeCloseTo(75, 8)
    expect(mean?.high).toBeCloseTo(77.5, 8)
  })

  it('holds the true mean whatever the deals are', () =>
    fc.assert(
      fc.property(deals, parts => {
        const sum = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((all, one) => all + of(one), 0)
        const truth =
          sum(({ value, weight }) => value.truth * weight.truth) / sum(({ weight }) => weight.truth)
        const bound = weigh(parts)
        expect(bound?.low).toBeLessThanOrEqual(truth * (1 + 1e-11))
        expect(bound?.high).toBeGreaterThanOrEqual(truth * (1 - 1e-11))
      }),
      { numRuns: 2000 },
    ))

  it('is tight: no choice of ends goes further, and one reaches it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: known(1, 100), weight: known(1, 50) }), { minLength: 1, maxLength: 8 }),
        parts => {
          let most = 0
          for (let choice = 0; choice < 2 ** parts.length; choice++) {
            const weights = parts.map(({ weight }, at) => (choice & (1 << at) ? weight.high : weight.low))
            const sum = weights.reduce((all, weight) => all + weight, 0)
            const mean = parts.reduce((all, { value }, at) => all + value.high * (weights[at] ?? 0), 0) / sum
            most = Math.max(most, mean)
          }
          expect(weigh(parts)?.high).toBeCloseTo(most, 6)
        },
      ),
    ))
})

describe('weighQuotients', () => {
  it('is all balances over all loans', () => {
    // 1,000,000 over 10 loans and 3,000,000 over 10 loans.
    expect(weighQuotients([exactly(100_000, 1_000_000), exactly(300_000, 3_000_000)])).toEqual({
      low: 200_000,
      high: 200_000,
    })
  })

  it('holds the true quotient', () =>
    fc.assert(
      fc.property(deals, parts => {
        const sum = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((all, one) => all + of(one), 0)
        const truth =
          sum(({ weight }) => weight.truth) / sum(({ value, weight }) => weight.truth / value.truth)
        const bound = weighQuotients(parts)
        expect(bound?.low).toBeLessThanOrEqual(truth * (1 + 1e-11))
        expect(bound?.high).toBeGreaterThanOrEqual(truth * (1 - 1e-11))
      }),
      { numRuns: 2000 },
    ))
})
