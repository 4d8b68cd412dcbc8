import { findPercentBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Amount } from './answer.ts'
import { capOf } from './cap-of-others.ts'
import type { Bound } from './distribution.ts'

/**
 * What a pool has in a named row, and the rows that it rests on. `rule`: the row `is-printed`; or a `residual` row may hold it, up to the `cap` that its label or a note states
 * for each; or `all-are-printed`, and it is none of them.
 */
export type NamedShare = {
  share: Bound
  rule: 'is-printed' | 'residual-with-cap' | 'residual' | 'all-are-printed'
  buckets: number[]
}

/** The measures of a share, and what they are of; `isShare` where it is asked for in percent. */
export const measuresOf = {
  balancePct: { by: 'balance', percent: 'balancePct', of: 'balanceCents', isShare: true },
  balanceCents: { by: 'balance', percent: 'balancePct', of: 'balanceCents', isShare: false },
  countPct: { by: 'count', percent: 'countPct', of: 'loanCount', isShare: true },
  loanCount: { by: 'count', percent: 'countPct', of: 'loanCount', isShare: false },
} as const satisfies Record<Amount, object>

/**
 * What the row that `isNamed` finds has of an amount, null where nothing bounds it: the table lists some rows only, or does
 * not print the amount.
 */
export function namedShare(
  table: Stratification,
  isNamed: (bucket: Bucket, order: number) => boolean,
  tables: readonly Stratification[],
  amount: Amount,
): NamedShare | null {
  const named = table.buckets.flatMap((bucket, order) => (isNamed(bucket, order) ? [order] : []))
  const sharesOfRows = sharesOf(table, tables, amount)
  if (named.length > 0) {
    const share = addUp(named.map(order => sharesOfRows(table.buckets[order])))
    return share && { share, rule: 'is-printed', buckets: named }
  }
  const rest = table.buckets.flatMap(({ code }, order) => (code === 'other' ? [order] : []))
  const cap = capIn(table, tables, amount)
  if (rest.length > 0) {
    const share = addUp(rest.map(order => sharesOfRows(table.buckets[order])))
    // A part of what is below nothing may be anything.
    if (share === null || share.high < 0) return null
    const isCapped = cap !== null && cap < share.high
    return {
      share: { low: 0, high: isCapped ? cap : share.high },
      rule: isCapped ? 'residual-with-cap' : 'residual',
      buckets: rest,
    }
  }
  if (isWhole(table, tables, amount))
    return { share: { low: 0, high: 0 }, rule: 'all-are-printed', buckets: [] }
  return cap === null ? null : { share: { low: 0, high: cap }, rule: 'residual-with-cap', buckets: [] }
}

type Shares = (bucket: Bucket | undefined) => Bound | null

/** What rows have, widened by half of the last place; shares from balances where they are printed, for percents are rounded. */
function sharesOf(table: Stratification, tables: readonly Stratification[], amount: Amount): Shares {
  const { percent, of, isShare } = measuresOf[amount]
  const base = isShare ? findPercentBase(table, { percent, of }, tables) : null
  const [half, rounding] = [halfUnitOf(table, of), halfUnitOf(table, percent)]
  return bucket => {
    const printed = bucket?.values[of]
    if (!isShare) return printed == null ? null : around(printed, half)
    if (base && printed != null) return shareOf(around(printed, half), base.value, base.halfUnit)
    const share = bucket?.values[percent]
    return share == null ? null : around(share, rounding)
  }
}

/** Widened by what printing may have rounded off; what is printed above nothing is not below it. */
function around(printed: number, half: number): Bound {
  return { low: printed < 0 ? printed - half : Math.max(0, printed - half), high: printed + half }
}

/** In percent of a whole that may be half a unit more or less; what is below nothing is furthest from it where that is least. */
function shareOf({ low, high }: Bound, whole: number, half: number): Bound {
  return {
    low: (100 * low) / (low < 0 ? whole - half : whole + half),
    high: (100 * high) / (high < 0 ? whole + half : whole - half),
  }
}

function addUp(shares: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const share of shares) sum = sum && share && { low: sum.low + share.low, high: sum.high + share.high }
  return sum && { low: Number(sum.low.toFixed(9)), high: Number(sum.high.toFixed(9)) }
}

/** Do the rows come to all of the pool, so that none is left out? */
function isWhole(table: Stratification, tables: readonly Stratification[], amount: Amount): boolean {
  const shares = sharesOf(table, tables, measuresOf[amount].percent)
  const sum = addUp(table.buckets.map(shares))
  return sum !== null && sum.low <= 100 && sum.high >= 100
}

/** A cap that the table states in percent, in the unit of the amount. */
function capIn(table: Stratification, tables: readonly Stratification[], amount: Amount): number | null {
  const { by, percent, of, isShare } = measuresOf[amount]
  const cap = capOf(table, by)
  if (cap === null || isShare) return cap
  const base = findPercentBase(table, { percent, of }, tables)
  return base && Math.floor((cap * (base.value + base.halfUnit)) / 100)
}
