import type { Range } from '../report.ts'
import { addBounds } from './add-bounds.ts'
import { type Amount, ask } from './answer.ts'
import {
  type CompareChoice,
  type ComparedRow,
  type ComparedValue,
  type Comparison,
  contradictsItself,
  distributionOf,
  type ToCompare,
  tablesOf,
} from './compared.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { hullOfShares, hullOfSums, isContradicted, noneFails, type PartOfTable } from './hull-of-shares.ts'
import { addOverGroups } from './over-groups.ts'
import { type Edge, spansAbove, spansBetween } from './rebucket.ts'
import { finerEdges, ownEdges, sharedEdges, spanAt, valuesOf } from './shared-edges.ts'
import { sayFigure, saySpan } from './words.ts'

/** Tables of ranges at edges that suit all of them, or at those that were chosen. */
export function compareRanges(
  asked: readonly ToCompare[],
  { measure, edges, rows: shown }: CompareChoice,
): Comparison {
  const read = asked.map(distributionOf)
  const left: Comparison['left'] = read.flatMap((one, table) =>
    'reason' in one ? [{ table, reason: one.reason }] : [],
  )
  const distributions = read.map(one => ('reason' in one ? null : one.distribution))
  const known = distributions.filter(one => one !== null)
  const [first] = known
  const doNotAddUp = distributions.flatMap((one, order) => {
    const own = asked[order]
    return one && (one.doNotAddUp.length > 0 || (own && contradictsItself(own))) ? [order] : []
  })
  if (first === undefined) return { by: 'edges', edges: [], rows: [], left, doNotAddUp }
  const rowOf = (span: Span, label: string): ComparedRow => ({
    label,
    range: rangeOf(span),
    values: distributions.map((one, order) => one && comparedOf(asked[order], one, { span, measure })),
  })
  const values = edges === 'values' || (edges === null && shown === 'between') ? valuesOf(known) : null
  if (values !== null)
    return {
      by: 'values',
      edges: values,
      rows: values.map(value => rowOf(spanAt(value), sayFigure(value, first.unit))),
      left,
      doNotAddUp,
    }
  const chosen = chooseEdges(known, edges)
  const spans = shown === 'above' ? spansAbove(chosen) : spansBetween(chosen)
  const rows = trim(spans.map(span => rowOf(span, saySpan(span, first))))
  const by = shown === 'above' ? 'tails' : 'edges'
  return { by, edges: chosen.map(({ at }) => at), rows, left, doNotAddUp }
}

function chooseEdges(known: readonly Distribution[], edges: CompareChoice['edges']): Edge[] {
  if (edges === 'finer') return finerEdges(known)
  return edges === null || typeof edges === 'string' ? sharedEdges(known) : ownEdges(known, edges)
}

function comparedOf(
  asked: ToCompare | undefined,
  distribution: Distribution,
  { span, measure }: { span: Span; measure: Amount },
): ComparedValue {
  const { parts } = ask(distribution, span)
  const bound = asked ? boundOf(asked, distribution, { span, measure }) : null
  if (bound === null) return null
  const inside = parts.filter(({ rule }) => rule !== null && rule !== 'no-figure')
  const [only] = inside
  const cut = parts.filter(({ share }) => share[measure] && share[measure].low < share[measure].high)
  const isOpen = bound.low < bound.high
  return {
    ...bound,
    printed: inside.length === 1 && only?.rule === 'whole-rows' ? only.row.label : null,
    open: isOpen
      ? cut.filter(({ rule }) => rule !== 'whole-rows' && rule !== null).map(({ row }) => row.label)
      : [],
  }
}

/** What a pool has there: of its table, or of those of its loan groups together; where one contradicts itself, all that it says. */
function boundOf(
  asked: ToCompare,
  distribution: Distribution,
  { span, measure }: { span: Span; measure: Amount },
): Bound | null {
  const { groups } = distribution
  if (groups) {
    const own = tablesOf(asked)
    const bounds = groups.map((group, order) => {
      const table = own[order]
      return table ? boundOf(table, group.distribution, { span, measure }) : null
    })
    return addOverGroups(groups, bounds, measure)
  }
  const { parts, balanceCents, ...answer } = ask(distribution, span)
  const own = measure === 'balanceCents' ? balanceCents : answer[measure]
  const balancePct = addBounds(parts.map(({ share }) => share.balancePct))
  return own && hullOf(asked, own, measure, { balanceCents, balancePct })
}

/** Where a table contradicts itself, all that it says. */
function hullOf({ table, failing = noneFails }: ToCompare, own: Bound, measure: Amount, part: PartOfTable) {
  if (measure === 'balancePct')
    return isContradicted(table, failing.balance) ? hullOfShares(table, own, part) : own
  const isOfSums = measure === 'balanceCents' || measure === 'loanCount'
  return isOfSums && isContradicted(table, failing.any) ? hullOfSums(table, measure, own) : own
}

function rangeOf({ low, high }: Span): Range {
  return {
    low: low?.value ?? null,
    high: high?.value ?? null,
    lowIncluded: low?.included ?? false,
    highIncluded: high?.included ?? false,
  }
}

/** Rows at both ends that hold nothing of any pool are left out. */
function trim(rows: ComparedRow[]): ComparedRow[] {
  const isEmpty = ({ values }: ComparedRow) => values.every(value => value === null || value.high === 0)
  const from = rows.findIndex(row => !isEmpty(row))
  const to = rows.findLastIndex(row => !isEmpty(row))
  return from < 0 ? rows : rows.slice(from, to + 1)
}
