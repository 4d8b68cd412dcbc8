import { describe, expect, test } from 'vitest'
import { boundGrid } from './bound-grid.ts'
import type { Cell, Grid } from './grid.ts'
import { gridSettings } from './settings.ts'

const { mostColumns, mostCells, longestHeader, longestText, longestNote } = gridSettings
const place = (start: number) => ({ line: 1, start, end: start + 1 })
const cellOf = (text: string, start = 1): Cell => ({ text, at: place(start) })

/** A grid of so many columns and rows, figures in each. */
function gridOf(width: number, height: number, more: Partial<Grid> = {}): Grid {
  const orders = Array.from({ length: width }, (_, order) => order)
  const columns = orders.map(order => ({
    header: 'Loans',
    at: place(order + 1),
    money: false,
    percent: false,
  }))
  const row = {
    label: cellOf('A'),
    cells: orders.map(order => cellOf('1', order + 1)),
    group: null,
    at: place(1),
  }
  const rows = Array.from({ length: height }, () => row)
  const parts = { headings: [], title: [], stub: null, tail: [], notes: [], at: place(1) }
  return { ...parts, columns, rows, ...more }
}

const codesOf = ({ issues = [] }: Grid) => issues.map(({ code, at }) => [code, at?.start])

test('leaves a grid as it is that is within bounds', () => {
  const grid = gridOf(mostColumns, 3, { title: [cellOf('x'.repeat(longestText))] })
  expect(boundGrid(grid)).toBe(grid)
})

test('reads the first columns of a wider one, and says where the others begin', () => {
  const bounded = boundGrid(gridOf(mostColumns + 50, 3))
  expect(bounded.columns).toHaveLength(mostColumns)
  expect(bounded.rows.map(({ cells }) => cells.length)).toEqual([mostColumns, mostColumns, mostColumns])
  expect(codesOf(bounded)).toEqual([['columns-are-not-read', mostColumns + 1]])
})

test('reads no row of a grid of more cells than are held, and says so', () => {
  const height = Math.floor(mostCells / 200) + 1
  const bounded = boundGrid(gridOf(200, height))
  expect([bounded.rows, codesOf(bounded)]).toEqual([[], [['table-is-too-large', 1]]])
})

describe('a text that is longer than any printed', () => {
  const long = (most: number) => 'word '.repeat(most)
  const header = (start: number) => ({
    header: long(longestHeader),
    at: place(start),
    money: false,
    percent: false,
  })
  const row = { label: cellOf(long(longestText)), cells: [], group: null, at: place(1) }
  const grids: [string, Grid, (grid: Grid) => string | undefined, number][] = [
    ['header', gridOf(0, 2, { columns: [header(1)] }), grid => grid.columns[0]?.header, longestHeader],
    ['stub', gridOf(1, 2, { stub: cellOf(long(longestHeader)) }), grid => grid.stub?.text, longestHeader],
    ['title', gridOf(1, 2, { title: [cellOf(long(longestText))] }), grid => grid.title[0]?.text, longestText],
    ['label', gridOf(0, 0, { rows: [row] }), grid => grid.rows[0]?.label?.text, longestText],
    [
      'note',
      gridOf(1, 2, { notes: [{ mark: '1', ...cellOf(long(longestNote)) }] }),
      grid => grid.notes[0]?.text,
      longestNote,
    ],
  ]

  test.each(grids)('is cut in a %s, with an issue that says so', (_, grid, textOf, most) => {
    const bounded = boundGrid(grid)
    expect(textOf(bounded)).toHaveLength(most)
    expect(codesOf(bounded)).toEqual([['text-is-cut', 1]])
    expect(bounded.issues?.[0]?.message.length).toBeLessThan(300)
  })

  test('is one issue where it stands over several columns', () => {
    expect(codesOf(boundGrid(gridOf(0, 2, { columns: [header(1), header(1), header(7)] })))).toEqual([
      ['text-is-cut', 1],
      ['text-is-cut', 7],
    ])
  })

  test('may be a title of many lines', () => {
    const bounded = boundGrid(
      gridOf(1, 2, { title: Array.from({ length: 500 }, () => cellOf('Loan Group')) }),
    )
    expect(bounded.title.map(({ text }) => text).join('').length).toBeLessThanOrEqual(longestText)
    expect(codesOf(bounded)).toEqual([['text-is-cut', 1]])
  })
})

test('cuts the heading of a group in each of its rows, and says so once', () => {
  const { rows, ...grid } = gridOf(1, 3)
  const group = 'word '.repeat(gridSettings.longestHeading)
  const bounded = boundGrid({ ...grid, rows: rows.map(row => ({ ...row, group })) })
  expect(bounded.rows.map(row => row.group?.length)).toEqual(Array(3).fill(bounded.rows[0]?.group?.length))
  expect(bounded.rows[0]?.group?.length).toBeLessThan(gridSettings.longestHeading + 50)
  expect(codesOf(bounded)).toEqual([['text-is-cut', 1]])
})
