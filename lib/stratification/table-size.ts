import type { Issue, OtherTable, Stratification } from '../report.ts'

/** What an issue and a footnote take without their texts. */
const ISSUE = 120
const NOTE = 120
/** A table, and each of its columns and rows, without texts and figures. */
const TABLE = 500
const COLUMN = 200
const ROW = 200
/** A figure with its place, without its name, which stands before both; and a check of it. */
const FIGURE = 60
const CHECK = 260

/** What a character takes at most, but for controls: those of other scripts take three bytes, quotes are escaped. */
const CHARACTER = 3

/**
 * About how many bytes of JSON a stratification takes with the checks that arise from it, told from its rows and columns
 * without writing it; rather too many than too few.
 */
export function sizeOfStratification(table: Omit<Stratification, 'id'>): number {
  const { columns, buckets, footnotes } = table
  const measures = columns.flatMap(({ measure }) => measure ?? [])
  const figures = measures.reduce((sum, { length }) => sum + 2 * length + FIGURE, 0)
  const rows = (buckets.length + 1) * (ROW + figures + CHECK * checksOfRow(measures))
  let characters = table.title.length + (table.stub?.header.length ?? 0)
  for (const { header } of columns) characters += header.length
  for (const { text } of footnotes) characters += text.length
  for (const { label } of buckets) characters += label.length
  return TABLE + columns.length * COLUMN + footnotes.length * NOTE + rows + characters * CHARACTER
}

/** All but the first two figures of a row are compared with others of it, which are mostly its loans and its balance. */
function checksOfRow(measures: readonly string[]): number {
  return Math.max(0, measures.length - 2)
}

/** The same of a table that is kept as it is printed. */
export function sizeOfOther({ title, rows }: OtherTable): number {
  let characters = title?.length ?? 0
  for (const row of rows) for (const cell of row) characters += cell.length + 3
  return TABLE + characters * CHARACTER
}

/** The same of issues. */
export function sizeOfIssues(issues: readonly Issue[]): number {
  return issues.reduce((sum, { message }) => sum + message.length * CHARACTER + ISSUE, 0)
}
