import type { Distribution } from './distribution.ts'
import {
  isEmptyBetween,
  isUpwards,
  type Limit,
  type Question,
  type Side,
  spanOfQuestion,
} from './question.ts'
import { edgeIsOutside, readEdge } from './read-edge.ts'
import { edgeAt } from './rebucket.ts'
import { sayEdges } from './words.ts'

export const allSides = ['above', 'atLeast', 'below', 'atMost'] as const satisfies readonly Side[]

/** An edge as typed, and the side of it that is asked for: `from` and `to` take in the edge where the table's rows do. */
export type TypedLimit = { side: Side | 'from' | 'to'; typed: string }

/** Why a question is none: what is typed is no figure, no figure lies there, or nothing lies between its edges. */
export type QuestionProblem = {
  kind: 'no-figure' | 'outside' | 'nothing-between'
  /** Which of the limits is wrong, by its order. */
  limit: number
  problem: string
}

/** A question of one edge, or of two that have the figures asked for between them; else what is wrong with it. */
export function readQuestion(
  distribution: Distribution,
  typed: readonly TypedLimit[],
): Question | QuestionProblem {
  const limits: Limit[] = []
  for (const [limit, one] of typed.entries()) {
    const at = readEdge(one.typed, distribution.unit)
    if (at === null)
      return { kind: 'no-figure', limit, problem: `“${one.typed}” is no figure of this table.` }
    const problem = edgeIsOutside(distribution, at)
    if (problem !== null) return { kind: 'outside', limit, problem }
    limits.push({ side: sideAt(distribution, one.side, at), at })
  }
  const [first, second] = limits.toSorted((a, b) => Number(isUpwards(b.side)) - Number(isUpwards(a.side)))
  if (first === undefined) return { kind: 'no-figure', limit: 0, problem: 'No edge is typed.' }
  if (second === undefined) return first
  const question = { ...first, and: second }
  if (!isEmptyBetween(spanOfQuestion(question))) return question
  return {
    kind: 'nothing-between',
    limit: 1,
    problem: `Nothing lies ${sayEdges(question, distribution.unit)}: the first edge must be the lower one.`,
  }
}

/** Loans right at an edge belong to the row that the table has them in. */
function sideAt(distribution: Distribution, side: TypedLimit['side'], at: number): Side {
  if (side !== 'from' && side !== 'to') return side
  const isAbove = edgeAt(distribution, at).belongs === 'above'
  if (side === 'from') return isAbove ? 'atLeast' : 'above'
  return isAbove ? 'below' : 'atMost'
}
