import { type Answer, askTail } from './answer.ts'
import type { Distribution } from './distribution.ts'
import type { Limit, Question, Side } from './question.ts'
import { type Edge, edgesOf } from './rebucket.ts'
import { tidy } from './row-spans.ts'

/** Is an answer exact, or made of whole rows, so that no more of it is open than what printing rounded off? */
export function isSettled({ exact, parts }: Answer): boolean {
  return exact || parts.every(({ rule }) => rule === null || rule === 'whole-rows' || rule === 'no-figure')
}

/**
 * The printed edges that an answer is exact at, but for rounding: all of one table; of a pool that its loan groups make up
 * those that cut no row of any.
 */
export function exactEdges(distribution: Distribution): Edge[] {
  const edges = edgesOf(distribution)
  if (!distribution.groups) return edges
  return edges.filter(({ at, belongs }) =>
    isSettled(askTail(distribution, { side: belongs === 'below' ? 'above' : 'atLeast', at })),
  )
}

/** How the questions nearest to one are answered: `exactly`, or with rounding left. */
export const howExact = (distribution: Distribution, questions: readonly Question[]) =>
  questions.every(question => askTail(distribution, question).exact) ? 'exact' : 'exact but for rounding'

/**
 * The questions nearest to one that the table answers exactly but for rounding, at most two; none where it is one itself: with the last edge below and the first above
 * it; of two edges, with both moved outwards and with both moved inwards. For "at least" edges are where rows begin, for
 * "above" where they end.
 */
export function nearestExact(distribution: Distribution, question: Question): Question[] {
  if (isSettled(askTail(distribution, question))) return []
  const { and, ...limit } = question
  const [below, above] = edgesAround(distribution, limit)
  if (and === undefined) return [below, above].filter(at => at !== null).map(at => ({ side: limit.side, at }))
  const [andBelow, andAbove] = edgesAround(distribution, and)
  return pairs(distribution, question, and, [
    [below, andAbove],
    [above, andBelow],
  ])
}

/** Two edges at a time, where the span between them is answered exactly. An edge that has none on its side stays. */
function pairs(
  distribution: Distribution,
  { side, at }: Limit,
  and: Limit,
  moved: [number | null, number | null][],
): Question[] {
  return moved
    .map(([from, to]) => ({ side, at: from ?? at, and: { side: and.side, at: to ?? and.at } }))
    .filter(one => one.at < one.and.at && isSettled(askTail(distribution, one)))
}

/** The nearest edges that are exact, below and above one that is not; twice the edge itself where it is exact. */
function edgesAround(distribution: Distribution, { side, at }: Limit): [number | null, number | null] {
  const candidates = edgesFor(distribution, side)
  const isAnswered = (edge: number) => isSettled(askTail(distribution, { side, at: edge }))
  if (isAnswered(at)) return [at, at]
  const below = candidates.filter(edge => edge < at).slice(-mostTried)
  const above = candidates.filter(edge => edge > at).slice(0, mostTried)
  return [below.findLast(isAnswered) ?? null, above.find(isAnswered) ?? null]
}

/** Where the rows around an edge overlap, no other edge near it is exact either. */
const mostTried = 4

/** Where rows end, or begin where the side takes in its edge, rising. */
function edgesFor({ rows, grid }: Distribution, side: Side): number[] {
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
