import { findPercentBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Bucket, Stratification } from '../report.ts'
import type { Bound } from './distribution.ts'

/**
 * The share of a pool in a named row, in percent of balance (of loans where no balance is printed), and the rows that it
 * rests on. `rule`: the row `is-printed`; or a `residual` row may hold it, up to the `cap` that its label or a note states
 * for each; or `all-are-printed`, and it is none of them.
 */
export type NamedShare = {
  share: Bound
  rule: 'is-printed' | 'residual-with-cap' | 'residual' | 'all-are-printed'
  buckets: number[]
}

const measures = [
  { percent: 'balancePct', of: 'balanceCents' },
  { percent: 'countPct', of: 'loanCount' },
] as const

const CAP =
  /(?:less than|under|below|fewer than|(?:no|not) (?:more|greater) than|not (?:to exceed|exceeding)|up to|at most|<|≤)\s*(?:or equal to\s*)?(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i
const NO_OTHER =
  /\b(?:no other|no single|none of the (?:other|remaining)|no (?:state|jurisdiction)\b.{0,40}\bother)\b.{0,120}?\b(?:more than|exceed\w*|greater than|over)\s*(?:approximately\s*)?(\d+(?:\.\d+)?)\s*(?:%|percent)/i

/**
 * The share of the row that `isNamed` finds, null where nothing bounds it: the table lists some rows only, or prints no
 * shares.
 */
export function namedShare(
  table: Stratification,
  isNamed: (bucket: Bucket) => boolean,
  tables: readonly Stratification[],
): NamedShare | null {
  const named = table.buckets.flatMap((bucket, order) => (isNamed(bucket) ? [order] : []))
  const shareOf = sharesOf(table, tables)
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

type ShareOf = (bucket: Bucket | undefined) => Bound | null

/** From balances where they are printed, for percents are rounded. */
function sharesOf(table: Stratification, tables: readonly Stratification[]): ShareOf {
  return bucket => {
    for (const { percent, of } of measures) {
      const base = findPercentBase(table, { percent, of }, tables)
      const [amount, half] = [bucket?.values[of], halfUnitOf(table, of)]
      if (base && amount != null)
        return {
          low: (100 * (amount - half)) / (base.value + base.halfUnit),
          high: (100 * (amount + half)) / (base.value - base.halfUnit),
        }
      const printed = bucket?.values[percent]
      const rounding = halfUnitOf(table, percent)
      if (printed != null) return { low: Math.max(0, printed - rounding), high: printed + rounding }
    }
    return null
  }
}

function addUp(shares: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const share of shares) sum = sum && share && { low: sum.low + share.low, high: sum.high + share.high }
  return sum && { low: Number(sum.low.toFixed(9)), high: Number(sum.high.toFixed(9)) }
}

/** Do the rows come to all of the pool, so that none is left out? */
function isWhole({ buckets }: Stratification, shareOf: ShareOf): boolean {
  const sum = addUp(buckets.map(shareOf))
  return sum !== null && sum.low <= 100 && sum.high >= 100
}

/** The share that none of the rows which are not printed comes to, as the residual's label or a note states it. */
function capOf({ buckets, footnotes }: Stratification): number | null {
  const rest = buckets.filter(({ code }) => code === 'other')
  const notes = footnotes.filter(({ mark }) => rest.some(({ marks }) => marks.includes(mark)))
  const caps = [
    ...[...rest.map(({ label }) => label), ...notes.map(({ text }) => text)].map(text => CAP.exec(text)),
    ...footnotes.map(({ text }) => NO_OTHER.exec(text)),
  ].flatMap(found => (found === null ? [] : [Number(found[1])]))
  return caps.length === 0 ? null : caps.reduce((a, b) => Math.min(a, b))
}
