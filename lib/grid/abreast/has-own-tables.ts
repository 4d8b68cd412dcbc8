import { smallest } from '../../extremes.ts'
import { isTotalLabel } from '../total-label.ts'
import type { Piece } from './piece.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** The pieces of one line on either side of a gutter. */
export type Sides = readonly [left: readonly Piece[], right: readonly Piece[]]

const FEWEST_ROWS = 2

/**
 * Is there a table on either side of a gutter, each with labels and figures of its own?
 *
 * Columns of words inside one table, as ratings and cities are, give rows of two labels too. So something else must say
 * that two tables are meant: headers with the same words on both sides, a total on both, or sums on both. Where labels
 * are figures, which stand in any table, two of these must.
 */
export function hasOwnTables(lines: readonly Sides[]): boolean {
  const rows = lines.map(
    ([left, right]) => [segmentsOf(left)[0] ?? null, segmentsOf(right)[0] ?? null] as const,
  )
  const double = rows.filter(([left, right]) => left && right)
  if (double.length < FEWEST_ROWS) return false
  const left = readSide(rows.map(([own]) => own))
  const right = readSide(rows.map(([, own]) => own))
  const evidence = [
    repeatsHeader(lines, left, right),
    isTotalled(left) && isTotalled(right),
    addsUp(left) && addsUp(right),
  ].filter(Boolean).length
  const labelled = double.filter(([, own]) => own?.label).length
  if (labelled * 2 > double.length) return evidence > 0
  return evidence > 1 && isLabelledByFigures(right)
}

/** The rows of a side down to its total. */
type Side = { body: Segment[]; total: Segment | null }

/**
 * The first table of a side. Its total says so, or has nothing where labels stand; what begins right of the columns of the
 * first row is a row of another table further right, and left out.
 *
 * > 1997 and earlier   120   1,400.00    4.000   10
 *   1998                10      50.00    4.250   90
 *                      130   1,450.00    4.500   30
 *                                        4.625    7
 */
function readSide(rows: readonly (Segment | null)[]): Side {
  const body: Segment[] = []
  for (const row of rows) {
    const [first] = row?.figures ?? []
    if (row === null || first === undefined) continue
    // The first figure of a label such as `$150,001 -   $300,000` may be its own.
    const columns = body[0] === undefined ? [] : figuresOf(body[0]).slice(0, 2)
    if (columns.length > 0 && columns.every(({ end }) => end <= row.start)) continue
    const isTotal =
      row.label === null ? columns.some(column => overlaps(column, first)) : isTotalLabel(row.label.text)
    if (isTotal) return { body, total: row }
    body.push(row)
  }
  return { body, total: null }
}

function overlaps(one: Piece, other: Piece): boolean {
  return one.start < other.end && other.start < one.end
}

/** Do the first figures of rows without words rise or fall, as exact rates and terms do, and does the total have none? */
function isLabelledByFigures({ body, total }: Side): boolean {
  const bare = body.filter(({ label }) => label === null)
  const labels = bare.map(({ figures: [first] }) => (first ? numberOf(first) : Number.NaN))
  const steps = labels.slice(1).map((label, order) => Math.sign(label - (labels[order] ?? 0)))
  return total !== null && body.length >= FEWEST_ROWS && steps.every(step => step !== 0 && step === steps[0])
}

/** The figures of a row that are none of its label. */
function figuresOf({ label, figures }: Segment): Piece[] {
  return label === null ? figures.slice(1) : figures
}

/**
 * Do the lowest lines over both tables print the same words over their figures? `Balance` once over each may be two
 * columns of one table; most words of the lowest line are the same only where a header is printed twice.
 */
function repeatsHeader(lines: readonly Sides[], left: Side, right: Side): boolean {
  const [leftFrom, rightFrom] = [left, right].map(({ body }) =>
    smallest(body.flatMap(row => figuresOf(row)[0]?.start ?? [])),
  )
  const first = lines.findIndex(sides => sides.some(side => segmentsOf(side).length > 0))
  const words = lines
    .slice(0, first)
    .map(([one, other]) => [wordsFrom(one, leftFrom ?? 0), wordsFrom(other, rightFrom ?? 0)] as const)
  const lowest = words.findLast(([one, other]) => one.length > 0 && other.length > 0)
  return lowest !== undefined && isRepeated(lowest[0], lowest[1])
}

function isRepeated(left: readonly string[], right: readonly string[]): boolean {
  const rest = new Map<string, number>()
  for (const word of left) rest.set(word, (rest.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const times = rest.get(word) ?? 0
    if (times === 0) continue
    rest.set(word, times - 1)
    shared++
  }
  return shared * 2 > Math.min(left.length, right.length)
}

/** The words of a side that do not end before its figures, and so are none over its labels. */
function wordsFrom(pieces: readonly Piece[], figures: number): string[] {
  return pieces.filter(({ end }) => end > figures).flatMap(({ text }) => text.toLowerCase().split(' '))
}

function isTotalled({ total }: Side): boolean {
  return total !== null && total.label !== null
}

/** Does a column of the side come to its total, or to a hundred? */
function addsUp({ body, total }: Side): boolean {
  const [first] = body
  if (first === undefined || body.length < FEWEST_ROWS) return false
  return figuresOf(first).some(column => {
    const under = (row: Segment) => figuresOf(row).find(figure => overlaps(figure, column))
    const values = body.map(row => numberOf(under(row)))
    const whole = total?.figures.find(figure => overlaps(figure, column))
    return isSummed(values, whole === undefined ? 100 : numberOf(whole))
  })
}

/** Each figure may be off by half of its last place. */
function isSummed(values: readonly number[], whole: number): boolean {
  const step = values.every(Number.isInteger) ? 1 : 0.01
  const sum = values.reduce((all, one) => all + one, 0)
  return whole !== 0 && Math.abs(sum - whole) <= (step * (values.length + 1)) / 2
}

function numberOf(piece: Piece | undefined): number {
  return piece === undefined
    ? Number.NaN
    : Number.parseFloat(piece.text.replace(/^[^\d-]*/, '').replaceAll(',', ''))
}
