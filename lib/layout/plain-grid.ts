import { largest } from '../extremes.ts'
/** A grid of cells as printed, for showing: rows of one width, told apart from the row that heads them. */
export type PlainGrid = {
  /** What stands over the columns, null where the first row is a row like the others. */
  head: string[] | null
  body: string[][]
  /** By column: its cells are figures, so that they stand right. */
  isFigures: boolean[]
}

/**
 * Rows of cells as a grid. The first row heads the columns when figures stand under it and none in it.
 *
 * > Class    Size ($)      Rating
 * > A-1      120,000,000   AAA
 */
export function toPlainGrid(rows: readonly (readonly string[])[]): PlainGrid {
  const width = Math.max(0, largest(rows.map(row => row.length)))
  const even = rows.map(row => Array.from({ length: width }, (_, column) => row[column]?.trim() ?? ''))
  const [first = [], ...rest] = even
  const isFigures = first.map((_, column) => areFigures(rest.map(row => row[column] ?? '')))
  const isHead = isFigures.some(Boolean) && !first.some((cell, column) => column > 0 && isFigure(cell))
  return isHead ? { head: first, body: rest, isFigures } : { head: null, body: even, isFigures }
}

/** Most of the cells that say something are figures. */
function areFigures(cells: string[]): boolean {
  const said = cells.filter(cell => cell !== '')
  return said.filter(isFigure).length * 2 > said.length
}

/** > 120,000,000   $1,204.55   (3.20)%   7.812   - */
function isFigure(cell: string): boolean {
  return /^[-−($ ]*\d[\d,.]*[)% ]*$|^[-–—]+$/.test(cell)
}
