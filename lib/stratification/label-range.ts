import type { Dimension } from '../dimensions/index.ts'
import { issue } from '../issues.ts'
import { findMeasure } from '../measures/index.ts'
import { readScales } from '../reading/scale-words.ts'
import { MONTHS_A_YEAR, MOST_YEARS, type SaidYears } from '../reading/year-words.ts'
import type { Bucket, Issue, Range, Stratification } from '../report.ts'
import { readRange } from '../values/index.ts'

/** The words that may tell the unit of the labels: title, header over the labels, and what is said around the table. */
type LabelWords = Pick<Stratification, 'stub' | 'title' | 'at'> & { years: SaidYears | null }

/**
 * Give the rows of a dimension of ranges the range that their labels print.
 *
 * > Penalty Term (Years)   3           → exactly 36 months
 *                          3 Months    → exactly 3 months, for the label itself says so
 *
 * Raises `label-is-not-a-range` for figures that make none, and `range-scale-is-not-certain`, with no range, where labels
 * that are said to be in years cannot be. Buckets are changed in place.
 */
export function readRanges(
  dimension: Dimension | null,
  buckets: readonly Bucket[],
  words: LabelWords,
  issues: Issue[],
) {
  if (dimension === null || (dimension.buckets !== 'range' && dimension.buckets !== 'exact')) return
  for (const bucket of buckets) {
    bucket.range = readRange(bucket.label, dimension.unit)
  }
  readBelowZero(buckets)
  for (const { label, range, at } of buckets)
    if (range === null && /\d/.test(label)) issues.push(issue('label-is-not-a-range', { label }, at))
  if (!areInYears(dimension, words)) return
  const ofYears = buckets.filter(({ label }) => !UNIT_IN_LABEL.test(label))
  const isLonger = ofYears.some(({ range }) => (range?.high ?? range?.low ?? 0) > MOST_YEARS)
  if (isLonger)
    issues.push(issue('range-scale-is-not-certain', { title: words.title }, words.stub?.at ?? words.at))
  for (const bucket of ofYears) bucket.range = isLonger ? null : inMonths(bucket.range)
}

const HYPHENATED = /^[-–−] ?(\d{1,2})$/

/**
 * A whole number behind a hyphen may be the end of a range. Where rows count up by one from it, it is a number below zero.
 *
 * > -1
 *   0
 *   1
 */
function readBelowZero(buckets: readonly Bucket[]) {
  for (let at = buckets.length - 2; at >= 0; at--) {
    const [bucket, next] = [buckets[at], buckets[at + 1]?.range]
    const digits = HYPHENATED.exec(bucket?.label ?? '')?.[1]
    if (!bucket || bucket.range !== null || digits === undefined || next?.low == null) continue
    const value = 0 - Number(digits)
    if (next.low === next.high && next.low === value + 1)
      bucket.range = { low: value, high: value, lowIncluded: true, highIncluded: true }
  }
}

const UNIT_IN_LABEL = /\b(?:months?|mos?|years?|yrs?)\b/i

/**
 * Do words say that labels in months are printed in years?
 *
 * > Remaining Terms (in years)               they are
 *   Remaining Terms (ages are in years)      they are not: that is said of a column
 */
function areInYears({ unit, averages }: Dimension, { title, stub, years }: LabelWords): boolean {
  if (unit !== 'months') return false
  if (stub !== null && readScales(stub.header).years) return true
  if (years === null) return readScales(title).years
  const own = findMeasure(averages?.[0]?.measure ?? null)?.toldAs
  return own === undefined || years.words === '' || own.test(years.words)
}

function inMonths(range: Range | null): Range | null {
  if (range === null) return null
  const { low, high } = range
  return {
    ...range,
    low: low === null ? null : low * MONTHS_A_YEAR,
    high: high === null ? null : high * MONTHS_A_YEAR,
  }
}
