import { findDimension } from '../dimensions/index.ts'
import type { Bucket, Column, Stratification, Unit } from '../report.ts'
import {
  type Cell,
  type ExportTable,
  figureCell,
  placeCells,
  placeHeaders,
  textCell,
  withUnit,
} from './export-table.ts'

/**
 * A stratification as a plain table: one row a bucket, then the total.
 *
 * Units stand in the headers: money is dollars with cents, percents are as printed. Footnote marks, postal codes and
 * ranges have columns of their own where there are any. Every row ends with where it is printed.
 */
export function stratificationTable(table: Stratification): ExportTable {
  const keys = keyColumns(table)
  const measured = measuredColumns(table)
  const figures = (values: Bucket['values']) =>
    measured.map(({ measure, unit, decimals }) => figureCell(values[measure], unit, decimals))
  const rows = table.buckets.map(bucket => [
    ...keys.map(key => key.cell(bucket)),
    ...figures(bucket.values),
    ...placeCells(bucket.at),
  ])
  return {
    headers: [
      ...keys.map(key => key.header),
      ...measured.map(column => withUnit(column.header, column.unit)),
      ...placeHeaders,
    ],
    rows: table.total === null ? rows : [...rows, totalRow(table.total, keys.length, figures)],
  }
}

function totalRow(
  total: NonNullable<Stratification['total']>,
  keys: number,
  figures: (values: Bucket['values']) => Cell[],
): Cell[] {
  const blanks = Array.from({ length: keys - 1 }, () => null)
  return [{ text: total.label ?? 'Total' }, ...blanks, ...figures(total.values), ...placeCells(total.at)]
}

/** The columns whose figures are read, each measure once. */
function measuredColumns(table: Stratification): (Column & { measure: string })[] {
  const known = table.columns.flatMap(column =>
    column.measure === null ? [] : [{ ...column, measure: column.measure }],
  )
  return known.filter((column, index) => known.findIndex(other => other.measure === column.measure) === index)
}

type KeyColumn = { header: string; cell: (bucket: Bucket) => Cell }

/** What a row is about: its label, and where the table has them its marks, its code and its range. */
function keyColumns(table: Stratification): KeyColumn[] {
  const { buckets } = table
  const has = (part: (bucket: Bucket) => boolean, columns: KeyColumn[]) => (buckets.some(part) ? columns : [])
  return [
    { header: table.stub?.header ?? table.title, cell: bucket => ({ text: bucket.label }) },
    ...has(
      bucket => bucket.marks.length > 0,
      [{ header: 'Footnotes', cell: bucket => textCell(bucket.marks.join(' ')) }],
    ),
    ...has(bucket => bucket.code !== null, [{ header: 'Code', cell: bucket => textCell(bucket.code) }]),
    ...has(bucket => bucket.range !== null, rangeColumns(findDimension(table.dimension)?.unit ?? null)),
  ]
}

/** Ends of ranges in the dimension's unit; an open end is empty. */
function rangeColumns(unit: Unit | null): KeyColumn[] {
  return [
    { header: withUnit('From', unit), cell: bucket => figureCell(bucket.range?.low, unit, null) },
    { header: withUnit('To', unit), cell: bucket => figureCell(bucket.range?.high, unit, null) },
  ]
}
