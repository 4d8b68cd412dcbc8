import { smallest } from '../../extremes.ts'
import { isAverageLabel } from '../complete-total.ts'
import { withoutContinued } from '../continued.ts'
import { HALF_RANGE } from '../join-halved-ranges.ts'
import { mayNameSums } from '../lone-row.ts'
import { boundsRange, opensLabel } from '../text/label-words.ts'
import { isTotalLabel, isTotalOf } from '../total-label.ts'
import type { FigureRow } from './figure-row.ts'
import type { LaidCell } from './lay-out-table.ts'
import { isNoteText } from './note.ts'
import { isAddedUp } from './sums-below.ts'

/** A table inside a table of HTML: what stands over its figures, told apart, and its rows from the first figures on. */
export type TablePart = {
  headings: LaidCell[]
  title: LaidCell[]
  headers: LaidCell[]
  body: FigureRow[]
  /** Where the first cell of its own begins in the markup, headings aside. */
  start: number
}

/**
 * Split the rows of one table of HTML into the tables that are printed in it, one below the other, as spreadsheets
 * export them. Blank rows are still among them, with no cells.
 *
 * >       FICO                          title       a header row after figures opens the next part, with the title
 *   FICO        Loans    Balance        header      right above it; after a total, a title alone does, and then the
 *   601 - 620      12      1,204        figures     header of the part before holds on
 *   Total          12      1,204
 *         LTV
 *   LTV (%)     Loans    Balance
 *
 * A table without figures has no parts.
 */
export function splitTable(rows: readonly FigureRow[]): TablePart[] {
  const parts: TablePart[] = []
  const starts = findStarts(rows)
  starts.forEach((start, order) => {
    const part = readPart(rows.slice(start, starts[order + 1] ?? rows.length))
    if (part === null) return
    const before = parts[parts.length - 1]
    if (before !== undefined && columnHeaders(part).length === 0) {
      const held = columnHeaders(before)
      if (held.length <= MOST_HELD) part.headers = [...part.headers, ...held]
    }
    parts.push(part)
  })
  return parts
}

/** Cells of a header that holds on for the parts below it. A larger one, held for thousands of them, would take hours. */
const MOST_HELD = 500

const hasFigures = ({ line }: FigureRow) => line.atoms.length > 0

/** The first row of each part, in order; every row is looked at a fixed number of times. */
function findStarts(rows: readonly FigureRow[]): number[] {
  const starts = [0]
  const nextFigures = nextIndexes(rows, hasFigures)
  let figures = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row !== undefined && hasFigures(row)) figures++
    else if (figures > 0) {
      const next = nextFigures[at] ?? rows.length
      const isTable = figures > 1 || headsAnother(rows.slice(starts.at(-1), next), at - next)
      const start = isTable && next < rows.length ? startOfPart(rows, at, next) : null
      if (start !== null) {
        starts.push(start)
        figures = 0
      }
      at = next - 1
    }
  }
  return starts
}

/** Below a single row, the rows from `from` on head another only where words of sums of loans stand over both. */
function headsAnother(rows: readonly FigureRow[], from: number): boolean {
  return [rows.slice(0, from), rows.slice(from)].every(part =>
    mayNameSums(part.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' ')),
  )
}

/** For each row the first one from it on that `holds`, else the number of rows. */
function nextIndexes(rows: readonly FigureRow[], holds: (row: FigureRow) => boolean): number[] {
  const next: number[] = []
  let found = rows.length
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]
    if (row !== undefined && holds(row)) found = at
    next[at] = found
  }
  return next
}

/** Where the rows without figures from `from` to `next` open a part, its first row; null where they go on with the last. */
function startOfPart(rows: readonly FigureRow[], from: number, next: number): number | null {
  const between = rows.slice(from, next)
  const header = between.findIndex(isHeaderRow)
  const opens = header >= 0 ? header : isSectionTitle(rows, from, next) ? between.findIndex(isLone) : -1
  if (opens < 0) return null
  let start = opens
  while (start > 0 && !belongsAbove(between[start - 1])) start--
  return from + start
}

function isHeaderRow({ cells }: FigureRow): boolean {
  return cells.length > 2 && !isNoteText(cells[0]?.text ?? '')
}

function isLone({ cells }: FigureRow): boolean {
  return cells.length === 1 && !isNoteText(cells[0]?.text ?? '')
}

const EXTREME = /\b(?:min|max|average|avg|weighted|mean|median)/i

