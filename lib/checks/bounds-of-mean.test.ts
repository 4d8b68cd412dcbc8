import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundMean } from './bounds-of-mean.ts'

const rows = [
  { value: 690, weight: 40 },
  { value: 730, weight: 25 },
  { value: 705, weight: 35 },
]
const exact = { half: 0, lacking: 0 }

describe('what a weighted mean can be', () => {
  it('is one figure where nothing is rounded', () => {
    const { low, high } = boundMean(rows, exact)
    expect([low, high]).toEqual([705.25, 705.25])
  })
  it('gives rounded weights to the lowest values, and to the highest', () => {
    const { low, high } = boundMean(rows, { half: 5, lacking: 0 })
    expect(low).toBeCloseTo((690 * 45 + 705 * 30 + 730 * 20) / 95, 10)
    expect(high).toBeCloseTo((690 * 35 + 705 * 30 + 730 * 30) / 95, 10)
  })
  it('takes weight from the highest values, and from the lowest, where some may have none', () => {
    const { low, high } = boundMean(rows, { ...exact, lacking: 0.1 })
    expect(low).toBeCloseTo((690 * 40 + 705 * 35 + 730 * 15) / 90, 10)
    expect(high).toBeCloseTo((690 * 30 + 705 * 35 + 730 * 25) / 90, 10)
  })
  it('is anything between the rows where all may have none', () => {
    expect(boundMean(rows, { ...exact, lacking: 1 })).toEqual({ low: 690, high: 730 })
  })
  it('holds the mean of figures that are printed so, and is no wider than it must be', () => {
    const row = fc.record({
      value: fc.double({ min: 2, max: 12, noNaN: true }),
      weight: fc.double({ min: 1000, max: 900_000, noNaN: true }),
      without: fc.double({ min: 0, max: 0.2, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), held => {
        const total = held.reduce((sum, { weight }) => sum + weight, 0)
        const counted = held.map(({ value, weight, without }) => ({ value, weight: weight * (1 - without) }))
        const weight = counted.reduce((sum, one) => sum + one.weight, 0)
        const mean = counted.reduce((sum, one) => sum + one.value * one.weight, 0) / weight
        const printed = held.map(({ value, weight }) => ({
          value: Number(value.toFixed(2)),
          weight: Math.round(weight / 100) * 100,
        }))
        const { low, high } = boundMean(printed, { half: 50, lacking: 1 - weight / total })
        expect(mean).toBeGreaterThanOrEqual(low - 0.005 - 1e-9)
        expect(mean).toBeLessThanOrEqual(high + 0.005 + 1e-9)
        const values = printed.map(({ value }) => value)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      }),
      { seed: 3, numRuns: 2000 },
    )
  })
})
