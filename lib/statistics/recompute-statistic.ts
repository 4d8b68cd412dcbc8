import { largest, smallest } from '../extremes.ts'
import { oncePerPair } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import { rateMismatch } from './net-or-gross.ts'
import { exactValue, type Recomputed, recomputeAverage, recomputeAverageBalance } from './recompute.ts'
import { findReferenceTable } from './reference-total.ts'
import { findStatisticKind } from './registry.ts'
import { tablesOfSplit } from './table-index.ts'

type Subject = { id: string; loanGroup: string | null; table: Stratification | null }

/** What the tables give for a statistic, unrounded, with the table it comes from and, where nothing comes, why. */
export type Recomputation = Recomputed & { table: Stratification | null; reason: string | null }

const none = { value: null, bounds: null } as const
const without = (table: Stratification | null, reason: string): Recomputation => ({ ...none, table, reason })

const plain = (dimension: string) => dimension.replaceAll('-', ' ')

/** The subject's own table when it splits by the dimension, else the first of its loan group that does. */
function tableFor(
  dimension: string,
  subject: Subject,
  tables: readonly Stratification[],
): Stratification | null {
  if (subject.table?.dimension === dimension) return subject.table
  const split = { dimension, loanGroup: subject.loanGroup }
  return tablesOfSplit(tables, split).find(({ buckets }) => buckets.length > 0) ?? null
}

function fromReference(measure: string, subject: Subject, tables: readonly Stratification[]): Recomputation {
  const table = findReferenceTable(tables, subject.loanGroup, measure)
  if (!table) return without(null, 'No table prints the total of this column.')
  return { value: table.total?.values[measure] ?? null, bounds: null, table, reason: null }
}

function averageBalance(subject: Subject, tables: readonly Stratification[]): Recomputation {
  const table = subject.table ?? findReferenceTable(tables, subject.loanGroup, 'balanceCents')
  const recomputed = table ? recomputeAverageBalance(table) : none
  if (recomputed.value === null)
    return without(table, 'The table does not print both total balance and number of loans.')
  return { ...recomputed, table, reason: null }
}

/** A least or greatest value: exact rows give it, ranges give the ends of the outermost row that holds loans. */
const extreme = oncePerPair((table: Stratification, side: 'min' | 'max'): Recomputation => {
  const rows = table.buckets.filter(({ values }) => values.loanCount !== 0)
  const ranges = rows.flatMap(({ range }) => (range ? [range] : []))
  if (ranges.length === 0 || ranges.length < rows.length)
    return without(table, 'Not every row of the table is a range.')
  const exact = rows.map(exactValue).filter(value => value !== null)
  const pick = side === 'min' ? smallest : largest
  if (exact.length === rows.length) return { value: pick(exact), bounds: null, table, reason: null }
  const lows = ranges.map(({ low }) => low ?? Number.NEGATIVE_INFINITY)
  const highs = ranges.map(({ high }) => high ?? Number.POSITIVE_INFINITY)
  const bounds: [number, number] = [pick(lows), pick(highs)]
  return bounds.every(Number.isFinite)
    ? { value: null, bounds, table, reason: null }
    : without(table, 'The outermost row of the table has an open end.')
})

/** One table may answer for thousands of figures that are stated of it. */
const averageOf = oncePerPair(recomputeAverage)

/**
 * Recompute a statistic from the tables of its loan group.
 *
 * Exact rows give a value, ranges give bounds, and otherwise `reason` says in words why there is neither. Unrounded:
 * checks compare this, and what people read is rounded from it.
 */
export function recomputeStatistic(subject: Subject, tables: readonly Stratification[]): Recomputation {
  const { id } = subject
  const side = /^(min|max)-/.exec(id)?.[1]
  if ((side === 'min' || side === 'max') && subject.table) return extreme(subject.table, side)
  if (id === 'pool-balance') return fromReference('balanceCents', subject, tables)
  if (id === 'loan-count') return fromReference('loanCount', subject, tables)
  if (id === 'average-balance') return averageBalance(subject, tables)
  const kind = findStatisticKind(id)
  if (!kind?.average)
    return without(subject.table, kind?.reason ?? 'No table of the filing gives this figure.')
  const table = tableFor(kind.average.dimension, subject, tables)
  if (!table) return without(null, `No table splits the pool by ${plain(kind.average.dimension)}.`)
  const mismatch = rateMismatch(id, table)
  if (mismatch) return without(table, mismatch)
  const recomputed = averageOf(table, kind.average)
  if (recomputed.value === null && recomputed.bounds === null)
    return without(table, 'A row of the table has no range or an open end, so its rows allow any average.')
  return { ...recomputed, table, reason: null }
}
