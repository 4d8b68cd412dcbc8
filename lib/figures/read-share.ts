import { findPercentBase } from '../checks/percent-base.ts'
import {
  type Bound,
  type FailingTables,
  type Fit,
  fitOf,
  nameRows,
  shareOfName,
} from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'

/** What shares are read with: the tables of the filing, and those of failing checks. */
type Context = { tables: readonly Stratification[]; failing: FailingTables }

/** By how its rows fit a name, what a table tells of it: names that fit none of its rows all have the same share. */
const known = oncePer((_table: Stratification) => new Map<string, Reading | null>())

/** How the rows of a table stand to a name, by its id or the code of its state. */
export function fitsOfName(table: Stratification, name: string): Fit[] {
  return nameRows(table).map((row, order) => fitOf(row, table.buckets[order]?.code ?? null, name))
}

/**
 * The share of a named row in a table, in percent of its balance: as its balance, else its percent, gives it; of a row that is
 * not printed what the residual row may hold of it, and the rows that fit it or have no name anybody knows. Null where nothing tells.
 */
export function readShare(table: Stratification, name: string, context: Context): Reading | null {
  const fits = fitsOfName(table, name)
  const readings = known(table)
  const key = fits.join()
  const before = readings.get(key)
  if (before !== undefined) return before
  const reading = readFitting(table, fits, context)
  readings.set(key, reading)
  return reading
}

function readFitting(table: Stratification, fits: readonly Fit[], context: Context): Reading | null {
  const found = shareOfName({ table, ...context }, fits, 'balancePct')
  if (found === null) return null
  const { share, certain, possible, contradicts } = found
  const isOne = possible === null && (certain.rule === 'is-printed' || certain.rule === 'all-are-printed')
  const row = table.buckets[certain.buckets[0] ?? -1]
  return {
    ...share,
    value: isOne ? oneValue(table, certain.buckets, share, context.tables) : null,
    kind: !isOne ? 'bounded' : isOnlyPercent(row) ? 'stated' : 'computed',
    stratification: table.id,
    at: row?.places.balancePct ?? row?.places.balanceCents ?? row?.at ?? table.at,
    contradicted: contradicts,
  }
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
