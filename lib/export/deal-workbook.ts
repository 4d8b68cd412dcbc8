import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { nameSplit } from '../evidence/names.ts'
import { largest } from '../extremes.ts'
import type { DealSummary } from '../library/deal-summary.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { checkTable } from './check-table.ts'
import type { Cell, ExportTable } from './export-table.ts'
import { sheetNames } from './sheet-names.ts'
import { stratificationTable } from './stratification-table.ts'
import { summaryTable } from './summary-table.ts'

/** A deal as an Excel workbook: the pool, a sheet for each stratification, and every check. Cells are typed. */
export async function dealWorkbook(deal: DealSummary, report: FilingReport): Promise<Buffer> {
  const titled: { title: string; table: ExportTable }[] = [
    { title: 'Pool', table: summaryTable(deal, report) },
    ...report.stratifications.map(table => ({ title: shortTitle(table), table: stratificationTable(table) })),
    { title: 'Checks', table: checkTable(report) },
  ]
  return await workbookOf(titled)
}

/** Tables as a workbook, a sheet each. */
export async function workbookOf(titled: readonly { title: string; table: ExportTable }[]): Promise<Buffer> {
  const names = sheetNames(titled.map(({ title }) => title))
  const sheets = titled.map(({ table }, index) => ({
    sheet: names[index] ?? `Sheet ${index + 1}`,
    data: sheetData(table),
    columns: columnWidths(table),
    stickyRowsCount: 1,
  }))
  return await writeExcelFile(sheets).toBuffer()
}

/** Sheet names are short: the dimension's name says more in 31 characters than a title's beginning. */
function shortTitle(table: Stratification): string {
  const name = nameSplit(table)
  return table.loanGroup === null ? name : `${table.loanGroup} ${name}`
}

function sheetData({ headers, rows }: ExportTable): SheetData {
  const header = headers.map(value => ({
    value: forXml(value),
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
  }))
  return [header, ...rows.map(row => row.map(cellObject))]
}

/** Text is always a text cell, so nothing a filing says can become a formula. */
function cellObject(cell: Cell): CellObject | null {
  if (cell === null) return null
  if ('text' in cell) return { value: forXml(cell.text), type: String }
  if ('day' in cell) return dayCell(cell.day)
  return {
    value: cell.figure,
    type: Number,
    ...(cell.decimals === null ? {} : { format: formatOf(cell.decimals) }),
  }
}

function dayCell(day: string): CellObject {
  const value = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(value.getTime())
    ? { value: forXml(day), type: String }
    : { value, type: Date, format: 'yyyy-mm-dd' }
}

function formatOf(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** Characters that XML 1.0 cannot hold, and that no spreadsheet shows; a workbook with one does not open. */
function forXml(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
}

/** Wide enough for most of what a column holds, in characters. */
function columnWidths({ headers, rows }: ExportTable): { width: number }[] {
  return headers.map((header, column) => {
    const longest = largest(rows.slice(0, 500).map(row => lengthOf(row[column] ?? null)))
    return { width: Math.min(48, Math.max(10, Math.min(header.length, 24), longest) + 2) }
  })
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0
  return 'text' in cell
    ? cell.text.length
    : 'day' in cell
      ? 10
      : cell.figure.toFixed(cell.decimals ?? 2).length + 4
}
