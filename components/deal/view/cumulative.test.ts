import { describe, expect, it } from 'vitest'
import { cumulate } from './cumulative.ts'

describe('cumulative shares', () => {
  it('end at 100 percent of the rows', () => {
    expect(cumulate([25, 50, 25])).toEqual([25, 75, 100])
  })
  it('come from the figures, not from added percents, so thirds do not drift', () => {
    expect(cumulate([1, 1, 1])?.map(share => share.toFixed(2))).toEqual(['33.33', '66.67', '100.00'])
  })
  it('are not given when a row prints no figure: the sum would leave it out unsaid', () => {
    expect(cumulate([25, null, 75])).toBeNull()
  })
  it('are not given when nothing adds up to something', () => {
    expect(cumulate([])).toBeNull()
    expect(cumulate([0, 0])).toBeNull()
  })
})
