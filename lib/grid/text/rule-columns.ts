import type { ColumnExtent } from './find-columns.ts'
import { runsIn } from './fragments.ts'
import type { Extent } from './line-up.ts'
import { codedAt, fromAt, type ScannedLines, shapeAt, toAt } from './scan-lines.ts'

/** Where labels end and each column stands, as the pieces of a broken rule draw them, 0-based. */
export type RuledColumns = { columns: readonly ColumnExtent[]; labelEnd: number }

/**
 * Read the columns off a broken rule above the header, below it, or above the total; `lastRow` is the table's last line.
 *
 * > No. of     Aggregate Curr % of   Avg Curr    WA
 *   Loans      Princ Balance  Total  Princ Bal   Coupon
 *   ------ ----------------- ------- ----------- ------     words of neighbours stand a blank apart, pieces tell them
 *      403    125,156,818.44   31.85  310,562.82  8.165
 *
 * Null unless each column of figures has a piece of its own, and at most the labels have one beside.
 */
export function findRuledColumns(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
  labelEnd: number,
  lastRow: number,
): RuledColumns | null {
  const [top] = headerLines
  if (top === undefined || columns.length < 2) return null
  for (let index = top - 1; index < lastRow; index++) {
    const ruled = shapeAt(scan, index) === 'rule' ? readRule(scan, index, columns, labelEnd) : null
    if (ruled !== null) return ruled
  }
  return null
}

/**
 * Does a broken rule at the header have a piece for the labels and one for each column, and yet stand beside the figures?
 * Then what is printed with it does too.
 */
export function isRuledBeside(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
): boolean {
  const top = headerLines[0] ?? 0
  const bottom = (headerLines[headerLines.length - 1] ?? -2) + 1
  for (let index = top; index <= bottom; index++) {
    if (shapeAt(scan, index) !== 'rule') continue
    const [, ...own] = piecesOf(scan, index)
    if (own.length !== columns.length || own.length < 2) continue
    if (!columns.every((column, order) => standsUnder(column, own, order))) return true
  }
  return false
}

function readRule(
  scan: ScannedLines,
  index: number,
  columns: readonly ColumnExtent[],
  labelEnd: number,
): RuledColumns | null {
  const pieces = piecesOf(scan, index)
  if (pieces.length < columns.length || pieces.length > columns.length + 1) return null
  const own = pieces.slice(pieces.length - columns.length)
  if (!columns.every((column, order) => standsUnder(column, own, order))) return null
  const stub = pieces.length > columns.length ? pieces[0]?.end : undefined
  return {
    labelEnd: stub ?? Math.min(labelEnd, own[0]?.start ?? labelEnd),
    columns: columns.map((column, order) => ({ ...column, ...own[order] })),
  }
}

/** The unbroken runs of a rule; a lone mark ahead of them is the escape of an old wrapper. */
function piecesOf(scan: ScannedLines, index: number): Extent[] {
  const pieces = runsIn(codedAt(scan, index), fromAt(scan, index), toAt(scan, index))
  return pieces.filter(({ start, end }, order) => order > 0 || end - start > 1)
}

/** Do the figures stand under this piece more than under its neighbours? */
function standsUnder(column: ColumnExtent, pieces: readonly Extent[], order: number): boolean {
  const own = overlap(column, pieces[order])
  return own > 0 && own > overlap(column, pieces[order - 1]) && own > overlap(column, pieces[order + 1])
}

function overlap(column: ColumnExtent, piece: Extent | undefined): number {
  return piece === undefined ? 0 : Math.min(column.end, piece.end) - Math.max(column.start, piece.start)
}
