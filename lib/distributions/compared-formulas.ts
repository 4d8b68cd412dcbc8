import { cell, type FigureRef, type Formula } from '../checks/formula.ts'
import type { Bucket } from '../report.ts'
import { type Amount, ask } from './answer.ts'
import { formulasOfAnswer } from './answer-formulas.ts'
import type { ComparedRow, ToCompare } from './compared.ts'
import type { End, Span } from './distribution.ts'
import type { Ends } from './ends.ts'
import { formulasOfName } from './name-formulas.ts'
import { namedShare } from './named-share.ts'
import { readDistribution } from './read-distribution.ts'
import { nameRow } from './row-names.ts'

/** How a value of a comparison is computed, and the rows of its table that it rests on, by their order. */
export type ComparedFormulas = { ends: Ends | null; rows: { bucket: number; part: 'all' | 'some' }[] }

type ComparedQuestion = {
  row: ComparedRow
  measure: Amount
  /** All tables that are compared; they tell what the row of a name stands for. */
  all: readonly ToCompare[]
  figureOf: (figure: FigureRef) => number | null
}

/** The same of one of the tables; nothing where the table tells nothing of the row. */
export function formulasOfCompared(
  asked: ToCompare,
  { row, measure, all, figureOf }: ComparedQuestion,
): ComparedFormulas {
  if (row.range !== null) return ofRange(asked, row.range, measure)
  const key = keyOf(row.label, all)
  const isNamed = (bucket: Bucket) =>
    key === null ? bucket.code === 'other' : nameRow(bucket, asked.table.dimension).key === key
  const { table, tables } = asked
  const own = [...table.buckets.entries()].flatMap(([order, bucket]) => (isNamed(bucket) ? [order] : []))
  const by = measure === 'balancePct' ? 'balance' : measure === 'countPct' ? 'count' : null
  if (by === null || key === null) {
    const cells = own.map((bucket): Formula => cell(table, bucket, measure))
    const sum: Formula | null = cells.length === 1 ? (cells[0] ?? null) : { sum: cells }
    return {
      ends: cells.length > 0 && sum ? { low: sum, high: sum } : null,
      rows: own.map(bucket => ({ bucket, part: 'all' })),
    }
  }
  const found = namedShare(table, isNamed, tables, by)
  const isResidual = found?.rule === 'residual' || found?.rule === 'residual-with-cap'
  return {
    ends: found && formulasOfName({ table, tables, by, figureOf }, found),
    rows: (found?.buckets ?? []).map(bucket => ({ bucket, part: isResidual ? 'some' : 'all' })),
  }
}

function ofRange(
  { table }: ToCompare,
  { low, high, lowIncluded, highIncluded }: NonNullable<ComparedRow['range']>,
  measure: Amount,
): ComparedFormulas {
  const read = readDistribution(table)
  if ('reason' in read) return { ends: null, rows: [] }
  const endOf = (value: number | null, included: boolean): End =>
    value === null ? null : { value, included }
  const span: Span = { low: endOf(low, lowIncluded), high: endOf(high, highIncluded) }
  return {
    ends: formulasOfAnswer(table, read.distribution, span)[measure],
    rows: rowsInside(ask(read.distribution, span).parts),
  }
}

/** The rows that an answer counts, in full or in part. */
export function rowsInside(parts: ReturnType<typeof ask>['parts']): ComparedFormulas['rows'] {
  return parts.flatMap(({ row, rule }) =>
    rule === null || rule === 'no-figure'
      ? []
      : [{ bucket: row.bucket, part: rule === 'whole-rows' ? ('all' as const) : ('some' as const) }],
  )
}

/** What a row of names stands for, by the name that it is shown under; null for the residual rows. */
function keyOf(label: string, all: readonly ToCompare[]): string | null {
  for (const { table } of all)
    for (const bucket of table.buckets) {
      const { key, name } = nameRow(bucket, table.dimension)
      if (bucket.code !== 'other' && name === label) return key
    }
  return null
}
