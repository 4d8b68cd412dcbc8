import { firstThat } from '../../ordered.ts'
import type { Fragment } from './fragment.ts'

/**
 * Give header words to labels and columns by their order, for a header that stands shifted against its rows.
 *
 * > Type of       Number of     Principal
 *   Program           Loans       Balance
 *                       Reduced                  338      143,851,992     positions would tell the wrong columns
 *
 * Works from the lowest line with a piece for the labels and one for each column; pieces of other lines go with the one
 * they stand over or under. Returns one list for the labels and one a column, or null where no line has so many pieces.
 */
export function pairByOrder(lines: readonly Fragment[][], columns: number): Fragment[][] | null {
  const whole = lines.findLast(line => line.length === columns + 1)
  if (whole === undefined) return null
  const bins: Fragment[][] = whole.map(() => [])
  for (const line of lines) for (const piece of line) bins[nearestOf(piece, whole)]?.push(piece)
  return bins
}

/** Which of the pieces of a line lies nearest: the one whose middle is least far from this one's; of two, the left one. */
function nearestOf(piece: Fragment, whole: readonly Fragment[]): number {
  const middle = piece.start + piece.end
  const right = firstThat(whole, ({ start, end }) => start + end >= middle)
  const distance = (order: number) => {
    const other = whole[order]
    return other === undefined ? Number.POSITIVE_INFINITY : Math.abs(other.start + other.end - middle)
  }
  return distance(right - 1) <= distance(right) ? right - 1 : right
}
