import type { Fragment } from './fragment.ts'
import type { Extent } from './line-up.ts'

/**
 * Give header words to labels and columns by the order of the stacks that they stand in, whatever figures these stand over.
 *
 * >        Percent of     Weighted   Percent
 *   Aggregate Balance      Average    Single
 *                 (%)      DTI (%)    Family
 *                 42.25%       25.41%      27.70%      three stacks for three columns, each left of its figures
 *
 * Pieces of two lines are of one stack where one stands over the other. Returns one list for the labels and one a column,
 * or null where there are more or fewer stacks than those.
 */
export function pairByStacks(
  lines: readonly Fragment[][],
  bins: number,
  labels: Extent,
): Fragment[][] | null {
  const stacks = findStacks(lines)
  const first = stacks[0]?.[0]
  if (first === undefined) return null
  if (stacks.length === bins) return first.start < labels.end ? stacks : null
  return stacks.length === bins - 1 && stacks.flat().every(({ start }) => start >= labels.end)
    ? [[], ...stacks]
    : null
}

/** The pieces of all stacks from left to right, those of each from top to bottom. */
function findStacks(lines: readonly Fragment[][]): Fragment[][] {
  const pieces = lines.flat().sort((one, other) => one.start - other.start)
  const stacks: Fragment[][] = []
  let end = 0
  for (const piece of pieces) {
    const last = stacks[stacks.length - 1]
    if (last !== undefined && piece.start < end) last.push(piece)
    else stacks.push([piece])
    end = Math.max(last === undefined || piece.start >= end ? 0 : end, piece.end)
  }
  return stacks.map(stack => stack.sort((one, other) => one.index - other.index || one.start - other.start))
}
