import type { FigureRow } from './figure-row.ts'

/**
 * Rows of figures without a label, with the row of words right above as theirs, where each but the last has one.
 *
 * >  Full Documentation
 *                          100     10,000,000.00     50.00%
 *    Stated Income
 *                           50      5,000,000.00     25.00%
 *    Total                 150     15,000,000.00     75.00%
 *
 * The words stand left of all figures, and the first figures of all rows below each other: else they head rows whose labels
 * are figures.
 */
export function joinLabelsAbove(rows: FigureRow[]): FigureRow[] {
  const figures = rows.filter(hasFigures)
  const alone = figures.filter(({ words }) => words.length === 0)
  const above = new Map<FigureRow, FigureRow>()
  for (const [at, row] of rows.entries()) {
    const words = rows[at - 1]
    if (words !== undefined && isLabelOf(words, row)) above.set(row, words)
  }
  const isWhole = alone.every(row => above.has(row) || row === figures.at(-1))
  if (!isWhole || above.size === 0 || (above.size === 1 && alone.length === figures.length)) return rows
  const left = alone[0]?.line.atoms[0]?.cell.left
  if (figures.some(({ line }) => line.atoms[0]?.cell.left !== left)) return rows
  const taken = new Set(above.values())
  return rows.flatMap(row => {
    const words = above.get(row)
    if (words !== undefined) return withLabel(row, words)
    return taken.has(row) ? [] : [row]
  })
}

const hasFigures = ({ line }: FigureRow) => line.atoms.length > 0

function isLabelOf({ cells: [only, ...more], line }: FigureRow, row: FigureRow): boolean {
  const [first] = row.line.atoms
  if (only === undefined || first === undefined || more.length > 0 || line.atoms.length > 0) return false
  return row.words.length === 0 && only.right <= first.cell.left
}

function withLabel(row: FigureRow, { cells, words, line }: FigureRow): FigureRow {
  return { ...row, cells: [...cells, ...row.cells], words, line: { ...row.line, to: line.to } }
}
