import { addAll } from '../add-all.ts'
import { addsUpWith } from './adds-up-with.ts'
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
  const half = otherHalf(first, second)
  // Most tables end in a total, so that titles need not even be compared.
  if (half === null && (endsInTotal(first) || first.columns.length !== second.columns.length)) return null
  if (half !== null) return mayContinue(first, second) ? joinColumns(first, half) : null
  if (!hasSameHeaders(first, second) && !goesOnBelow(first, second)) return null
  return mayContinue(first, second) || addsUpWith(first, second) ? joinRows(first, second) : null
}

/** The second says so, repeats the title, or has none but what runs over every page. */
function mayContinue(first: Grid, second: Grid): boolean {
  if (titleOf(first) === titleOf(second)) return true
  return second.title.every(
    ({ text }) => withoutContinued(text) === '' || first.headings.some(heading => heading.text === text),
  )
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
    first.stub?.text === second.stub?.text &&
    first.columns.length === second.columns.length &&
    first.columns.every((column, order) => column.header === second.columns[order]?.header)
  )
}

function hasHeaders({ columns }: Grid): boolean {
  return columns.some(({ header }) => header !== '')
}

/** No table is printed wider; bounds the work on input that repeats itself. */
const MOST_COLUMNS = 40

/**
 * The second as the other half of the first: the same rows again under other headers, without columns that it prints
 * again; null where it is none. The same figures under another header may be another column, as shares that are alike, or
 * the same one in other words: the column says so. A table that heads a column again over other figures, or one again and
 * prints no figures that are new, stands for itself, as another group's does.
 */
function otherHalf(first: Grid, second: Grid): Grid | null {
  if (!hasSameRows(first, second) || !hasHeaders(second)) return null
  if (first.columns.length + second.columns.length > MOST_COLUMNS) return null
  const headers = new Set(first.columns.map(({ header }) => header))
  const above = headersByFigures(first, second.rows.length)
  const under = second.columns.map(
    (_, order) => above.get(figuresOf(second, order, second.rows.length)) ?? [],
  )
  const isAgain = second.columns.map(({ header }) => header !== '' && headers.has(header))
  const isOther = second.columns.some(
    ({ header }, order) => isAgain[order] && !under[order]?.includes(header),
  )
  if (isOther || (isAgain.includes(true) && under.every(({ length }) => length > 0))) return null
  const columns = second.columns.map((column, order) => {
    const printedUnder = under[order] ?? []
    return printedUnder.length === 0 ? column : { ...column, printedUnder }
  })
  return {
    ...second,
    columns: columns.filter((_, order) => !isAgain[order]),
    rows: second.rows.map(row => ({ ...row, cells: row.cells.filter((_, order) => !isAgain[order]) })),
  }
}

/** The headers of all columns that print the same figures in so many rows, by these. */
function headersByFigures(grid: Grid, count: number): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  grid.columns.forEach(({ header }, order) => {
    const figures = figuresOf(grid, order, count)
    headers.set(figures, [...(headers.get(figures) ?? []), header])
  })
  return headers
}

/** The figures of a column in so many rows, as one text. */
function figuresOf({ rows }: Grid, order: number, count: number): string {
  return rows
    .slice(0, count)
    .map(({ cells }) => cells[order]?.text ?? '')
    .join(' ')
}

/** No header of its own but a line that runs over every page, and figures under the same right edges. */
function goesOnBelow(first: Grid, second: Grid): boolean {
  if ((second.stub !== null || hasHeaders(second)) && !isHeadedByPage(first, second)) return false
  const above = first.rows[first.rows.length - 1]?.cells ?? []
  const below = second.rows[0]?.cells ?? []
  return above.every((cell, order) => Math.abs((cell?.at.end ?? 0) - (below[order]?.at.end ?? 0)) <= 2)
}

/** Are the words over the columns a line that stands over the first part, too: `SOME LENDER        Computational Materials`? */
function isHeadedByPage({ headings, title }: Grid, { stub, columns }: Grid): boolean {
  const words = [stub?.text ?? '', ...columns.map(({ header }) => header)]
    .filter(text => text !== '')
    .join(' ')
  return [...headings, ...title].some(({ text }) => text.replace(/\s+/g, ' ') === words)
}

/** The same labels in the same order; a half may leave out the total. */
function hasSameRows(first: Grid, { rows: below }: Grid): boolean {
  const { rows: above } = first
  const isShort = below.length === above.length - 1 && endsInTotal(first)
  if (above.length < 2 || (above.length !== below.length && !isShort)) return false
  return below.every(({ label }, order) => (label?.text ?? '') === (above[order]?.label?.text ?? ''))
}

/** One table of two, the second's rows below the first's. */
export function joinRows(first: Grid, second: Grid): Grid {
  addAll(first.rows, second.rows)
  return { ...first, ...joinEnds(first, second) }
}

function joinColumns(first: Grid, second: Grid): Grid {
  const rows = first.rows.map(
    (row, order): GridRow => ({
      ...row,
      cells: [...row.cells, ...(second.rows[order]?.cells ?? second.columns.map(() => null))],
    }),
  )
  return { ...first, columns: [...first.columns, ...second.columns], rows, ...joinEnds(first, second) }
}

function joinEnds(
  first: Grid,
  second: Grid,
): Pick<Grid, 'tail' | 'below' | 'notes' | 'at' | 'parts' | 'issues'> {
  const issues = addAll(first.issues ?? [], second.issues ?? [])
  const below = addAll(first.below ?? [], second.below ?? [])
  return {
    tail: addAll(first.tail, second.tail),
    ...(below.length > 0 && { below }),
    notes: addAll(first.notes, second.notes),
    at: spanPlaces(first.at, second.at),
    parts: addAll(first.parts ?? [first.at], second.parts ?? [second.at]),
    ...(issues.length > 0 && { issues }),
  }
}