/** Notes, averages and extremes below a total are the table's own. */
function belongsAbove(row: FigureRow | undefined): boolean {
  const text = row?.cells[0]?.text ?? ''
  return isNoteText(text) || (EXTREME.test(text.slice(0, 200)) && /\d/.test(text))
}

/** A lone title after a total, over rows that have a total of their own, and no other below that of all groups. */
function isSectionTitle(rows: readonly FigureRow[], from: number, next: number): boolean {
  const between = rows.slice(from, next).filter(({ cells }) => cells.length > 0)
  if (between.length === 0 || !between.every(row => isLone(row) && !belongsAbove(row))) return false
  const last = rows[from - 1]
  if (isAddedUp(rows, from - 1)) return false
  if (last !== undefined && isSum(last)) return comesToSame(rows, last, next)
  if (last === undefined || !isTotal(last) || isTotalOfGroup(rows, from - 1)) return false
  const whole = last.line.atoms[0]?.figure
  const totals: number[] = []
  for (let at = next; hasFiguresAt(rows, at); at++)
    if (isTotal(rows[at]) && !isAverageLabel(rows[at]?.words[0]?.text ?? '')) totals.push(at)
  const [end = next, ofAll] = totals
  if (end <= next + 1 || ofAll !== undefined) return false
  return !isSubtotal(last) || rows[end]?.line.atoms[0]?.figure === whole
}

/** A row of figures alone. */
function isSum(row: FigureRow | undefined): boolean {
  return row !== undefined && row.words.length === 0 && row.line.atoms.length > 1
}

/** Are the rows from one on, two or more, summed up to what the rows above are? */
function comesToSame(rows: readonly FigureRow[], sum: FigureRow, next: number): boolean {
  let end = next
  while (hasFiguresAt(rows, end) && !isSum(rows[end])) end++
  return end > next + 1 && figuresIn(rows[end]) === figuresIn(sum)
}

function figuresIn(row: FigureRow | undefined): string {
  return (row?.line.atoms ?? []).map(({ figure }) => figure.replace(/[$ ]/g, '')).join(' ')
}

function hasFiguresAt(rows: readonly FigureRow[], at: number): boolean {
  const row = rows[at]
  return row !== undefined && hasFigures(row)
}

/** Does a total name the words over the rows that it adds up? Rows of another group may follow it. */
function isTotalOfGroup(rows: readonly FigureRow[], at: number): boolean {
  let above = at - 1
  while (above >= 0 && hasFiguresAt(rows, above)) above--
  const [only, ...more] = rows[above]?.cells ?? []
  return only !== undefined && more.length === 0 && isTotalOf(rows[at]?.words[0]?.text ?? '', only.text)
}

function isTotal(row: FigureRow | undefined): boolean {
  return isTotalLabel(row?.words[0]?.text ?? '')
}

/** Subtotals are of parts, unless they come to the same one after another. */
function isSubtotal({ words }: FigureRow): boolean {
  return /^sub/i.test(words[0]?.text ?? '')
}

function readPart(rows: readonly FigureRow[]): TablePart | null {
  const at = rows.findIndex(hasFigures)
  const figures = rows[at]
  if (figures === undefined) return null
  const first = firstHeading(rows, at)
  const top = rows.slice(0, first)
  const nextPrinted = nextIndexes(top, ({ cells }) => cells.length > 0)
  const isTitle = top.map(
    (row, at) =>
      isTitleRow(row, top[nextPrinted[at + 1] ?? first], figures) ||
      ((nextPrinted[at + 1] ?? first) >= first && isTitleBelow(row, top.slice(0, at), rows.slice(first))),
  )
  const titles = top.flatMap((_, at) => (isTitle[at] ? [at] : []))
  const parted = lastParting(top, titles)
  const cellsAt = (orders: readonly number[]) => orders.flatMap(at => top[at]?.cells ?? [])
  const title = cellsAt(titles.filter(at => at > parted))
  const headers = top.flatMap(({ cells }, at) => (isTitle[at] ? [] : cells))
  const body = rows.slice(first).filter(({ cells }) => cells.length > 0)
  const start = smallest([title[0], headers[0], figures.cells[0]].flatMap(cell => cell?.start ?? []))
  return { headings: cellsAt(titles.filter(at => at < parted)), title, headers, body, start }
}

