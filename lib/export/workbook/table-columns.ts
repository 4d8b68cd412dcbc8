import { findDimension } from '../../dimensions/index.ts'
import { isExact, rowName } from '../../format/index.ts'
import type { Bucket, Column, Place, Stratification, Unit } from '../../report.ts'
import { withUnit } from '../export-table.ts'
import { decimalsOf } from './figures.ts'

/** A column of figures as the filing prints them, or of the ends of ranges that its labels name. */
export type FiguresColumn = {
  /** A MeasureId; `low`, `high` or `value` for what labels name. */
  measure: string
  header: string
  unit: Unit | null
  decimals: number
  figureOf: (bucket: Bucket) => number | null
  placeOf: (bucket: Bucket) => Place | undefined
}

/** A column of words about a row: its label, and where the table has them its footnote marks and its postal code. */
export type WordsColumn = { header: string; wordsOf: (bucket: Bucket) => string | null }

/** What stands at the left of a sheet's rows. */
export function wordsColumns(table: Stratification): WordsColumn[] {
  const { buckets, stub, title } = table
  const label = { header: stub?.header ?? title, wordsOf: rowName }
  const marks = { header: 'Footnotes', wordsOf: ({ marks: own }: Bucket) => own.join(' ') || null }
  const code = { header: 'Code', wordsOf: ({ code: own }: Bucket) => own }
  return [
    label,
    ...(buckets.some(bucket => bucket.marks.length > 0) ? [marks] : []),
    ...(buckets.some(bucket => bucket.code !== null) ? [code] : []),
  ]
}

/** The ends of the rows' ranges; one column where each row is one exact value, none where rows are names. */
export function rangeColumns(table: Stratification): FiguresColumn[] {
  const ranges = table.buckets.flatMap(({ range }) => range ?? [])
  if (ranges.length === 0) return []
  const unit = findDimension(table.dimension)?.unit ?? null
  const decimals = decimalsOf(
    ranges.flatMap(({ low, high }) => [low, high].filter(end => end !== null)),
    unit,
  )
  const column = (measure: string, header: string, end: 'low' | 'high'): FiguresColumn => ({
    measure,
    header: unit === 'percent' ? header : withUnit(header, unit),
    unit,
    decimals,
    figureOf: ({ range }) => range?.[end] ?? null,
    placeOf: ({ at }) => at,
  })
  return ranges.every(isExact)
    ? [column('value', 'Value', 'low')]
    : [column('low', 'From', 'low'), column('high', 'To', 'high')]
}

/** The columns of figures that are read, each measure once. */
export function measuredColumns(table: Stratification): FiguresColumn[] {
  const first = new Map<string, Column>()
  for (const column of table.columns)
    if (column.measure !== null && !first.has(column.measure)) first.set(column.measure, column)
  return [...first].map(([measure, { header, unit, decimals }]) => ({
    measure,
    header: unit === 'percent' ? header : withUnit(header, unit),
    unit,
    decimals,
    figureOf: ({ values }) => values[measure] ?? null,
    placeOf: ({ places }) => places[measure],
  }))
}
