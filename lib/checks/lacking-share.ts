import { findDimension } from '../dimensions/index.ts'
import { findMeasure, type Measure } from '../measures/index.ts'
import { oncePerPair } from '../once-per.ts'
import type { Bucket, Stratification } from '../report.ts'
import { ownTotal } from './percent-base.ts'

/** All that may be known: none of the loans lacks the figure, or all of them may. */
const none = 0
const unknown = 1

/** What a note or a header says of an average that leaves loans out. */
const leavesOut =
  /\bnot (?:available|reported|obtained|scored|known)\b|\bunavailable\b|\bwithout\b|\bexclud\w+|\bnon-?zero\b|\bno\b|\bonly\b|\b(?:if|where) (?:any|available)\b/i

const speaksOf = (text: string, { all }: Measure) => all.every(words => words.test(text))

/** Does a note of the table say that some loans have no such figure, or its header that they are left out? */
function saysSo(table: Stratification, measure: Measure): boolean {
  const header = table.columns.find(column => column.measure === measure.id)?.header ?? ''
  const notes = table.footnotes.filter(({ text }) => speaksOf(text, measure) && leavesOut.test(text))
  return notes.length > 0 || leavesOut.test(header)
}

/** A row of loans, and no average of them: a dash, a nought. */
function isWithout({ values }: Bucket, measure: string): boolean {
  return measure in values && !values[measure] && values.loanCount !== 0 && values.balanceCents !== 0
}

function showsLoansWithout(table: Stratification, measure: Measure): boolean {
  const called = measure.lacking?.rows
  return (
    saysSo(table, measure) ||
    table.buckets.some(row => isWithout(row, measure.id) || (called?.test(row.label) ?? false))
  )
}

/** Does a table split the pool by what the measure averages? */
export const splitsBy = (measure: string) => (table: Stratification) =>
  findDimension(table.dimension)?.averages?.some(average => average.measure === measure) ?? false

/** The table among others that does so: all averages of a pool ask for it. */
const findSplitBy = oncePerPair(
  (tables: readonly Stratification[], measure: string) => tables.find(splitsBy(measure)) ?? null,
)

const showLoansWithout = oncePerPair((tables: readonly Stratification[], measure: Measure) =>
  tables.some(table => showsLoansWithout(table, measure)),
)

/** A row whose loans may have none of what the table splits the pool by: "Not available", "0", "0.00 to 20.00". */
function mayHoldNone({ range, values }: Bucket, measure: string): boolean {
  return range === null ? !values[measure] : range.low === 0
}

/** The share of the weight in rows that may hold loans without the figure; unknown where a row prints no weight. */
function shareOfRows({ buckets }: Stratification, measure: string, weight: string): number {
  const weightOf = ({ values }: Bucket) => values[weight] ?? Number.NaN
  const sum = (rows: readonly Bucket[]) => rows.reduce((all, row) => all + weightOf(row), 0)
  const share = sum(buckets.filter(row => mayHoldNone(row, measure))) / sum(buckets)
  return Number.isFinite(share) ? share : unknown
}

/** The share of the pool that the table leaves out. */
function shareLeftOut(table: Stratification, pool: Stratification, weight: string): number {
  const [part, whole] = [ownTotal(table, weight), ownTotal(pool, weight)]
  return part === null || whole === null || part > whole ? unknown : 1 - part / whole
}

/**
 * The share of a pool's weight, at the most, that an average of a measure leaves out because the loans have no such figure: from
 * 0, every loan has one, to 1, nothing is known.
 *
 * The table that splits the pool by the figure tells: by its rows without a range, or by being of a part of the pool.
 * Without one, all loans have the figure unless a label, a note or a header speaks of loans that have none.
 *
 * `pool` are the tables of these loans, `group` all of their loan group.
 */
export function findLackingShare(
  id: string,
  weight: string,
  pool: readonly Stratification[],
  group: readonly Stratification[],
): number {
  const measure = findMeasure(id)
  if (!measure?.lacking) return none
  const [first] = pool
  const own = findSplitBy(pool, id)
  if (own) return shareOfRows(own, id, weight)
  const ofPart = findSplitBy(group, id)
  if (ofPart && first) return shareLeftOut(ofPart, first, weight)
  return showLoansWithout(pool, measure) ? unknown : none
}
