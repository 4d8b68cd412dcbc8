import { type Answer, askTail } from './answer.ts'
import { distributionOf, type ToCompare } from './compared.ts'
import type { Distribution } from './distribution.ts'
import type { Question, Side } from './question.ts'
import { edgeIsOutside, readEdges } from './read-edge.ts'
import { allSides, readQuestion, type TypedLimit } from './read-question.ts'
import { type Edge, edgeAt, edgesOf, edgesWithJoined, type NewBucket, rebucket } from './rebucket.ts'
import { noDistributionSays, sayAnswer, sayFigure } from './words.ts'

/** What the address asks, as typed; `row` names the rows that are to be joined, by their order in the table from 1. */
export type TypedQuestion = Partial<Record<Side | 'edges' | 'filing' | 'side' | 'at' | 'to', string>> & {
  row?: readonly string[]
}

/** Which control of a question: its first edge, or the second of two. */
type EdgeField = 'at' | 'to'
type Controls = { side: Side | 'between'; typed: string; typedTo: string }

/** What is asked of a table, and what it answers; or what is wrong with the question, in words beside its control. */
export type Asked =
  | { kind: 'impossible'; problem: string }
  | ({ kind: 'nothing'; distribution: Distribution } & Controls & {
        problem: { field: EdgeField; says: string } | null
      })
  | ({ kind: 'tail'; distribution: Distribution } & Controls & {
        question: Question
        answer: Answer
        sentence: string
      })
  | { kind: 'edges'; distribution: Distribution; typed: string; buckets: NewBucket[]; problem: null }
  | { kind: 'edges'; distribution: Distribution; typed: string; buckets: null; problem: string }

/** More new rows than a page shows. */
const mostEdges = 120

/** Read what an address asks of a table. A form sends `side` and `at`, a link `above=77`. */
export function readAsked(asked: Pick<ToCompare, 'table' | 'groups'>, typed: TypedQuestion): Asked {
  const read = distributionOf(asked)
  if ('reason' in read) return { kind: 'impossible', problem: noDistributionSays[read.reason] }
  const { distribution } = read
  // Rows of several tables have no order to be joined in.
  if (typed.row !== undefined && typed.row.length > 0 && !asked.groups) return readJoined(distribution, typed)
  if (typed.edges !== undefined && typed.edges.trim() !== '') return readNewEdges(distribution, typed.edges)
  const limits = limitsOf(typed)
  const controls = controlsOf(limits)
  const nothing = (problem: { field: EdgeField; says: string } | null) => ({
    kind: 'nothing' as const,
    distribution,
    ...controls,
    problem,
  })
  if (limits.every(limit => limit.typed.trim() === '')) return nothing(null)
  const empty = limits.findIndex(limit => limit.typed.trim() === '')
  if (empty >= 0) return nothing({ field: fields[empty] ?? 'to', says: 'Type both edges.' })
  const question = readQuestion(distribution, limits)
  if ('problem' in question) {
    const says =
      question.kind === 'no-figure'
        ? `${question.problem} Type one as ${exampleOf(distribution)}.`
        : question.problem
    return nothing({ field: fields[question.limit] ?? 'at', says })
  }
  const answer = askTail(distribution, question)
  const sentence = sayAnswer(distribution, question, answer)
  return { kind: 'tail', distribution, ...controls, question, answer, sentence }
}

const fields: readonly EdgeField[] = ['at', 'to']
const upper: readonly Side[] = ['below', 'atMost']

/** The edges that are asked for: those that a link names, else those of the form; the lower of two first. */
function limitsOf(typed: TypedQuestion): TypedLimit[] {
  const named = allSides.flatMap(side => (typed[side] === undefined ? [] : [{ side, typed: typed[side] }]))
  const from = named.find(({ side }) => !upper.includes(side))
  const to = named.find(({ side }) => upper.includes(side))
  if (from || to) return [from, to].filter(limit => limit !== undefined)
  const at = typed.at ?? ''
  if (typed.side === 'between')
    return [
      { side: 'from', typed: at },
      { side: 'to', typed: typed.to ?? '' },
    ]
  return [{ side: allSides.find(side => side === typed.side) ?? 'above', typed: at }]
}

/** What the form shows of a question. */
function controlsOf([first, second]: readonly TypedLimit[]): Controls {
  const side = second ? 'between' : (allSides.find(one => one === first?.side) ?? 'above')
  return { side, typed: first?.typed ?? '', typedTo: second?.typed ?? '' }
}

const refuseEdges = (distribution: Distribution, typed: string, problem: string): Asked => ({
  kind: 'edges',
  distribution,
  typed,
  buckets: null,
  problem,
})

/** Rows that are ticked become one where they lie beside each other; edges that are typed stay where they are otherwise. */
function readJoined(distribution: Distribution, { row = [], edges: typed = '' }: TypedQuestion): Asked {
  const ticked = new Set(row.map(one => Number(one) - 1))
  const before = typed.trim() === '' ? [] : (readEdges(typed, distribution.unit) ?? [])
  const among = before.length > 0 ? before.map(at => edgeAt(distribution, at)) : edgesOf(distribution)
  const edges = edgesWithJoined(distribution, ticked, among)
  const isJoined = edges.length < edgesWithJoined(distribution, new Set(), among).length
  if (!isJoined)
    return refuseEdges(distribution, typed, 'Tick two rows or more that lie beside each other, to join them.')
  return regroup(distribution, edges, edges.map(({ at }) => sayFigure(at, distribution.unit)).join(', '))
}

function readNewEdges(distribution: Distribution, typed: string): Asked {
  const edges = readEdges(typed, distribution.unit)
  if (edges === null || edges.length === 0)
    return refuseEdges(
      distribution,
      typed,
      `“${typed}” are no edges. Type figures with commas between them, as ${examplesOf(distribution)}.`,
    )
  const outside = edges.map(edge => edgeIsOutside(distribution, edge)).find(problem => problem !== null)
  if (outside) return refuseEdges(distribution, typed, outside)
  const rising = [...new Set(edges)].sort((a, b) => a - b)
  return regroup(
    distribution,
    rising.map(edge => edgeAt(distribution, edge)),
    typed,
  )
}

function regroup(distribution: Distribution, edges: readonly Edge[], typed: string): Asked {
  if (edges.length > mostEdges)
    return refuseEdges(
      distribution,
      typed,
      `These are ${edges.length} edges; at most ${mostEdges} are shown.`,
    )
  return { kind: 'edges', distribution, typed, buckets: rebucket(distribution, edges), problem: null }
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
