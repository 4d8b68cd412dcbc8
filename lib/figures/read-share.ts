import { findPercentBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { type Bound, isOfName, namedShare } from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'
import { addBounds, hullOfReadings, isContradicted } from './hull-of-readings.ts'

/** What shares are read with: the tables of the filing, and those of failing checks. */
type Context = { tables: readonly Stratification[]; failing: ReadonlySet<string> }

type Fit = ReturnType<typeof isOfName>

/** By how its rows fit a name, what a table tells of it: names that fit none of its rows all have the same share. */
const known = oncePer((_table: Stratification) => new Map<string, Reading | null>())

/**
 * The share of a named row in a table, in percent of its balance: as its balance, else its percent, gives it; of a row that is
 * not printed what the residual row may hold of it, and the rows that have no name anybody knows. Null where nothing tells.
 */
export function readShare(
  table: Stratification,
  { dimension, name }: { dimension: string; name: string },
  context: Context,
): Reading | null {
  const fit = table.buckets.map(bucket => isOfName(bucket, dimension, name))
  const readings = known(table)
  const key = fit.join()
  const before = readings.get(key)
  if (before !== undefined) return before
  const reading = readFitting(table, fit, context)
  readings.set(key, reading)
  return reading
}

function readFitting(table: Stratification, fit: readonly Fit[], { tables, failing }: Context) {
  const isPrinted = fit.includes('is')
  const isPossible = (order: number) => fit[order] === 'fits' || (!isPrinted && fit[order] === 'may')
  const own = (isIn: (order: number) => boolean) => {
    const rows = new Set(table.buckets.filter((_, order) => isIn(order)))
    return namedShare(table, bucket => rows.has(bucket), tables, 'balance')
  }
  const certain = own(order => fit[order] === 'is')
  if (certain === null) return null
  const hasPossible = fit.some((_, order) => isPossible(order))
  const possible = hasPossible ? own(isPossible) : null
  if (hasPossible && possible === null) return null
  const { low } = certain.share
  const share = { low, high: Math.min(100, certain.share.high + (possible?.share.high ?? 0)) }
  const isOne = !hasPossible && (certain.rule === 'is-printed' || certain.rule === 'all-are-printed')
  const row = table.buckets[certain.buckets[0] ?? -1]
  const reading: Reading = {
    ...share,
    value: isOne ? oneValue(table, certain.buckets, share, tables) : null,
    kind: !isOne ? 'bounded' : isOnlyPercent(row) ? 'stated' : 'computed',
    stratification: table.id,
    at: row?.places.balancePct ?? row?.places.balanceCents ?? row?.at ?? table.at,
    contradicted: false,
  }
  if (!isContradicted(table, failing)) return reading
  const inside = table.buckets.filter((_, order) => fit[order] === 'is')
  return hullOfReadings(table, reading, {
    balanceCents: sumOf(table, inside, 'balanceCents'),
    balancePct: sumOf(table, inside, 'balancePct'),
  })
}

const isOnlyPercent = (row: Bucket | undefined) =>
  row?.values.balancePct != null && row.values.balanceCents == null

/** The single figure that a share is known by: from balances, else as its rows print it. */
function oneValue(
  table: Stratification,
  rows: readonly number[],
  { low, high }: Bound,
  tables: readonly Stratification[],
): number {
  const sum = (measure: string) =>
    rows.reduce((all, row) => all + (table.buckets[row]?.values[measure] ?? Number.NaN), 0)
  const base = findPercentBase(table, { percent: 'balancePct', of: 'balanceCents' }, tables)
  const byBalance = base === null ? Number.NaN : (100 * sum('balanceCents')) / base.value
  const printed = sum('balancePct')
  const value = Number.isFinite(byBalance) ? byBalance : printed
  return Number.isFinite(value) ? Math.min(Math.max(value, low), high) : (low + high) / 2
}

/** What rows come to, widened by what printing may have rounded off; null where one does not print the measure. */
function sumOf(table: Stratification, rows: readonly Bucket[], measure: string): Bound | null {
  const half = halfUnitOf(table, measure)
  return addBounds(
    rows.map(({ values }) => {
      const value = values[measure]
      return value == null ? null : { low: value - half, high: value + half }
    }),
  )
}
