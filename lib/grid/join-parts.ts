import { type Cell, type Grid, type GridRow, spanPlaces } from './grid.ts'
import { isTotalLabel } from './total-label.ts'

const CONTINUED = /[\s(–-]*\bcont(?:inued|'?d\b|\.)?\)?[.:]?$/i

/**
 * Join tables that a page break cut: rows that go on below a repeated header, and columns that go on in a second half
 * with the same rows.
 *
 * > Mortgage Rates                  Mortgage Rates (continued)
 *   Rate      Loans   Balance       Rate      Loans   Balance
 *   5.500        12   …             5.750         7   …
 *   5.625         9   …             Total        28   …
 */
export function joinParts(grids: readonly Grid[]): Grid[] {
  const joined: Grid[] = []
  for (const grid of grids) {
    const before = joined[joined.length - 1]
    const both = before === undefined ? null : joinTwo(before, grid)
    if (both === null) joined.push(grid)
    else joined[joined.length - 1] = both
  }
  return joined
}

/** One table from two parts, or null when the second stands for itself. */
function joinTwo(first: Grid, second: Grid): Grid | null {
  if (!mayContinue(first, second)) return null
  if (hasSameRows(first, second) && !hasSameHeaders(first, second)) return joinColumns(first, second)
  if (endsInTotal(first) || first.columns.length !== second.columns.length) return null
  return hasSameHeaders(first, second) || goesOnBelow(first, second) ? joinRows(first, second) : null
}

/** The second says so, repeats the title, or has none. */
function mayContinue(first: Grid, second: Grid): boolean {
  if (second.title.length === 0) return true
  return titleOf(first) === titleOf(second)
}

function titleOf({ title }: Grid): string {
  return title
    .map(({ text }) => text.replace(CONTINUED, ''))
    .join(' ')
    .toLowerCase()
}

function endsInTotal({ rows }: Grid): boolean {
  const last = rows[rows.length - 1]
  return last !== undefined && (last.label === null || isTotalLabel(last.label.text))
}

function hasSameHeaders(first: Grid, second: Grid): boolean {
  return (
    first.columns.length === second.columns.length &&
    first.columns.every(
      (column, order) => column.header !== '' && column.header === second.columns[order]?.header,
    )
  )
}

/** No header of its own, and figures under the same right edges. */
function goesOnBelow(first: Grid, second: Grid): boolean {
  if (second.stub !== null || second.title.length > 0 || second.columns.some(({ header }) => header !== ''))
    return false
  const above = first.rows[first.rows.length - 1]?.cells ?? []
  const below = second.rows[0]?.cells ?? []
  return above.every((cell, order) => Math.abs((cell?.at.end ?? 0) - (below[order]?.at.end ?? 0)) <= 2)
}

function hasSameRows(first: Grid, second: Grid): boolean {
  const labels = ({ rows }: Grid) => rows.map(({ label }) => label?.text ?? '')
  const [above, below] = [labels(first), labels(second)]
  return (
    above.length > 1 && above.length === below.length && above.every((label, order) => label === below[order])
  )
}

function joinRows(first: Grid, second: Grid): Grid {
  return { ...first, rows: [...first.rows, ...second.rows], ...joinEnds(first, second) }
}

function joinColumns(first: Grid, second: Grid): Grid {
  const rows = first.rows.map(
    (row, order): GridRow => ({ ...row, cells: [...row.cells, ...(second.rows[order]?.cells ?? [])] }),
  )
  return { ...first, columns: [...first.columns, ...second.columns], rows, ...joinEnds(first, second) }
}

function joinEnds(first: Grid, second: Grid): { tail: Cell[]; notes: Grid['notes']; at: Grid['at'] } {
  return {
    tail: [...first.tail, ...second.tail],
    notes: [...first.notes, ...second.notes],
    at: spanPlaces(first.at, second.at),
  }
}
