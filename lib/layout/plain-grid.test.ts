import { describe, expect, it } from 'vitest'
import { toPlainGrid } from './plain-grid.ts'

describe('a grid as printed', () => {
  it('has a head where figures stand under words', () => {
    const grid = toPlainGrid([
      ['Class', 'Size ($)', 'Rating'],
      ['A-1', '120,000,000', 'AAA'],
      ['M-1', '$ 20,000,000', 'AA'],
    ])
    expect(grid.head).toEqual(['Class', 'Size ($)', 'Rating'])
    expect(grid.body).toHaveLength(2)
    expect(grid.isFigures).toEqual([false, true, false])
  })

  it('has none where the first row holds figures like the others', () => {
    const rows = [
      ['Number of Loans:', '1,204'],
      ['Average Balance:', '181,204'],
    ]
    expect(toPlainGrid(rows)).toEqual({ head: null, body: rows, isFigures: [false, true] })
  })

  it('has none where nothing but words is printed', () => {
    expect(
      toPlainGrid([
        ['Trustee', 'A bank'],
        ['Servicer', 'Another'],
      ]).head,
    ).toBeNull()
  })

  it('makes rows of one width of rows that are cut short, and keeps every cell', () => {
    const grid = toPlainGrid([['a', 'b'], ['c'], ['d', 'e', 'f']])
    expect(grid.body).toEqual([
      ['a', 'b', ''],
      ['c', '', ''],
      ['d', 'e', 'f'],
    ])
  })

  it.each(['(3.20)%', '-', '−1,204.55', '$181', '7.812', '100 %'])('takes %s for a figure', figure => {
    expect(
      toPlainGrid([
        ['', 'x'],
        ['r', figure],
      ]).isFigures[1],
    ).toBe(true)
  })

  it.each(['AAA', '99-00', 'LIBOR + 0.06%', '2003-A', '3/1/2005'])('takes %s for words', words => {
    expect(
      toPlainGrid([
        ['', 'x'],
        ['r', words],
      ]).isFigures[1],
    ).toBe(false)
  })

  it('is empty when nothing is printed', () => {
    expect(toPlainGrid([])).toEqual({ head: null, body: [], isFigures: [] })
  })
})
