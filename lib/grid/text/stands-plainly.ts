import type { Fragment } from './fragments.ts'
import type { Extent } from './line-up.ts'

/** A header's words, and the labels' and columns' that they are given to. */
type Placed = {
  lines: readonly Fragment[][]
  drawn: { columns: readonly Extent[] }
  labels: Extent
  bins: readonly Fragment[][]
}

/** How far beside its figures one piece of a line may stand, where all others of the line stand over theirs. */
const BESIDE = 3

/**
 * Does each piece of the header stand over the figures of its own column and of no other, where every column has one?
 * Then nothing has slid: words moved by less than a column touch two, and moved by more they leave one bare.
 *
 * >  Number       Principal    Percent
 *                   Balance    of Pool
 *         87   6,336,629.36      5.92%      one piece of a line may stand a few characters beside its figures
 */
export function standsPlainly({ lines, drawn, labels, bins }: Placed): boolean {
  const targets = [labels, ...drawn.columns]
  const isOver = (piece: Fragment, own: number) =>
    targets.every((target, order) => order === own || !overlaps(piece, target))
  if (!bins.every((words, own) => words.every(piece => isOver(piece, own)))) return false
  const beside = drawn.columns.flatMap((column, order) =>
    (bins[order + 1] ?? []).filter(piece => !overlaps(piece, column)).map(piece => ({ piece, column })),
  )
  const isLone = lines.every(line => line.length < 3 || countOf(line, beside) <= 1)
  return isLone && beside.every(({ piece, column }) => gapBetween(piece, column) <= BESIDE)
}

function countOf(line: readonly Fragment[], beside: readonly { piece: Fragment }[]): number {
  return beside.filter(({ piece }) => line.includes(piece)).length
}

function gapBetween(one: Extent, other: Extent): number {
  return Math.max(other.start - one.end, one.start - other.end)
}

function overlaps(one: Extent, other: Extent): boolean {
  return one.start < other.end && other.start < one.end
}