/** The last blank row that parts two titles: what stands above it speaks for more than this table. Else -1. */
function lastParting(top: readonly FigureRow[], titles: readonly number[]): number {
  const [first, last] = [titles[0] ?? 0, titles[titles.length - 1] ?? 0]
  for (let at = last; at > first; at--) if (top[at]?.cells.length === 0) return at
  return -1
}

/**
 * A row before the figures that one cell fills from the labels on, or that stands over the labels alone while the row
 * below heads them too; words that begin further right span columns.
 */
function isTitleRow({ cells }: FigureRow, next: FigureRow | undefined, figures: FigureRow): boolean {
  const [only] = cells
  const labels = figures.cells[0]?.left ?? 0
  if (only === undefined || cells.length > 1 || only.left > labels) return false
  if (only.right > labels + 1) return true
  const below = next?.cells ?? []
  return below.length > 2 && (below[0]?.left ?? 0) <= labels && !opensLabel(only.text)
}

/**
 * A cell alone over the labels, right above the rows, below a header that has no words there. A title only where its
 * rows go on without others like it to their total, for else it heads a group of them.
 *
 * >                Loans    Balance
 *   FICO Score
 *   500 - 599        100    10,000,000
 *   Total            100    10,000,000
 */
function isTitleBelow(row: FigureRow, above: readonly FigureRow[], below: readonly FigureRow[]): boolean {
  const [only] = row.cells
  const left = below[0]?.line.atoms[0]?.cell.left ?? 0
  if (only === undefined || row.cells.length > 1 || only.right > left) return false
  const cells = above.flatMap(one => (one.cells.length > 1 ? one.cells : []))
  if (cells.length === 0 || cells.some(({ right }) => right <= left)) return false
  const end = below.findIndex(one => isTotal(one) || (hasFigures(one) && one.words.length === 0))
  return end > 0 && !below.slice(0, end).some(isLone)
}

/**
 * The row right under the header that heads the first group of rows, as others like it head those after it; else the first
 * row of figures itself. Several may stand there, one a level.
 *
 * > Purpose             Loans    Balance
 *   First Mortgages
 *   Purchase               30        600
 *   Refinance              10        400
 *   Second Mortgages
 */
function firstHeading(rows: readonly FigureRow[], first: number): number {
  const last = rows.findLastIndex(({ cells }, order) => order < first && cells.length > 0)
  const [only] = rows[last]?.cells ?? []
  const isAlike = (row: FigureRow | undefined) =>
    row !== undefined &&
    isLone(row) &&
    row.cells[0]?.left === only?.left &&
    row.cells[0]?.right === only?.right
  let at = last
  while (at > 0 && isAlike(rows[at]) && isAlike(rows[at - 1])) at--
  const header = rows.findLastIndex(({ cells }, order) => order < at && cells.length > 0)
  const [stub] = rows[header]?.cells ?? []
  if (!isAlike(rows[last]) || (rows[header]?.cells.length ?? 0) < 2 || opensLabel(stub?.text ?? ''))
    return first
  if (withoutContinued(only?.text ?? '') !== only?.text) return at
  if (HALF_RANGE.test(only?.text ?? '')) return at
  const figuresAt = rows[first]?.line.atoms[0]?.cell.left ?? 0
  // Below words over the labels, what reaches over the figures too goes on with none of the header.
  if (only !== undefined && only.right > figuresAt + 1 && (stub?.right ?? 0) <= figuresAt) return at
  const opens = only !== undefined && (opensLabel(only.text) || boundsRange(only.text, textOf(rows[first])))
  return opens || headsOther(rows.slice(first), isAlike) ? at : first
}

/** Does a row like a heading stand over a row of figures that is no sum? */
function headsOther(rows: readonly FigureRow[], isAlike: (row: FigureRow | undefined) => boolean): boolean {
  return rows.some((row, at) => {
    if (!isAlike(row)) return false
    const next = rows.slice(at + 1, at + MOST_BETWEEN).find(hasFigures)
    if (next === undefined || isTotal(next)) return false
    return next.words.length > 0 || next.line.atoms[0]?.cell.left === row.cells[0]?.left
  })
}

/** Headings of several levels and blank rows stand between a heading and its first row. */
const MOST_BETWEEN = 6

const textOf = (row: FigureRow | undefined) => row?.words[0]?.text ?? ''

/** The headers of a part without the one over its labels, which names what that part splits by. */
function columnHeaders({ headers, body }: TablePart): LaidCell[] {
  const left = body[0]?.line.atoms[0]?.cell.left ?? 0
  return headers.filter(({ right }) => right > left)
}
