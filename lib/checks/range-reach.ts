import { findDimension } from '../dimensions/index.ts'
import { largest } from '../extremes.ts'
import type { Bucket, Stratification } from '../report.ts'

/** How far below and above its printed ends a row reaches, in the dimension's unit. */
export type Reach = { below: number; above: number }

const centsOfDollar = 100
const monthsOfYear = 12

/** One unit of the last place of a label's figures: 0.01 for "70.01 to 75.00", a dollar for "$100,001 - $150,000". */
function unitOfLabel({ label }: Bucket, unit: string | null): number {
  const decimals = [...label.matchAll(/\d\.(\d+)/g)].map(([, places = '']) => places.length)
  const last = 10 ** -Math.max(0, largest(decimals))
  if (unit === 'cents') return centsOfDollar * last
  return unit === 'months' && /\by(?:ea)?rs?\b/i.test(label) ? monthsOfYear * last : last
}

const widthOf = ({ range }: Bucket) =>
  range?.low != null && range.high != null ? range.high - range.low : Number.POSITIVE_INFINITY

/** The gap between a row and the next, within which loans fall into one of the two; null where there is none. */
function gapBetween(lower: Bucket, upper: Bucket | undefined): number | null {
  const high = lower.range?.high
  const low = upper?.range?.low
  if (!upper || high == null || low == null) return null
  const gap = low - high
  return gap < 0 || gap > Math.min(widthOf(lower), widthOf(upper)) ? null : gap
}

/**
 * How far each row of a table reaches beyond its printed ends, null for a row without a range.
 *
 * > 70 - 74     a ratio of 74.60 is in this row, where ratios are cut to whole percents
 * > 75 - 79     so the row above reaches up to 75
 *
 * Up to the next row where that begins close by; else one unit of the label's last place.
 */
export function findReach({ dimension, buckets }: Stratification): (Reach | null)[] {
  const unit = findDimension(dimension)?.unit ?? null
  const rising = buckets.filter(({ range }) => range !== null)
  rising.sort(
    (a, b) => (a.range?.low ?? Number.NEGATIVE_INFINITY) - (b.range?.low ?? Number.NEGATIVE_INFINITY),
  )
  const order = new Map(rising.map((bucket, index) => [bucket, index]))
  return buckets.map(bucket => {
    const index = order.get(bucket)
    if (index === undefined) return null
    const before = rising[index - 1]
    const last = unitOfLabel(bucket, unit)
    const below = before ? gapBetween(before, bucket) : null
    return { below: below ?? last, above: gapBetween(bucket, rising[index + 1]) ?? last }
  })
}
