import { findPercentBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { isOfName, namedShare } from '../distributions/index.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'
import { hullOfReadings, isContradicted, type PartOfTable } from './hull-of-readings.ts'

/**
 * The share of a named row in a table, in percent of its balance: as its balance, else its percent, gives it; of a row that is
 * not printed what the residual row may hold of it, and the rows that have no name anybody knows. Null where nothing tells.
 */
export function readShare(
  table: Stratification,
  { dimension, name }: { dimension: string; name: string },
  context: { tables: readonly Stratification[]; failing: ReadonlySet<string> },
): Reading | null {
  const fit = table.buckets.map(bucket => isOfName(bucket, dimension, name))
  const isPrinted = fit.includes('is')
  const isPossible = (order: number) => fit[order] === 'fits' || (!isPrinted && fit[order] === 'may')
  const own = (isIn: (order: number) => boolean) => {
    const rows = new Set(table.buckets.filter((_, order) => isIn(order)))
    return namedShare(table, bucket => rows.has(bucket), context.tables, 'balance')
  }
  const certain = own(order => fit[order] === 'is')
  if (certain === null) return null
  const hasPossible = fit.some((_, order) => isPossible(order))
  const possible = hasPossible ? own(isPossible) : null
  if (hasPossible && possible === null) return null
  const share = {
    low: certain.share.low,
    high: Math.min(100, certain.share.high + (possible?.share.high ?? 0)),
  }
  const isOne = certain.rule === 'is-printed' || certain.rule === 'all-are-printed'
  const row = table.buckets[certain.buckets[0] ?? -1]
  const reading: Reading = {
    ...share,
    value: isOne && !hasPossible ? oneValue(table, certain.buckets, share, context.tables) : null,
    kind: !isOne || hasPossible ? 'bounded' : isOnlyPercent(table, row) ? 'stated' : 'computed',
    stratification: table.id,
    at: row?.places.balancePct ?? row?.places.balanceCents ?? row?.at ?? table.at,
    contradicted: false,
  }
  if (!isContradicted(table, context.failing)) return reading
  const parts = table.buckets.map((bucket, order) => partOf(table, bucket, fit[order] === 'is'))
  return hullOfReadings(table, reading, parts)
}

const isOnlyPercent = (table: Stratification, row: Bucket | undefined) =>
  row?.values.balancePct != null &&
  (row.values.balanceCents == null || !table.columns.some(({ measure }) => measure === 'balanceCents'))

/** The single figure that a share is known by: from balances, else as its rows print it. */
function oneValue(
  table: Stratification,
  rows: readonly number[],
  share: { low: number; high: number },
  tables: readonly Stratification[],
): number {
  const sum = (measure: string) =>
    rows.reduce((all, row) => all + (table.buckets[row]?.values[measure] ?? Number.NaN), 0)
  const base = findPercentBase(table, { percent: 'balancePct', of: 'balanceCents' }, tables)
  const byBalance = base === null ? Number.NaN : (100 * sum('balanceCents')) / base.value
  const printed = sum('balancePct')
  const value = Number.isFinite(byBalance) ? byBalance : printed
  return Number.isFinite(value)
    ? Math.min(Math.max(value, share.low), share.high)
    : (share.low + share.high) / 2
}

function partOf(table: Stratification, { values }: Bucket, isIn: boolean): PartOfTable {
  const half = (measure: string) => halfUnitOf(table, measure)
  const around = (measure: string) => {
    const value = values[measure]
    return value == null ? null : { low: value - half(measure), high: value + half(measure) }
  }
  const none = { low: 0, high: 0 }
  const [balance, percent] = [around('balanceCents'), around('balancePct')]
  return {
    balance,
    inside: isIn ? balance : balance && none,
    insidePct: isIn ? percent : percent && none,
  }
}
