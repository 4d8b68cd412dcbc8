import { findPercentBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Bound } from './distribution.ts'

/**
 * The share of a pool in a named row, in percent, and the rows that it rests on. `rule`: the row `is-printed`; or a `residual` row may hold it, up to the `cap` that its label or a note states
 * for each; or `all-are-printed`, and it is none of them.
 */
export type NamedShare = {
  share: Bound
  rule: 'is-printed' | 'residual-with-cap' | 'residual' | 'all-are-printed'
  buckets: number[]
}

const measures = {
  balance: { percent: 'balancePct', of: 'balanceCents' },
  count: { percent: 'countPct', of: 'loanCount' },
} as const
/** What a share is of. */
export type ShareOf = keyof typeof measures

const CAP =
  /(?:less than|under|below|fewer than|(?:no|not) (?:more|greater) than|not (?:to exceed|exceeding)|up to|at most|<|≤)\s*(?:or equal to\s*)?(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i
const NO_OTHER =
  /\b(?:no other|none of the (?:other|remaining)|no (?:state|jurisdiction)\b.{0,40}\bother)\b.{0,120}?\b(?:more than|exceed\w*|greater than|over)\s*(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i

/** A share of a postal code is none of a row, though notes of tables of states tell it. */
const OF_POSTAL_CODES = /\b(?:zip|postal)\b/i

/**
 * The share of the row that `isNamed` finds, null where nothing bounds it: the table lists some rows only, or prints no
 * shares.
 */
export function namedShare(
  table: Stratification,
  isNamed: (bucket: Bucket) => boolean,
  tables: readonly Stratification[],
  by: ShareOf,
): NamedShare | null {
  const named = table.buckets.flatMap((bucket, order) => (isNamed(bucket) ? [order] : []))
  const shareOf = sharesOf(table, tables, by)
  if (named.length > 0) {
    const share = addUp(named.map(order => shareOf(table.buckets[order])))
    return share && { share, rule: 'is-printed', buckets: named }
  }
  const rest = table.buckets.flatMap(({ code }, order) => (code === 'other' ? [order] : []))
  const cap = capOf(table)
  if (rest.length > 0) {
    const share = addUp(rest.map(order => shareOf(table.buckets[order])))
    if (share === null) return null
    const isCapped = cap !== null && cap < share.high
    return {
      share: { low: 0, high: isCapped ? cap : share.high },
      rule: isCapped ? 'residual-with-cap' : 'residual',
      buckets: rest,
    }
  }
  if (isWhole(table, shareOf)) return { share: { low: 0, high: 0 }, rule: 'all-are-printed', buckets: [] }
  return cap === null ? null : { share: { low: 0, high: cap }, rule: 'residual-with-cap', buckets: [] }
}

type Shares = (bucket: Bucket | undefined) => Bound | null

/** From balances where they are printed, for percents are rounded. */
function sharesOf(table: Stratification, tables: readonly Stratification[], by: ShareOf): Shares {
  const { percent, of } = measures[by]
  const base = findPercentBase(table, { percent, of }, tables)
  const [half, rounding] = [halfUnitOf(table, of), halfUnitOf(table, percent)]
  return bucket => {
    const amount = bucket?.values[of]
    if (base && amount != null)
      return {
        low: (100 * (amount - half)) / (base.value + base.halfUnit),
        high: (100 * (amount + half)) / (base.value - base.halfUnit),
      }
    const printed = bucket?.values[percent]
    return printed == null ? null : { low: Math.max(0, printed - rounding), high: printed + rounding }
  }
}

function addUp(shares: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const share of shares) sum = sum && share && { low: sum.low + share.low, high: sum.high + share.high }
  return sum && { low: Number(sum.low.toFixed(9)), high: Number(sum.high.toFixed(9)) }
}

/** Do the rows come to all of the pool, so that none is left out? */
function isWhole({ buckets }: Stratification, shareOf: Shares): boolean {
  const sum = addUp(buckets.map(shareOf))
  return sum !== null && sum.low <= 100 && sum.high >= 100
}

/** The share that none of the rows which are not printed comes to, as the residual's label or a note states it. */
function capOf({ buckets, footnotes }: Stratification): number | null {
  const rest = buckets.filter(({ code }) => code === 'other')
  const told = footnotes.filter(({ text }) => !OF_POSTAL_CODES.test(text))
  const notes = told.filter(({ mark }) => rest.some(({ marks }) => marks.includes(mark)))
  const caps = [
    ...[...rest.map(({ label }) => label), ...notes.map(({ text }) => text)].map(text => CAP.exec(text)),
    ...told.map(({ text }) => NO_OTHER.exec(text)),
  ].flatMap(found => (found === null ? [] : [Number(found[1])]))
  return caps.length === 0 ? null : caps.reduce((a, b) => Math.min(a, b))
}
