import type { Cell, Grid } from '../grid/grid.ts'

const at = { line: 1, start: 1, end: 2 }

/** A cell at no place in particular. */
export function cellOf(text: string): Cell {
  return { text, at: { ...at } }
}

/** A table of occupancies: headers, and rows that each begin with their label. `other` is what else is printed, or otherwise. */
export function gridOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  other: Partial<Grid> = {},
): Grid {
  return {
    headings: [],
    title: [cellOf('Occupancy Status of the Mortgage Loans')],
    stub: null,
    columns: headers.map(header => ({ header, at, money: false, percent: false })),
    rows: rows.map(([label = '', ...cells]) => ({
      label: cellOf(label),
      cells: cells.map(cellOf),
      group: null,
      at,
    })),
    tail: [],
    notes: [],
    at,
    ...other,
  }
}
