import type { Dimension } from '../dimensions/index.ts'
import { askTail } from './answer.ts'
import type { Distribution, Span } from './distribution.ts'
import { isOutsideOf, readEdges } from './read-edge.ts'
import { type Edge, edgeAt, edgesOf } from './rebucket.ts'

/**
 * At which edges pools stand side by side: those that all print, where every figure is exact; those that any prints; the
 * single figures that rows are printed of; or edges of one's own, in the unit.
 */
export type EdgeChoice = 'shared' | 'finer' | 'values' | readonly number[]

const named = ['shared', 'finer', 'values'] as const

/** More edges than this are no table to look at. */
const mostEdges = 60

/** Why what is typed as edges is no choice of them, as a sentence. */
export type EdgesProblem = { kind: 'no-edges' | 'outside'; problem: string }

/** A choice as an address carries it, null where nothing is chosen; else what is wrong with it. Without a dimension there are no figures. */
export function readEdgeChoice(
  typed: string | null | undefined,
  dimension: Dimension | null,
): EdgeChoice | null | EdgesProblem {
  const text = typed?.trim() ?? ''
  if (text === '') return null
  const byName = named.find(name => name === text)
  if (byName) return byName
  const edges = readEdges(text, dimension?.unit ?? 'text')
  if (edges === null || edges.length === 0)
    return { kind: 'no-edges', problem: `“${text}” are no edges. Type figures with commas between them.` }
  if (edges.length > mostEdges)
    return { kind: 'no-edges', problem: `These are ${edges.length} edges; at most ${mostEdges} are shown.` }
  const outside = dimension && edges.map(edge => isOutsideOf(dimension, edge)).find(one => one !== null)
  return outside ? { kind: 'outside', problem: outside } : edges
}

/** Is it a choice, and no problem? */
export function isEdgeChoice(choice: EdgeChoice | null | EdgesProblem): choice is EdgeChoice | null {
  return choice === null || typeof choice === 'string' || Array.isArray(choice)
}

/** More rows than this are too many to look at side by side. */
const mostRows = 40

/** The edges at which every table answers exactly; of very many, those on round figures. */
export function sharedEdges(distributions: readonly Distribution[]): Edge[] {
  const rising = printedEdges(distributions)
  const few = rising.length > mostRows ? roundOnes(distributions, rising) : rising
  return onePerFigure(few.filter(edge => distributions.every(one => isExactAt(one, edge))))
}

/** The edges that any table prints; of very many, those on round figures. */
export function finerEdges(distributions: readonly Distribution[]): Edge[] {
  const rising = onePerFigure(printedEdges(distributions))
  return rising.length > mostRows ? roundOnes(distributions, rising) : rising
}

/** Edges of one's own: to which side a figure right at one belongs is as the first table that prints it has it. */
export function ownEdges(distributions: readonly Distribution[], edges: readonly number[]): Edge[] {
  return [...new Set(edges)]
    .sort((a, b) => a - b)
    .map((at): Edge => {
      const printing =
        distributions.find(one => edgesOf(one).some(edge => edge.at === at)) ?? distributions[0]
      return printing ? edgeAt(printing, at) : { at, belongs: 'below' }
    })
}

/** The figures of tables whose rows are single figures, rising, one row each; null where they are not, or too many. */
export function valuesOf(distributions: readonly Distribution[]): number[] | null {
  const values = new Set<number>()
  for (const { rows } of distributions)
    for (const { holds } of rows) {
      if (typeof holds !== 'object') continue
      const { low, high } = holds.span
      if (low === null || low.value !== high?.value) return null
      values.add(low.value)
    }
  return values.size > mostRows ? null : [...values].sort((a, b) => a - b)
}

/** A single figure as a span. */
export const spanAt = (value: number): Span => {
  const end = { value, included: true }
  return { low: end, high: end }
}

/** Rising; where tables put a figure on different sides of its edge, an edge for each. */
function printedEdges(distributions: readonly Distribution[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const distribution of distributions)
    for (const edge of edgesOf(distribution)) edges.set(`${edge.at} ${edge.belongs}`, edge)
  return [...edges.values()].sort((a, b) => a.at - b.at)
}

const onePerFigure = (rising: readonly Edge[]) =>
  rising.filter((edge, order) => rising[order - 1]?.at !== edge.at)

function isExactAt(distribution: Distribution, { at, belongs }: Edge): boolean {
  return askTail(distribution, { side: belongs === 'below' ? 'above' : 'atLeast', at }).exact
}

/** Round figures between the first edge and the last, as many as a chart has room for. */
function roundOnes([first]: readonly Distribution[], rising: readonly Edge[]): Edge[] {
  const [low, high] = [rising[0]?.at ?? 0, rising.at(-1)?.at ?? 0]
  const step = roundStep((high - low) / (mostRows / 2))
  const from = Math.ceil(low / step)
  const to = Math.floor(high / step)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, order) => {
    const at = Number(((from + order) * step).toPrecision(12))
    return first ? edgeAt(first, at) : { at, belongs: 'below' }
  })
}

/** > 0.034 → 0.05   13 → 20 */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least > 0 ? least : 1))
  return ([1, 2, 2.5, 5].find(times => times * power >= least) ?? 10) * power
}
