import { waysToAdd } from '../checks/loan-group-families.ts'
import type { Bucket, PoolSummary, Range, Stratification } from '../report.ts'
import { sumRows } from './sum-rows.ts'

/** One bar of a small shape: a range in the dimension's unit, null for an open end, and its share of the pool. */
export type RangeShare = Pick<Range, 'low' | 'high'> & { pct: number }
/** A state's two-letter postal code and its share of the pool. */
export type StateShare = { code: string; pct: number }

/** More rows than this are added up to fewer: a list shows fifty deals, and their shapes are as wide as a word. */
const mostRows = 100
/** States, territories and what else a table of them prints; more rows are of no such table. */
const mostStates = 70

/** A pool as far as shapes need it: its tables, and what balance each of its loan groups has. */
type Shown = { stratifications: readonly Stratification[]; pool: readonly PoolSummary[] }

/** The printed percent of the pool, else the balance over the total. */
function shareOf(bucket: Bucket, table: Stratification | undefined): number | null {
  const printed = bucket.values.balancePct ?? null
  if (printed !== null) return printed
  const balance = bucket.values.balanceCents ?? null
  const total = table?.total?.values.balanceCents ?? null
  return balance === null || total === null || total === 0 ? null : (100 * balance) / total
}

function tableOf({ stratifications }: Shown, dimension: string, loanGroup: string | null) {
  return stratifications.find(table => table.dimension === dimension && table.loanGroup === loanGroup)
}

/** The table itself, or one with the exact sums of its rows; none where they cannot be added up. */
function withFewRows(table: Stratification | undefined): Stratification | undefined {
  if (table === undefined || table.buckets.length <= mostRows) return table
  return sumRows(table).table ?? undefined
}

function rangesOf(table: Stratification | undefined): RangeShare[] | null {
  const few = withFewRows(table)
  const shares = (few?.buckets ?? []).flatMap(bucket => {
    const pct = shareOf(bucket, few)
    return bucket.range === null || pct === null
      ? []
      : [{ low: bucket.range.low, high: bucket.range.high, pct }]
  })
  return shares.length === 0 ? null : shares
}

function statesOf(table: Stratification | undefined): StateShare[] | null {
  const shares = (table?.buckets ?? []).flatMap(bucket => {
    const pct = shareOf(bucket, table)
    return bucket.code === null || bucket.code === 'other' || pct === null ? [] : [{ code: bucket.code, pct }]
  })
  return shares.length === 0 || shares.length > mostStates ? null : shares
}

type Part<T> = { weight: number; shares: T[] }

/** The shares of each group that is added, by the first way in which all have them and a balance; null where there is none. */
function partsOf<T>(
  shown: Shown,
  dimension: string,
  read: (table: Stratification | undefined) => T[] | null,
): Part<T>[] | null {
  const names = shown.pool.flatMap(({ loanGroup }) => loanGroup ?? [])
  for (const family of waysToAdd(names)) {
    const parts = family.flatMap(loanGroup => {
      const summary = shown.pool.find(group => group.loanGroup === loanGroup)
      const weight = summary?.figures.find(({ id }) => id === 'balance')?.value ?? null
      const shares = read(tableOf(shown, dimension, loanGroup))
      return weight === null || shares === null ? [] : [{ weight, shares }]
    })
    if (parts.length === family.length) return parts
  }
  return null
}

/** Shares of the groups as shares of the pool, like ones added; null where rows of the groups are not alike. */
function join<T extends { pct: number }>(
  parts: readonly Part<T>[],
  keyOf: (share: T) => string,
  mayDiffer: boolean,
): T[] | null {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const joined = new Map<string, T>()
  for (const { weight, shares } of parts)
    for (const share of shares) {
      const pct = (share.pct * weight) / whole
      const known = joined.get(keyOf(share))
      joined.set(keyOf(share), { ...share, pct: (known?.pct ?? 0) + pct })
    }
  const areAlike = parts.every(({ shares }) => shares.length === joined.size)
  return whole > 0 && (mayDiffer || areAlike) ? [...joined.values()] : null
}

/**
 * A pool's shares by the ranges of a dimension; null where the filing does not split it so. Where only loan groups are split,
 * in the same rows, theirs are added.
 */
export function rangeShares(
  shown: Shown,
  dimension: string,
  loanGroup: string | null = null,
): RangeShare[] | null {
  const own = rangesOf(tableOf(shown, dimension, loanGroup))
  if (own !== null || loanGroup !== null) return own
  const parts = partsOf(shown, dimension, rangesOf)
  return parts && join(parts, ({ low, high }) => `${low} ${high}`, false)
}

/** A pool's shares by state, as named; what only loan groups print is added. */
export function stateShares(shown: Shown, loanGroup: string | null = null): StateShare[] | null {
  const own = statesOf(tableOf(shown, 'state', loanGroup))
  if (own !== null || loanGroup !== null) return own
  const parts = partsOf(shown, 'state', statesOf)
  return parts && join(parts, ({ code }) => code, true)
}
