import type { ColumnExtent } from '../text/find-columns.ts'
import { type CellFigure, WIDTH } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import type { LaidCell } from './lay-out-table.ts'

/**
 * The columns of a table with those that most rows leave blank, which the number of figures in a row does not tell.
 *
 * > Purpose | Loans | FICO | Balance        usual: loans, balance
 *   Purchase    44            770.00
 *   Refinance   21    715     420.00        a figure of its own, under a header of its own
 *
 * As they are where figures of several columns stand under each other, or a further column has no header to itself.
 */
export function withSparseColumns(
  usual: ColumnExtent[],
  rows: readonly FigureRow[],
  headers: readonly LaidCell[],
): ColumnExtent[] {
  if (isAligned(rows, usual.length)) return usual
  const columns = columnsByPlace(rows)
  if (columns === null || columns.length <= usual.length) return usual
  const headed = withOwnHeader(columns, headers)
  return columns.every(column => headed.has(column)) ? columns : usual
}

/** Has every row the same figures, those of each column under that of the first row? Saves time: so have nearly all tables. */
function isAligned(rows: readonly FigureRow[], columns: number): boolean {
  const first = rows[0]?.line.atoms ?? []
  for (const { line, words } of rows) {
    const { atoms } = line
    if (atoms.length - columns > (words.length === 0 ? 1 : 0)) return false
    for (let order = 1; order <= columns; order++) {
      const [own, base] = [atoms[atoms.length - order], first[first.length - order]]
      if (own && base && (own.start >= base.end || own.end <= base.start)) return false
    }
  }
  return true
}

/**
 * Figures that stand under each other as columns, but for those that are the labels; null where two of a row do, or only
 * some rows have words for a label.
 */
function columnsByPlace(rows: readonly FigureRow[]): ColumnExtent[] | null {
  const body = rows.length > 1 ? rows.slice(0, -1) : rows
  const isLabelled = body.every(({ words }) => words.length > 0)
  if (!isLabelled && body.some(({ words }) => words.length > 0)) return null
  const columns: ColumnExtent[] = []
  const atoms = rows.flatMap(({ line }) => line.atoms).sort((a, b) => a.start - b.start)
  for (const { start, end, money, percent } of atoms) {
    const last = columns[columns.length - 1]
    if (last === undefined || start >= last.end) columns.push({ start, end, money, percent })
    else {
      last.end = Math.max(last.end, end)
      last.money ||= money
      last.percent ||= percent
    }
  }
  if (!rows.every(({ line }) => standsApart(line.atoms, columns))) return null
  return isLabelled ? columns : columns.slice(1)
}

/** Is at most one figure of the row in each column? Both stand in order. */
function standsApart(atoms: readonly CellFigure[], columns: readonly ColumnExtent[]): boolean {
  let at = 0
  let taken = -1
  for (const { start } of atoms) {
    while ((columns[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    if (at === taken) return false
    taken = at
  }
  return true
}

/** The columns that a header cell stands over without standing over another. */
function withOwnHeader(
  columns: readonly ColumnExtent[],
  headers: readonly LaidCell[],
): Set<ColumnExtent | undefined> {
  const alone = headers.map(({ left, right }) =>
    columns.filter(({ start, end }) => left * WIDTH < end && right * WIDTH > start),
  )
  return new Set(alone.flatMap(([only, ...others]) => (others.length === 0 ? [only] : [])))
}
