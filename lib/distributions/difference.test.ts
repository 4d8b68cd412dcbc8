import { describe, expect, it } from 'vitest'
import { boundDifference, isProven, sayDifference } from './difference.ts'

const exact = (value: number) => ({ low: value, high: value })

describe('a difference from a base', () => {
  it.each([
    [exact(20.25), exact(19), '+1.25 points'],
    [exact(19), exact(20.25), '−1.25 points'],
    [exact(19), exact(19), '='],
    [exact(19.001), exact(19), '='],
    [{ low: 20.208, high: 40 }, exact(19), 'higher by at least 1.20 points'],
    [{ low: 1, high: 2.004 }, { low: 3.21, high: 9 }, 'lower by at least 1.20 points'],
    [{ low: 19.001, high: 40 }, exact(19), 'higher'],
    [{ low: 18, high: 40 }, { low: 12, high: 19 }, 'may be equal'],
  ])('of %o and %o is said as %s', (value, base, says) => {
    expect(sayDifference(boundDifference(value, base), 'balancePct')).toBe(says)
  })
  it('counts loans whole and money to the cent', () => {
    expect(sayDifference({ low: 12, high: 12 }, 'loanCount')).toBe('+12')
    expect(sayDifference({ low: 1200, high: 1500 }, 'loanCount')).toBe('higher by at least 1,200')
    expect(sayDifference({ low: -123_456, high: -123_456 }, 'balanceCents')).toBe('−$1,234.56')
  })
  it('has a proven sign where it does not take in nothing', () => {
    expect(
      [{ low: 1, high: 2 }, { low: -2, high: -1 }, exact(0), { low: -1, high: 1 }].map(isProven),
    ).toEqual([true, true, false, false])
  })
})
