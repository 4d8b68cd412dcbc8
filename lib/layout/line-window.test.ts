import { describe, expect, it } from 'vitest'
import { joinWindows, spanAround, spanBeside, spanOfPage } from './line-window.ts'

const window = (first: number, last: number) => ({
  first,
  lines: Array.from({ length: last - first + 1 }, (_, index) => `line ${first + index}`),
})

describe('windows of lines', () => {
  it('fetches nothing that is shown already', () => expect(spanAround(50, window(1, 100), 400)).toBeNull())
  it('fetches around a place outside', () =>
    expect(spanAround(300, window(1, 100), 400)).toEqual({ from: 240, to: 390, around: 300 }))
  it('stays inside the filing', () => expect(spanAround(5, null, 40)).toEqual({ from: 1, to: 40, around: 5 }))
  it('ends at the filing’s ends', () => {
    expect(spanBeside(window(1, 100), 'before', 400)).toBeNull()
    expect(spanBeside(window(300, 400), 'after', 400)).toBeNull()
    expect(spanBeside(window(10, 100), 'before', 400)).toEqual({ from: 1, to: 9, around: 9 })
  })
  it.each([
    ['after', window(1, 5), window(6, 9), window(1, 9)],
    ['before', window(6, 9), window(1, 5), window(1, 9)],
    ['overlapping', window(4, 8), window(1, 12), window(1, 12)],
    ['inside', window(1, 12), window(4, 8), window(1, 12)],
  ])('joins lines %s', (_, known, added, joined) => expect(joinWindows(known, added)).toEqual(joined))
  it('starts anew where lines would be missing between', () => {
    expect(joinWindows(window(1, 5), window(7, 9))).toEqual(window(7, 9))
  })
})

describe('pages of a filing', () => {
  it('shows a short filing whole, and what is left of it where its lines are too long for one page', () => {
    expect(spanOfPage(400, 105, null)).toEqual({ from: 1, to: 400, around: 105 })
    expect(spanOfPage(400, 105, 300)).toEqual({ from: 300, to: 400, around: 300 })
  })
  it('shows a long one around the place', () => {
    expect(spanOfPage(900_000, 500_000, null)).toEqual({
      from: 499_700,
      to: 500_899,
      around: 500_000,
    })
  })
  it('goes where it is asked, never past the end', () => {
    expect(spanOfPage(5000, 105, 2000).from).toBe(2000)
    expect(spanOfPage(5000, 105, 99_999)).toEqual({ from: 5000, to: 5000, around: 5000 })
    expect(spanOfPage(5000, 105, -7).from).toBe(1)
  })
})
