import type { Stratification } from '../report.ts'
import { type Answer, askTail } from './answer.ts'
import type { Distribution } from './distribution.ts'
import type { Question, Side } from './question.ts'
import { readDistribution } from './read-distribution.ts'
import { edgeIsOutside, readEdge, readEdges } from './read-edge.ts'
import { edgeAt, edgesOf, type NewBucket, rebucket } from './rebucket.ts'
import { noDistributionSays, sayAnswer, sayFigure } from './words.ts'

/** What the address asks, as typed. */
export type TypedQuestion = Partial<Record<Side | 'edges' | 'filing' | 'side' | 'at', string>>

/** What is asked of a table, and what it answers; or what is wrong with the question, in words beside its control. */
export type Asked =
  | { kind: 'impossible'; problem: string }
  | { kind: 'nothing'; distribution: Distribution; side: Side; typed: string; problem: string | null }
  | {
      kind: 'tail'
      distribution: Distribution
      side: Side
      typed: string
      question: Question
      answer: Answer
      sentence: string
    }
  | { kind: 'edges'; distribution: Distribution; typed: string; buckets: NewBucket[]; problem: null }
  | { kind: 'edges'; distribution: Distribution; typed: string; buckets: null; problem: string }

export const allSides = ['above', 'atLeast', 'below', 'atMost'] as const satisfies readonly Side[]

/** More new rows than a page shows. */
const mostEdges = 60

/** Read what an address asks of a table. A form sends `side` and `at`, a link `above=77`. */
export function readAsked(table: Stratification, typed: TypedQuestion): Asked {
  const read = readDistribution(table)
  if ('reason' in read) return { kind: 'impossible', problem: noDistributionSays[read.reason] }
  const { distribution } = read
  if (typed.edges !== undefined && typed.edges.trim() !== '') return readNewEdges(distribution, typed.edges)
  const named = allSides.find(side => typed[side] !== undefined)
  const side = named ?? allSides.find(one => one === typed.side) ?? 'above'
  const text = (named ? typed[named] : typed.at) ?? ''
  const nothing = (problem: string | null) => ({
    kind: 'nothing' as const,
    distribution,
    side,
    typed: text,
    problem,
  })
  if (text.trim() === '') return nothing(null)
  const at = readEdge(text, distribution.unit)
  if (at === null)
    return nothing(`“${text}” is no figure of this table. Type one as ${exampleOf(distribution)}.`)
  const outside = edgeIsOutside(distribution, at)
  if (outside !== null) return nothing(outside)
  const question = { side, at }
  const answer = askTail(distribution, question)
  return {
    kind: 'tail',
    distribution,
    side,
    typed: text,
    question,
    answer,
    sentence: sayAnswer(distribution, question, answer),
  }
}

function readNewEdges(distribution: Distribution, typed: string): Asked {
  const refused = (problem: string) => ({
    kind: 'edges' as const,
    distribution,
    typed,
    buckets: null,
    problem,
  })
  const edges = readEdges(typed, distribution.unit)
  if (edges === null || edges.length === 0)
    return refused(
      `“${typed}” are no edges. Type figures with commas between them, as ${examplesOf(distribution)}.`,
    )
  if (edges.length > mostEdges)
    return refused(`These are ${edges.length} edges; at most ${mostEdges} are shown.`)
  const outside = edges.map(edge => edgeIsOutside(distribution, edge)).find(problem => problem !== null)
  if (outside) return refused(outside)
  const rising = [...new Set(edges)].sort((a, b) => a - b)
  const buckets = rebucket(
    distribution,
    rising.map(edge => edgeAt(distribution, edge)),
  )
  return { kind: 'edges', distribution, typed, buckets, problem: null }
}

/** An edge that the table prints, as one types it. */
export function exampleOf(distribution: Distribution): string {
  const edges = edgesOf(distribution)
  const middle = edges[Math.floor(edges.length / 2)]
  return middle ? sayFigure(middle.at, distribution.unit) : '80'
}

/** A few edges of the table in a row, as one types them. */
export function examplesOf(distribution: Distribution): string {
  const edges = edgesOf(distribution)
  const step = Math.max(1, Math.floor(edges.length / 4))
  return edges
    .filter((_, order) => order % step === step - 1)
    .slice(0, 4)
    .map(({ at }) => sayFigure(at, distribution.unit))
    .join(', ')
}
