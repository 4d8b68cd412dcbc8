import { describe, expect, it } from 'vitest'
import { namePages } from './page-numbers.ts'

describe('the pages that are named', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 150, [1, 2, null, 150]],
    [42, 150, [1, null, 41, 42, 43, null, 150]],
    [150, 150, [1, null, 149, 150]],
    [3, 5, [1, 2, 3, 4, 5]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  ])('of page %i of %i are its neighbours and the ends', (page, count, named) => {
    expect(namePages(page, count)).toEqual(named)
  })
})
