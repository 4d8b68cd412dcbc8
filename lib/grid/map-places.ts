import type { Place } from '../report.ts'
import type { Cell, CellPair, Grid } from './grid.ts'

/** The same grid with every place put through `move`. */
export function mapPlaces(grid: Grid, move: (at: Place) => Place): Grid {
  const cell = (one: Cell): Cell => ({ text: one.text, at: move(one.at) })
  const pair = ([first, second]: CellPair): CellPair => [cell(first), cell(second)]
  return {
    headings: grid.headings.map(cell),
    title: grid.title.map(cell),
    ...(grid.isTitleBelow && { isTitleBelow: grid.isTitleBelow }),
    ...(grid.undivided && { undivided: grid.undivided.map(cell) }),
    ...(grid.orphan && { orphan: grid.orphan.map(cell) }),
    stub: grid.stub && cell(grid.stub),
    ...(grid.stubPair && { stubPair: pair(grid.stubPair) }),
    columns: grid.columns.map(column => ({ ...column, at: move(column.at) })),
    rows: grid.rows.map(row => ({
      ...row,
      label: row.label && cell(row.label),
      ...(row.labelPair && { labelPair: pair(row.labelPair) }),
      cells: row.cells.map(one => one && cell(one)),
      ...(row.astray && { astray: row.astray.map(cell) }),
      ...(row.open && {
        open: { ...row.open, words: cell(row.open.words), label: cell(row.open.label) },
      }),
      at: move(row.at),
    })),
    tail: grid.tail.map(cell),
    ...(grid.below && { below: grid.below.map(cell) }),
    notes: grid.notes.map(note => ({ ...note, at: move(note.at) })),
    at: move(grid.at),
    ...(grid.parts && { parts: grid.parts.map(move) }),
    ...(grid.issues && { issues: grid.issues.map(one => ({ ...one, at: one.at && move(one.at) })) }),
  }
}
