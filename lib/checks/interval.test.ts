import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAgreement, type Interval, meets } from './interval.ts'

const of = (low: number, high: number): Interval => ({ low, high })

describe('the agreement of intervals', () => {
  it.each([
    ['nothing of none', [], 0, []],
    ['one with itself', [of(1, 2)], 1, []],
    ['two that meet', [of(1, 2), of(2, 3)], 2, []],
    ['neither of two that do not meet', [of(1, 2), of(3, 4)], 1, [of(1, 2), of(3, 4)]],
    ['two of three, naming the odd one', [of(5, 6), of(1, 3), of(2, 4)], 2, [of(5, 6)]],
    ['the middle one of three in a chain', [of(1, 3), of(2, 5), of(4, 6)], 2, [of(1, 3), of(4, 6)]],
    ['two pairs, none of which is the larger', [of(1, 2), of(1, 2), of(4, 5), of(4, 5)], 2, null],
  ])('is %s', (_, intervals, most, outside) => {
    const agreement = findAgreement(intervals)
    expect(agreement.most).toBe(most)
    expect(agreement.outside).toEqual(outside ?? intervals)
  })
  it('takes ends that differ by the noise of doubles for the same', () => {
    expect(meets(of(0, 0.1 + 0.2), of(0.3, 1))).toBe(true)
    expect(findAgreement([of(0.1 + 0.2, 1), of(0, 0.3)]).most).toBe(2)
  })
  it('leaves an interval out only where another does not meet it', () => {
    const interval = fc.tuple(fc.nat(40), fc.nat(9)).map(([low, width]) => of(low, low + width))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 9 }), intervals => {
        const { most, outside } = findAgreement(intervals)
        for (const one of outside) expect(intervals.some(other => !meets(one, other))).toBe(true)
        const figures = intervals.map(({ low }) => low)
        const counts = figures.map(at => intervals.filter(({ low, high }) => low <= at && at <= high).length)
        expect(most).toBe(Math.max(0, ...counts))
      }),
      { seed: 5 },
    )
  })
})
