import { findDimension } from '../dimensions/index.ts'
import { rowName } from '../format/index.ts'
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

/** What some rows of a table have beside a label and figures; each then has a column of its own. */
export type RowsHave = { marks: boolean; codes: boolean; ranges: boolean }

/** What the rows of a table have. */
export function findRowsHave({ buckets }: Stratification): RowsHave {
  return {
    marks: buckets.some(({ marks }) => marks.length > 0),
    codes: buckets.some(({ code }) => code !== null),
    ranges: buckets.some(({ range }) => range !== null),
  }
}

/**
 * A stratification as a plain table: one row a bucket, then the total.
 *
 * Units stand in the headers: money is dollars with cents, percents are as printed. Footnote marks, postal codes and
 * ranges have columns of their own where there are any. Every row ends with where it is printed.
 */
export function stratificationTable(table: Stratification): ExportTable {
  const { headers, rowsOf, total } = stratificationRows(table, findRowsHave(table))
  return { headers, rows: [...rowsOf(table), ...total] }
}

/** The same bit by bit, for a table of which the rows come some at a time. `have` is of all its rows. */
export function stratificationRows(table: Stratification, have: RowsHave) {
  const keys = keyColumns(table, have)
  const measured = measuredColumns(table)
  const figures = (values: Bucket['values']) =>
    measured.map(({ measure, unit, decimals }) => figureCell(values[measure], unit, decimals))
  return {
    headers: [
      ...keys.map(key => key.header),
      ...measured.map(column => withUnit(column.header, column.unit)),
      ...placeHeaders,
    ],
    rowsOf: ({ buckets }: Pick<Stratification, 'buckets'>): Cell[][] =>
      buckets.map(bucket => [
        ...keys.map(key => key.cell(bucket)),
        ...figures(bucket.values),
        ...placeCells(bucket.at),
      ]),
    total: table.total === null ? [] : [totalRow(table.total, keys.length, figures)],
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
function keyColumns(table: Stratification, have: RowsHave): KeyColumn[] {
  const marks = { header: 'Footnotes', cell: (bucket: Bucket) => textCell(bucket.marks.join(' ')) }
  const code = { header: 'Code', cell: (bucket: Bucket) => textCell(bucket.code) }
  return [
    { header: table.stub?.header ?? table.title, cell: bucket => ({ text: rowName(bucket) }) },
    ...(have.marks ? [marks] : []),
    ...(have.codes ? [code] : []),
    ...(have.ranges ? rangeColumns(findDimension(table.dimension)?.unit ?? null) : []),
  ]
}

/** Ends of ranges in the dimension's unit; an open end is empty. */
function rangeColumns(unit: Unit | null): KeyColumn[] {
  return [
    { header: withUnit('From', unit), cell: bucket => figureCell(bucket.range?.low, unit, null) },
    { header: withUnit('To', unit), cell: bucket => figureCell(bucket.range?.high, unit, null) },
  ]
}
