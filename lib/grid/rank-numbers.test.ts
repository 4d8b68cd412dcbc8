import { describe, expect, it } from 'vitest'
import { countsRows, readRank, withoutRankWord } from './rank-numbers.ts'

describe('numbers before labels', () => {
  it.each([[[1, 2, 3]], [[1, 2]], [[1, 2, 3, null]], [[1, 2, 3, null, null]]])(
    'count the rows: %j',
    ranks => {
      expect(countsRows(ranks)).toBe(true)
    },
  )
  it.each([
    [[1]],
    [[1, 1, 2]],
    [[2, 3, 4]],
    [[1, 3, 4]],
    [[null, 1, 2]],
    [[1, 2, null, null, null]],
    [[1, 2, null, 3]],
  ])('do not: %j', ranks => {
    expect(countsRows(ranks)).toBe(false)
  })
  it.each([
    ['1', 1],
    ['12.', 12],
    ['3)', 3],
    ['2001', null],
    ['1a', null],
    ['', null],
  ])('%j is %j', (text, rank) => {
    expect(readRank(text)).toBe(rank)
  })
  it('take the word over them off the header', () => {
    expect(withoutRankWord('Rank State')).toBe('State')
    expect(withoutRankWord('Number of Units')).toBe('Number of Units')
  })
})
