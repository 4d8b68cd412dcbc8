import { describe, expect, it } from 'vitest'
import { runningShares } from './cumulative.ts'

describe('cumulative shares', () => {
  it('end at 100 percent of the rows', () => {
    expect(runningShares([25, 50, 25])).toEqual([25, 75, 100])
  })
  it('come from the figures, not from added percents, so thirds do not drift', () => {
    expect(runningShares([1, 1, 1])?.map(share => share.toFixed(2))).toEqual(['33.33', '66.67', '100.00'])
  })
  it('are not given when a row prints no figure: the sum would leave it out unsaid', () => {
    expect(runningShares([25, null, 75])).toBeNull()
  })
  it('are not given when nothing adds up to something', () => {
    expect(runningShares([])).toBeNull()
    expect(runningShares([0, 0])).toBeNull()
  })
})
