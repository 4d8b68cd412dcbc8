import type { Dimension } from '../dimensions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Bucket, Range, Unit } from '../report.ts'
import type { End, Span } from './distribution.ts'

type Ranged = Bucket & { range: Range }
const isRanged = (bucket: Bucket): bucket is Ranged => bucket.range !== null

const cent = 1
const centsOfDollar = 100

/** Doubles that went through a sum of decimals, as the decimals they stand for. */
export function tidy(value: number): number {
  if (Number.isInteger(value)) return value
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value
}

/** One unit of the last place that a label prints: 0.01 for "70.01 to 75.00", a hundred cents for "$100,001". */
function placeOf(bucket: Bucket, unit: Unit): number {
  const last = 10 ** -decimalsOf(bucket)
  return unit === 'cents' ? centsOfDollar * last : last
}

/** The most decimals that a label prints. */
const decimalsOf = oncePer(({ label }: Bucket): number => {
  if (!label.includes('.')) return 0
  const decimals = [...label.matchAll(/\d\.(\d+)/g)].map(([, places = '']) => places.length)
  return decimals.reduce((most, places) => Math.max(most, places), 0)
})

const orderOf = ({ range: { low, high } }: Ranged) => low ?? (high === null ? Infinity : -Infinity)

/** Rows under one heading part the same loans; under another they begin anew. */
function risingRows(buckets: readonly Bucket[]): Ranged[][] {
  const byHeading = Map.groupBy(buckets.filter(isRanged), ({ heading }) => heading ?? '')
  return [...byHeading.values()].map(rows => rows.toSorted((a, b) => orderOf(a) - orderOf(b)))
}

/**
 * What figures lie on, in the unit. Balances are in cents. Of others it is the last printed place where neighbours leave just
 * that between them, for then nothing lies in between; where they share their ends, nothing tells.
 *
 * > 75.01 to 80.00   80.01 to 85.00     hundredths
 * > 520 - 539        540 - 559          whole scores
 * > 60 to 65         65 to 70           0: any figure
 */
export function findGrid(buckets: readonly Bucket[], unit: Unit): number {
  if (unit === 'cents') return cent
  let grid: number | null = null
  for (const rows of risingRows(buckets))
    for (const [order, row] of rows.entries()) {
      const next = rows[order + 1]
      if (next === undefined || row.range.high === null || next.range.low === null) continue
      const place = Math.min(placeOf(row, unit), placeOf(next, unit))
      const gap = tidy(next.range.low - row.range.high)
      const leavesOne = gap === place && row.range.highIncluded && next.range.lowIncluded
      const isApart = gap > place
      if (!leavesOne && !isApart && !areExact(row, next)) return 0
      if (leavesOne || areExact(row, next)) grid = Math.min(grid ?? Infinity, place)
    }
  return grid ?? 0
}

const areExact = (row: Ranged, next: Ranged) =>
  [row, next].every(({ range }) => range.low !== null && range.low === range.high)

/**
 * What each row spans, null for a row without a range. Where printed ends leave less than a unit of their last place
 * between them, the row begins right above the one before it.
 *
 * > $550,001 - $600,000
 * > $600,001 - $650,000      from $600,000.01
 */
export function spansOf(buckets: readonly Bucket[], dimension: Dimension, grid: number): (Span | null)[] {
  const spans = new Map<Bucket, Span>()
  for (const rows of risingRows(buckets))
    for (const [order, row] of rows.entries()) {
      const before = rows[order - 1]
      const { low, high } = spanOf(row, dimension)
      spans.set(row, { low: before ? joined(before, row, low, dimension.unit) : low, high })
    }
  return buckets.map(bucket => {
    const span = spans.get(bucket)
    return span ? onGrid(span, grid) : null
  })
}

function spanOf({ range }: Ranged, { ends }: Dimension): Span {
  const { low, high, lowIncluded, highIncluded } = range
  return {
    low: low === null ? natural(ends?.least) : { value: low, included: lowIncluded },
    high: high === null ? natural(ends?.most) : { value: high, included: highIncluded },
  }
}

const natural = (end: number | undefined): End => (end === undefined ? null : { value: end, included: true })

function joined(before: Ranged, row: Ranged, low: End, unit: Unit): End {
  const { high } = before.range
  if (low === null || row.range.low === null || high === null || !before.range.highIncluded) return low
  const gap = tidy(row.range.low - high)
  const place = Math.max(placeOf(before, unit), placeOf(row, unit))
  return gap > 0 && gap <= place ? { value: high, included: false } : low
}

/** On a grid every end belongs to its row: above 75 is from 75.01. */
function onGrid({ low, high }: Span, grid: number): Span {
  if (grid === 0) return { low, high }
  return {
    low: low && !low.included ? { value: tidy(low.value + grid), included: true } : low,
    high: high && !high.included ? { value: tidy(high.value - grid), included: true } : high,
  }
}
