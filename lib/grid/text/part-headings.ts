import { comesAgain } from '../comes-again.ts'
import type { Cell, GridRow } from '../grid.ts'
import { isTotalLabel } from '../total-label.ts'
import type { ScannedLines } from './scan-lines.ts'

/** A row and the pieces of its label that two blanks or more part. */
type Parted = { row: GridRow; pieces: readonly Cell[] }

/**
 * The rows with the words as headings that stand in a column of their own left of the labels, once for all rows of a group or
 * beside each; as they are where no column heads rows.
 *
 * > Group 1      Primary Residence       9        450.50
 *                Second Home             4    2,399.80
 *   Group 2      Primary Residence       3    1,074.45
 */
export function partHeadings(scan: ScannedLines, rows: readonly GridRow[]): GridRow[] {
  // Nearly no table has such a label, and all others stay as they are.
  if (rows.every(row => spareBlanks(row) <= 0)) return [...rows]
  const parted = rows.map(row => ({ row, pieces: piecesOf(scan, row) }))
  const labels = findLabels(parted.filter(({ pieces }) => !isSum(pieces)))
  if (labels === null) return [...rows]
  let group: string | null = null
  return parted.map(({ row, pieces }) => {
    const [first, second] = pieces
    if (first === undefined || isSum(pieces)) {
      group = null
      return second !== undefined && first !== undefined && !isTotalLabel(first.text)
        ? { ...row, label: second }
        : row
    }
    if (second !== undefined) group = first.text
    // The name of the group alone, behind its rows: it stands beside their sum.
    else if (first.at.start !== labels && first.text === group) {
      group = null
      return { ...row, label: null }
    }
    return { ...row, label: second ?? first, group }
  })
}

/** How many blanks a label on one line holds beyond those between its words. */
function spareBlanks({ label }: GridRow): number {
  return label === null || label.at.lastLine !== undefined
    ? 0
    : label.at.end - label.at.start - label.text.length
}

const isSum = (pieces: readonly Cell[]) =>
  pieces.length === 0 || pieces.some(({ text }) => isTotalLabel(text))

/** Where labels begin, right of a column of headings; null where rows have no such column. */
function findLabels(rows: readonly Parted[]): number | null {
  const both = rows.filter(({ pieces }) => pieces.length > 1)
  const [over, label] = both[0]?.pieces ?? []
  if (over === undefined || label === undefined) return null
  const areParted = both.every(
    ({ pieces: [first, second, ...more] }) =>
      first?.at.start === over.at.start && second?.at.start === label.at.start && more.length === 0,
  )
  const alone = rows.flatMap(({ pieces: [first, ...more] }) =>
    first === undefined || more.length > 0 ? [] : first.at.start,
  )
  if (!areParted || alone.some(start => start !== label.at.start && start !== over.at.start)) return null
  const isBlankBelow = alone.length > 0 && alone.every(start => start === label.at.start)
  const named = both.map(({ pieces: [first, second] }) => ({
    heading: first?.text ?? '',
    label: second?.text ?? '',
  }))
  // Words before all labels are the beginning of each: `with ratios   > 40%`.
  const areSeveral = named.some(({ heading }) => heading !== over.text)
  return isBlankBelow || (areSeveral && comesAgain(named)) ? label.at.start : null
}

/** The pieces of a label on one line, each where it stands. */
export function piecesOf({ lines }: ScannedLines, { label }: GridRow): Cell[] {
  if (label === null) return []
  const { line, start, end, lastLine } = label.at
  if (lastLine !== undefined) return [label]
  const printed = (lines[line - 1] ?? '').slice(start - 1, end - 1)
  return [...printed.matchAll(PIECE)].map(({ 0: text, index }) => ({
    text,
    at: { line, start: start + index, end: start + index + text.length },
  }))
}

const PIECE = /\S+(?: \S+)*/g
