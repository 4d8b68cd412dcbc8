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
 * What each row spans, null for a row without a range. Printed ends leave less than a unit of their last place between them,
 * and loans lie there too: the rounder of two ends is the edge. So is the rounder figure a unit beyond an end that no
 * row follows, as where a row without loans is left out; not where rows share their ends, for then all ends are edges.
 *
 * > $550,001 - $600,000
 * > $600,001 - $650,000      from $600,000.01
 * > $700,001 - $750,000      from $700,000.01
 * > $800,000 - $849,999      up to $849,999.99
 */
export function spansOf(buckets: readonly Bucket[], dimension: Dimension, grid: number): (Span | null)[] {
  const { unit } = dimension
  const spans = new Map<Bucket, Span>()
  for (const rows of risingRows(buckets)) {
    const areEdges = rows.some((row, order) => meets(row, rows[order + 1]))
    for (const [order, row] of rows.entries()) {
      const span = spanOf(row, dimension)
      const [before, after] = [rows[order - 1], rows[order + 1]]
      spans.set(row, {
        low: beginOf(row, span.low, { before, areEdges, unit }),
        high: finishOf(row, span.high, { after, areEdges, unit }),
      })
    }
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

/** Does a row end at the figure that the next begins with? */
const meets = (row: Ranged, next: Ranged | undefined) =>
  next !== undefined && row.range.high !== null && row.range.high === next.range.low && !areExact(row, next)

/** The unit of the last place between two rows' ends, where they leave no more than that between them; else null. */
function seamOf(before: Ranged | undefined, row: Ranged | undefined, unit: Unit): [End, End] | null {
  if (before === undefined || row === undefined) return null
  const [{ high, highIncluded }, { low, lowIncluded }] = [before.range, row.range]
  if (high === null || low === null || !highIncluded) return null
  const place = Math.max(placeOf(before, unit), placeOf(row, unit))
  const gap = tidy(low - high)
  if (gap <= 0 || gap > place) return null
  const ends = [
    { value: high, included: true },
    { value: low, included: lowIncluded },
  ] as const
  return lowIncluded && isRounder(low, high, place)
    ? [{ value: low, included: false }, ends[1]]
    : [ends[0], { value: high, included: false }]
}

function beginOf(
  row: Ranged,
  low: End,
  { before, areEdges, unit }: { before: Ranged | undefined; areEdges: boolean; unit: Unit },
): End {
  if (low === null || row.range.low === null) return low
  const seam = seamOf(before, row, unit)
  if (seam) return seam[1]
  const place = placeOf(row, unit)
  const beyond = tidy(low.value - place)
  const reaches = !areEdges && low.included && row.range.high !== low.value
  return reaches && isRounder(beyond, low.value, place) ? { value: beyond, included: false } : low
}

function finishOf(
  row: Ranged,
  high: End,
  { after, areEdges, unit }: { after: Ranged | undefined; areEdges: boolean; unit: Unit },
): End {
  if (high === null || row.range.high === null) return high
  const seam = seamOf(row, after, unit)
  if (seam) return seam[0]
  const place = placeOf(row, unit)
  const beyond = tidy(high.value + place)
  const reaches = !areEdges && high.included && row.range.low !== high.value
  return reaches && isRounder(beyond, high.value, place) ? { value: beyond, included: false } : high
}

/** Does a figure end in more noughts than another, both counted in units of their last place? */
function isRounder(figure: number, other: number, place: number): boolean {
  const zeros = (value: number) => {
    const units = String(Math.round(value / place))
    return units === '0' ? Infinity : (/0*$/.exec(units)?.[0].length ?? 0)
  }
  return zeros(figure) > zeros(other)
}

/** On a grid every end belongs to its row: above 75 is from 75.01. */
function onGrid({ low, high }: Span, grid: number): Span {
  if (grid === 0) return { low, high }
  return {
    low: low && !low.included ? { value: tidy(low.value + grid), included: true } : low,
    high: high && !high.included ? { value: tidy(high.value - grid), included: true } : high,
  }
}
