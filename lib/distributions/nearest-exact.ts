import { askTail } from './answer.ts'
import type { Distribution } from './distribution.ts'
import type { Question } from './question.ts'
import { tidy } from './row-spans.ts'

/**
 * The edges on either side of a question's for which the table gives an exact answer to the same question, at most two:
 * the last below and the first above. For "at least" these are where rows begin, for "above" where they end.
 */
export function nearestExact(distribution: Distribution, { side, at }: Question): number[] {
  const candidates = edgesFor(distribution, side)
  const isAnswered = (edge: number) => askTail(distribution, { side, at: edge }).exact
  const below = candidates
    .filter(edge => edge < at)
    .slice(-mostTried)
    .findLast(isAnswered)
  const above = candidates
    .filter(edge => edge > at)
    .slice(0, mostTried)
    .find(isAnswered)
  return [below, above].filter(edge => edge !== undefined)
}

/** Where the rows around an edge overlap, no other edge near it is exact either. */
const mostTried = 4

/** Where rows end, or begin where the side takes in its edge, rising. */
function edgesFor({ rows, grid }: Distribution, side: Question['side']): number[] {
  const edges = new Set<number>()
  const atEnds = side === 'above' || side === 'atMost'
  for (const { holds } of rows) {
    if (typeof holds !== 'object') continue
    const { low, high } = holds.span
    if (atEnds && high) edges.add(high.value)
    if (!atEnds && low) edges.add(low.included ? low.value : tidy(low.value + grid))
  }
  return [...edges].sort((a, b) => a - b)
}
