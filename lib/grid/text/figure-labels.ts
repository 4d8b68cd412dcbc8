import { comesAgain } from '../comes-again.ts'
import { isTotalLabel } from '../total-label.ts'
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
  const isBlankBelow =
    rows[0] === first &&
    rows[1] === below[0] &&
    below.length > 1 &&
    below.length >= headed.length &&
    others.every(row => row.to === row.from || !isFull(row))
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
