import { type Grid, type GridRow, spanPlaces } from './grid.ts'
import { joinCells } from './join-cells.ts'

/** The lower bound of a range whose upper one stands on another line: > $100,000.01 -      60.01% to */
export const HALF_RANGE = /^\$? ?\d[\d,.]{0,16} ?%? ?(?:[-–—]|to|thru|through)$/i
const CLOSES = /^\$? ?\d[\d,.]{0,16} ?%?$/

/**
 * The grid with ranges whole whose upper bounds stand on lines of their own, below their figures.
 *
 * > $100,000.01 -       40    6,040,085.20      "$100,000.01 - $200,000.00"
 *   $200,000.00
 */
export function joinHalvedRanges(grid: Grid): Grid {
  const rows: GridRow[] = []
  for (const row of grid.rows) {
    const above = rows.at(-1)
    const label = row.label
    if (
      above?.label &&
      label &&
      HALF_RANGE.test(above.label.text) &&
      CLOSES.test(label.text) &&
      row.cells.every(cell => cell === null) &&
      above.cells.some(cell => cell !== null)
    )
      rows[rows.length - 1] = {
        ...above,
        label: joinCells(above.label, label),
        at: spanPlaces(above.at, row.at),
      }
    else rows.push(row)
  }
  return rows.length === grid.rows.length ? grid : { ...grid, rows }
}
