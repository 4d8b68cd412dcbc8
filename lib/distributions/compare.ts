import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import { findDimension } from '../dimensions/index.ts'
import type { Range, Stratification } from '../report.ts'
import { type Amount, type Answer, ask, askTail } from './answer.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { namedShare } from './named-share.ts'
import { type NoDistribution, readDistribution } from './read-distribution.ts'
import { type Edge, edgeAt, edgesOf, spansBetween } from './rebucket.ts'
import { nameRow } from './row-names.ts'
import { saySpan } from './words.ts'

/** What one deal has in a row: a bound, and the one label that prints just this, if one does; null where it tells nothing. */
export type ComparedValue = (Bound & { printed: string | null }) | null

type ComparedRow = { label: string; range: Range | null; values: ComparedValue[] }

/** Tables of one dimension side by side; `left` tells by their order which could not be brought in, and why. */
export type Comparison = {
  /** In the unit, rising; none for rows of names. */
  edges: number[]
  rows: ComparedRow[]
  left: { table: number; reason: NoDistribution }[]
  /** Order of tables whose rows do not add up to their total: one of their figures is wrong. */
  doNotAddUp: number[]
}

/** A table with all tables of its filing, which tell what its percents are of. */
export type ToCompare = { table: Stratification; tables: readonly Stratification[] }

/**
 * Bring tables to rows that all of them have: ranges to the edges that each prints, where all are exact, or to edges of one's
 * own, where what lies across is bounded; names by what they stand for.
 */
export function compareTables(
  asked: readonly ToCompare[],
  measure: Amount,
  edges: readonly number[] | null,
): Comparison {
  const unit = findDimension(asked[0]?.table.dimension ?? null)?.unit ?? 'text'
  return unit === 'text' || unit === 'date'
    ? compareNames(asked, measure)
    : compareRanges(asked, measure, edges)
}

function compareRanges(
  asked: readonly ToCompare[],
  measure: Amount,
  edges: readonly number[] | null,
): Comparison {
  const read = asked.map(({ table }) => readDistribution(table))
  const left: Comparison['left'] = read.flatMap((one, table) =>
    'reason' in one ? [{ table, reason: one.reason }] : [],
  )
  const distributions = read.map(one => ('reason' in one ? null : one.distribution))
  const known = distributions.filter(one => one !== null)
  const [first] = known
  const doNotAddUp = distributions.flatMap((one, order) => (one && one.doNotAddUp.length > 0 ? [order] : []))
  if (first === undefined) return { edges: [], rows: [], left, doNotAddUp }
  const chosen = edges === null ? commonEdges(known) : ownEdges(known, edges)
  const rows = spansBetween(chosen).map(span => ({
    label: saySpan(span, first),
    range: rangeOf(span),
    values: distributions.map(one => one && comparedOf(ask(one, span), measure)),
  }))
  return { edges: chosen.map(({ at }) => at), rows: trim(rows), left, doNotAddUp }
}

function comparedOf({ parts, ...answer }: Answer, measure: Amount): ComparedValue {
  const bound = answer[measure]
  const inside = parts.filter(({ rule }) => rule !== null && rule !== 'no-figure')
  const [only] = inside
  return (
    bound && { ...bound, printed: inside.length === 1 && only?.rule === 'whole-rows' ? only.row.label : null }
  )
}

/** More rows than this are too many to look at side by side. */
const mostRows = 40

/** The edges at which every table answers exactly; of very many, those on round figures. */
function commonEdges(distributions: readonly Distribution[]): Edge[] {
  const candidates = new Map<string, Edge>()
  for (const distribution of distributions)
    for (const edge of edgesOf(distribution)) candidates.set(`${edge.at} ${edge.belongs}`, edge)
  const rising = [...candidates.values()].sort((a, b) => a.at - b.at)
  const few = rising.length > mostRows ? roundOnes(distributions, rising) : rising
  const exact = few.filter(edge => distributions.every(one => isExactAt(one, edge)))
  return exact.filter((edge, order) => exact[order - 1]?.at !== edge.at)
}

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

/** Edges of one's own: to which side a figure right at one belongs is as the first table that prints it has it. */
function ownEdges(distributions: readonly Distribution[], edges: readonly number[]): Edge[] {
  return [...new Set(edges)]
    .sort((a, b) => a - b)
    .map((at): Edge => {
      const printing =
        distributions.find(one => edgesOf(one).some(edge => edge.at === at)) ?? distributions[0]
      return printing ? edgeAt(printing, at) : { at, belongs: 'below' }
    })
}

function rangeOf({ low, high }: Span): Range {
  return {
    low: low?.value ?? null,
    high: high?.value ?? null,
    lowIncluded: low?.included ?? false,
    highIncluded: high?.included ?? false,
  }
}

/** Rows at both ends that hold nothing of any deal are left out. */
function trim(rows: ComparedRow[]): ComparedRow[] {
  const isEmpty = ({ values }: ComparedRow) => values.every(value => value === null || value.high === 0)
  const from = rows.findIndex(row => !isEmpty(row))
  const to = rows.findLastIndex(row => !isEmpty(row))
  return from < 0 ? rows : rows.slice(from, to + 1)
}

function compareNames(asked: readonly ToCompare[], measure: Amount): Comparison {
  const names = new Map<string, string>()
  for (const { table } of asked)
    for (const bucket of table.buckets) {
      if (bucket.code === 'other') continue
      const { key, name } = nameRow(bucket, table.dimension)
      if (!names.has(key)) names.set(key, name)
    }
  const rows = [...names].map(([key, label]) => ({
    label,
    range: null,
    values: asked.map(one => namedValue(one, key, measure)),
  }))
  const doNotAddUp = asked.flatMap(({ table }, order) => (contradictsItsTotal(table) ? [order] : []))
  const highest = ({ values }: ComparedRow) =>
    values.reduce((most, value) => Math.max(most, value?.low ?? 0), 0)
  const named = rows.sort((a, b) => highest(b) - highest(a))
  const rest: ComparedRow = {
    label: 'Other',
    range: null,
    values: asked.map(({ table }) => {
      const bucket = table.buckets.find(({ code }) => code === 'other')
      const value = bucket?.values[measure]
      return bucket && value != null ? { low: value, high: value, printed: bucket.label } : null
    }),
  }
  return {
    edges: [],
    rows: rest.values.some(value => value !== null) ? [...named, rest] : named,
    left: [],
    doNotAddUp,
  }
}

/** A printed name has its figure; of one that is not printed only a share can be bounded. */
function namedValue({ table, tables }: ToCompare, key: string, measure: Amount): ComparedValue {
  const isNamed = (bucket: Stratification['buckets'][number]) => nameRow(bucket, table.dimension).key === key
  const own = table.buckets.filter(isNamed)
  const by = measure === 'balancePct' ? 'balance' : measure === 'countPct' ? 'count' : null
  if (own.length > 0 && by === null) {
    const figures = own.map(({ values }) => values[measure] ?? null)
    const sum = figures.reduce<number | null>(
      (all, one) => (all === null || one === null ? null : all + one),
      0,
    )
    return sum === null ? null : { low: sum, high: sum, printed: own.map(({ label }) => label).join('; ') }
  }
  if (by === null) return null
  const found = namedShare(table, isNamed, tables, by)
  return (
    found && { ...found.share, printed: own.length > 0 ? own.map(({ label }) => label).join('; ') : null }
  )
}
