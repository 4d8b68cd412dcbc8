import { addAll } from '../add-all.ts'
import { withoutContinued } from './continued.ts'
import { type Grid, type GridRow, spanPlaces } from './grid.ts'
import { isTotalLabel } from './total-label.ts'

/**
 * Join tables that a page break cut: rows that go on below a repeated header, and columns that go on in a second half
 * with the same rows.
 *
 * > Mortgage Rates                  Mortgage Rates (continued)
 *   Rate      Loans   Balance       Rate      Loans   Balance
 *   5.500        12   …             5.750         7   …
 *   5.625         9   …             Total        28   …
 */
export function* joinParts(grids: Iterable<Grid>): Generator<Grid, undefined> {
  let before: Grid | null = null
  for (const grid of grids) {
    const both: Grid | null = before === null ? null : joinTwo(before, grid)
    if (both === null && before !== null) yield before
    before = both ?? grid
  }
  if (before !== null) yield before
}

/** One table from two parts, or null when the second stands for itself. */
function joinTwo(first: Grid, second: Grid): Grid | null {
  const isHalf = isOtherHalf(first, second)
  // Most tables end in a total, so that titles need not even be compared.
  if (!isHalf && (endsInTotal(first) || first.columns.length !== second.columns.length)) return null
  if (!mayContinue(first, second)) return null
  if (isHalf) return joinColumns(first, second)
  return hasSameHeaders(first, second) || goesOnBelow(first, second) ? joinRows(first, second) : null
}

/** The second says so, repeats the title, or has none but what runs over every page. */
function mayContinue(first: Grid, second: Grid): boolean {
  if (titleOf(first) === titleOf(second)) return true
  return second.title.every(({ text }) => first.headings.some(heading => heading.text === text))
}

function titleOf({ title }: Grid): string {
  return title
    .map(({ text }) => withoutContinued(text))
    .join(' ')
    .toLowerCase()
}

/** Is the last row a sum, by its label or for want of one? */
export function endsInTotal({ rows }: Grid): boolean {
  const last = rows[rows.length - 1]
  return last !== undefined && (last.label === null || isTotalLabel(last.label.text))
}

/** Are both headed alike, column by column? */
export function hasSameHeaders(first: Grid, second: Grid): boolean {
  return (
    hasHeaders(second) &&
    first.columns.length === second.columns.length &&
    first.columns.every((column, order) => column.header === second.columns[order]?.header)
  )
}

function hasHeaders({ columns }: Grid): boolean {
  return columns.some(({ header }) => header !== '')
}

/** No table is printed wider; bounds the work on input that repeats itself. */
const MOST_COLUMNS = 40

/** The same rows again, under other headers. */
function isOtherHalf(first: Grid, second: Grid): boolean {
  if (!hasSameRows(first, second) || !hasHeaders(second) || repeatsHeader(first, second)) return false
  return first.columns.length + second.columns.length <= MOST_COLUMNS
}

/** A half goes on with other columns; a table that heads one of them again stands for itself, as another group's does. */
function repeatsHeader(first: Grid, second: Grid): boolean {
  const above = new Set(first.columns.map(({ header }) => header))
  return second.columns.some(({ header }) => header !== '' && above.has(header))
}

/** No header of its own, and figures under the same right edges. */
function goesOnBelow(first: Grid, second: Grid): boolean {
  if (second.stub !== null || hasHeaders(second)) return false
  const above = first.rows[first.rows.length - 1]?.cells ?? []
  const below = second.rows[0]?.cells ?? []
  return above.every((cell, order) => Math.abs((cell?.at.end ?? 0) - (below[order]?.at.end ?? 0)) <= 2)
}

function hasSameRows({ rows: above }: Grid, { rows: below }: Grid): boolean {
  if (above.length < 2 || above.length !== below.length) return false
  return above.every(({ label }, order) => (label?.text ?? '') === (below[order]?.label?.text ?? ''))
}

/** One table of two, the second's rows below the first's. */
export function joinRows(first: Grid, second: Grid): Grid {
  addAll(first.rows, second.rows)
  return { ...first, ...joinEnds(first, second) }
}

function joinColumns(first: Grid, second: Grid): Grid {
  const rows = first.rows.map(
    (row, order): GridRow => ({ ...row, cells: [...row.cells, ...(second.rows[order]?.cells ?? [])] }),
  )
  return { ...first, columns: [...first.columns, ...second.columns], rows, ...joinEnds(first, second) }
}

function joinEnds(first: Grid, second: Grid): Pick<Grid, 'tail' | 'notes' | 'at' | 'issues'> {
  const issues = addAll(first.issues ?? [], second.issues ?? [])
  return {
    tail: addAll(first.tail, second.tail),
    notes: addAll(first.notes, second.notes),
    at: spanPlaces(first.at, second.at),
    ...(issues.length > 0 && { issues }),
  }
}
