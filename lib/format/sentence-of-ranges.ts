import type { Unit } from '../report.ts'
import { formatCount, formatPercent } from './numbers.ts'
import type { Sentence } from './opening.ts'
import { addShares, largestFirst, type RowShare } from './row-shares.ts'

const pct = (share: number) => `${formatPercent(share)}%`

/** True for a row that stands for one value. */
export function isExactRow({ bucket: { range } }: RowShare): boolean {
  return range !== null && range.low !== null && range.low === range.high
}

/** The figures of a label as printed, with their dollar sign: `$300,001 - $350,000` gives both. */
function printedEnds({ bucket }: RowShare): string[] {
  return bucket.label.replace(/\$\s+/g, '$').match(/\$?\d[\d,]*(?:\.\d+)?/g) ?? []
}

const lowOf = ({ bucket: { range } }: RowShare) => range?.low ?? Number.NEGATIVE_INFINITY
const highOf = ({ bucket: { range } }: RowShare) => range?.high ?? Number.POSITIVE_INFINITY
const ascending = (a: RowShare, b: RowShare) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b)

/** What exact values are called. Rates are printed to three places; other percents have no word of their own. */
function nounFor(unit: Unit | null, row: RowShare): string {
  if (unit === 'months') return 'terms'
  if (unit === 'years') return 'years'
  return unit === 'percent' && /\.\d{3}/.test(row.bucket.label) ? 'rates' : 'values'
}

/** A label or figures with the unit that the column heads: `360 months`, `1 month`; as they are where they have words. */
function withMonths(words: string, unit: Unit | null): string {
  if (unit !== 'months' || /[a-z]{3}/i.test(words.replace(/\bto\b/, ''))) return words
  return words === '1' ? '1 month' : `${words} months`
}

/** The widest gap between neighbouring values when it is at least four times the usual one. */
function findGap(rows: readonly RowShare[]): [RowShare, RowShare] | null {
  const pairs = rows.flatMap((row, index) => {
    const next = rows[index + 1]
    return next ? [{ pair: [row, next] as [RowShare, RowShare], width: lowOf(next) - lowOf(row) }] : []
  })
  const byWidth = [...pairs].sort((a, b) => b.width - a.width)
  const usual = byWidth[Math.floor(byWidth.length / 2)]?.width ?? 0
  const widest = byWidth[0]
  return widest && usual > 0 && widest.width >= 4 * usual ? widest.pair : null
}

/** The value up to which half of the balance lies. */
function findMiddle(rows: readonly RowShare[]): RowShare | null {
  const half = addShares(rows) / 2
  let sum = 0
  for (const row of rows) {
    sum += row.share
    if (sum >= half) return row
  }
  return null
}

/** > 80.00% at 360 months    36.62% in 75.01 to 80.00    10.44% at 579 and below */
function sayPlace(row: RowShare, unit: Unit | null): string {
  const { range, label } = row.bucket
  const isClosed = range?.low != null && range.high !== null
  const word = isClosed && !isExactRow(row) ? 'in' : 'at'
  const words = isClosed ? label : label.charAt(0).toLowerCase() + label.slice(1)
  const percent = unit === 'percent' && isExactRow(row) && /^[\d.]+$/.test(label) ? '%' : ''
  return `${pct(row.share)} ${word} ${withMonths(words, unit)}${percent}`
}

/** One value says most from this share on. */
const prevailing = 50

function sayGap(rows: readonly RowShare[]): string {
  const gap = findGap(rows)
  return gap ? ` No loan lies between ${gap[0].bucket.label} and ${gap[1].bucket.label}.` : ''
}

/** "29 rates, 5.750 to 10.500. Half of the balance lies at 6.750 or below. …", or the one value that prevails. */
export function sayExactValues(rows: readonly RowShare[], unit: Unit | null): Sentence | null {
  const sorted = [...rows].sort(ascending)
  const [first, last, middle] = [sorted[0], sorted.at(-1), findMiddle(sorted)]
  const [largest, second] = largestFirst(rows)
  if (!first || !last || !middle || !largest || !second) return null
  if (largest.share > prevailing) {
    const next = `Next is ${second.bucket.label} with ${pct(second.share)}.`
    return { lead: `${sayPlace(largest, unit)}.`, rest: next + sayGap(sorted) }
  }
  const lead = `${formatCount(rows.length)} ${nounFor(unit, first)}, ${first.bucket.label} to ${last.bucket.label}.`
  const below = unit === 'years' ? 'earlier' : 'below'
  return { lead, rest: `Half of the balance lies at ${middle.bucket.label} or ${below}.${sayGap(sorted)}` }
}

/** A neighbour joins the largest range when it holds nearly as much. */
const nearlyAsMuch = 0.75

/** The largest range, with the larger neighbour when that is nearly as large; they must touch in print. */
function findPeak(sorted: readonly RowShare[]): RowShare[] {
  const [largest] = largestFirst(sorted)
  if (!largest) return []
  const index = sorted.indexOf(largest)
  const neighbours = [sorted[index - 1], sorted[index + 1]].flatMap(row => row ?? [])
  const [joining] = largestFirst(neighbours)
  if (!joining || joining.share < nearlyAsMuch * largest.share) return [largest]
  return [largest, joining].sort(ascending)
}

/** Neighbouring ranges as one, in the figures printed: `$300,001 to $400,000`; null when an end is open or unreadable. */
function joinLabels(ranges: readonly RowShare[]): string | null {
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last || isExactRow(first)) return null
  const [low, high] = [printedEnds(first)[0], printedEnds(last).at(-1)]
  const closed = first.bucket.range?.low !== null && last.bucket.range?.high !== null
  return closed && low && high ? `${low} to ${high}` : null
}

/** The loans of the last range, when they are few enough to count. */
function sayLast(last: RowShare | undefined, unit: Unit | null): string {
  const count = last?.bucket.values.loanCount ?? 0
  if (!last || count === 0 || count > 5) return ''
  const label = withMonths(joinLabels([last]) ?? last.bucket.label, unit)
  const who = count === 1 ? 'A single loan is' : `${formatCount(count)} loans are`
  return isExactRow(last) ? ` ${who} at ${label}.` : ` ${who} in the last range, ${label}.`
}

/** "36.62% in 75.01 to 80.00. Above that lies 16.48%. A single loan is in the last range, 95.01 to 100.00." */
export function sayRanges(rows: readonly RowShare[], unit: Unit | null): Sentence | null {
  const sorted = rows.filter(({ bucket }) => bucket.range !== null).sort(ascending)
  const peak = findPeak(sorted)
  const joined = joinLabels(peak)
  const [largest] = largestFirst(peak)
  const top = joined ? peak.at(-1) : largest
  if (!largest || !top) return null
  const lead = joined
    ? `${pct(addShares(peak))} in ${withMonths(joined, unit)}.`
    : `${sayPlace(largest, unit)}.`
  const above = sorted.slice(sorted.indexOf(top) + 1)
  const isAnyUnread = rows.some(({ bucket }) => bucket.range === null && /\d/.test(bucket.label))
  if (isAnyUnread) return { lead, rest: '' }
  const rest =
    above.length > 0 ? `Above that lies ${pct(addShares(above))}.${sayLast(above.at(-1), unit)}` : ''
  return { lead, rest }
}
