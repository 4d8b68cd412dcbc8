import { comesAgain } from '../comes-again.ts'
import { isTotalLabel } from '../total-label.ts'
import { giveBoundsToLabel } from './label-bounds.ts'
import { labelTextOf } from './labels-above.ts'
import type { RowLine } from './row-atoms.ts'
import type { ScannedLines } from './scan-lines.ts'

/** Words of a column of their own stand so many blanks before the labels at least; nearer ones are of the labels. */
const FEWEST_BETWEEN = 3

/**
 * Take the words off rows whose labels are figures, where they stand in a column of their own left of these and head rows: once
 * for all of a group, or beside each. They stay as `head`.
 *
 * > 30 Year       5.875        200         30 Year       5.875        200
 *                 6.000         94         30 Year       6.000         94
 *   15 Year       5.625        207         15 Year       5.625        207
 */
export function partFigureLabels(scan: ScannedLines, rows: readonly RowLine[]): void {
  const headed = rows.filter(row => row.to > row.from && !isTotalLabel(labelTextOf(scan, row)))
  const [first] = headed
  const label = first?.atoms[0]
  if (first === undefined || label === undefined || headed.some(({ over }) => over !== undefined)) return
  const isFull = ({ atoms }: RowLine) => atoms.length === first.atoms.length && atoms[0]?.end === label.end
  const isApart = (row: RowLine) => (row.atoms[0]?.from ?? 0) - row.to >= FEWEST_BETWEEN
  if (!headed.every(row => row.from === first.from && isFull(row) && isApart(row))) return
  const own = new Set(headed)
  const others = rows.filter(row => !own.has(row))
  const below = others.filter(row => row.to === row.from && isFull(row))
  const isNoneFull = others.every(row => row.to === row.from || !isFull(row))
  const isEachHeaded = rows[1] === below[0] && below.length > 1 && below.length >= headed.length
  // Sums have no figure where labels stand, so groups may be of a single row.
  const isSummed = below.length > 0 && others.some(row => row.to > row.from)
  const isBlankBelow = rows[0] === first && isNoneFull && (isEachHeaded || isSummed)
  const textOf = ({ index }: RowLine, from: number, to: number) => (scan.lines[index] ?? '').slice(from, to)
  const comesInEach = () =>
    others.length > 0 &&
    !others.some(isFull) &&
    comesAgain(
      headed.map(row => ({
        heading: labelTextOf(scan, row),
        label: textOf(row, row.atoms[0]?.start ?? 0, row.atoms[0]?.end ?? 0),
      })),
    )
  if (!isBlankBelow && !comesInEach()) return
  for (const row of headed) {
    row.head = { from: row.from, to: row.to }
    row.from = row.to = row.atoms[0]?.from ?? row.to
  }
}

/**
 * Take the words off rows whose labels are ranges, where they stand in a column of their own left of these; as above.
 *
 * > First Lien       580 - 599        126
 *                    600 - 649        148
 *   Second Lien      580 - 599        332
 *                    750 and above     63
 */
export function partBoundLabels(scan: ScannedLines, rows: readonly RowLine[]): void {
  const labelled = rows.filter(row => row.to > row.from && !isTotalLabel(labelTextOf(scan, row)))
  const [first] = labelled
  if (first === undefined || rows[0] !== first) return
  const below = labelled.filter(({ from }) => from > first.from)
  const at = below[0]?.from ?? 0
  const parts = labelled.map(row => (row.from === at ? row : partAt(scan, row, at)))
  const isParted =
    below.length > 0 &&
    below.every(row => row.from === at && row.over === undefined && isBounds(labelTextOf(scan, row))) &&
    parts.every(part => part !== null)
  if (!isParted) return
  for (const [order, row] of labelled.entries()) Object.assign(row, parts[order])
}

/** The row with what begins at a place as its label, and the words before as its head; null where it has no such parts. */
function partAt(scan: ScannedLines, row: RowLine, at: number): RowLine | null {
  const line = scan.lines[row.index] ?? ''
  const head = line.slice(row.from, at)
  const to = row.from + head.trimEnd().length
  if (row.over !== undefined || at - to < FEWEST_BETWEEN) return null
  if (row.to > at) {
    const own = { ...row, head: { from: row.from, to }, from: at }
    return isBounds(labelTextOf(scan, own)) ? own : null
  }
  const bare: RowLine = { ...row, from: at, to: at, atoms: [...row.atoms] }
  if (bare.atoms[0]?.from !== at) return null
  giveBoundsToLabel(line, bare)
  return bare.to > at ? { ...bare, head: { from: row.from, to } } : null
}

/** > 580 - 599     750 and above     $0.01 to $50,000.00 */
const isBounds = (label: string) => /^\D{0,12}\d/.test(label) && !/^\d+[-–—]?\w*[a-z]$/i.test(label)
