import { columnsUnder } from './columns-under.ts'
import type { Fragment } from './fragment.ts'
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
  const { columns } = drawn
  const isOver = (piece: Fragment, own: number) => {
    const { first, end } = columnsUnder(columns, piece)
    const isOfOther = end - first > 1 || (end - first === 1 && first !== own - 1)
    return !isOfOther && (own === 0 || !overlaps(piece, labels))
  }
  if (!bins.every((words, own) => words.every(piece => isOver(piece, own)))) return false
  const beside = columns.flatMap((column, order) =>
    (bins[order + 1] ?? []).filter(piece => !overlaps(piece, column)).map(piece => ({ piece, column })),
  )
  if (!beside.every(({ piece, column }) => gapBetween(piece, column) <= BESIDE)) return false
  const times = new Map<Fragment, number>()
  for (const { piece } of beside) times.set(piece, (times.get(piece) ?? 0) + 1)
  return lines.every(line => line.length < 3 || countOf(line, times) <= 1)
}

/** How often pieces of the line stand beside the figures of a column that has them. */
function countOf(line: readonly Fragment[], times: ReadonlyMap<Fragment, number>): number {
  return line.reduce((sum, piece) => sum + (times.get(piece) ?? 0), 0)
}

function gapBetween(one: Extent, other: Extent): number {
  return Math.max(other.start - one.end, one.start - other.end)
}

/** Saves time, as `standsPlainly` does: where it says no, other readings of the header are looked for. */
function overlaps(one: Extent, other: Extent): boolean {
  return one.start < other.end && other.start < one.end
}
