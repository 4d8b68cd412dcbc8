import { cellText, guard } from './csv.ts'
import type { ExportTable } from './export-table.ts'

/** A table as tab-separated text, as spreadsheets take it from the clipboard: tabs and breaks in a cell are blanks. */
export function formatTsv({ headers, rows }: ExportTable): string {
  const lines = [headers.map(guard), ...rows.map(row => row.map(cellText))]
  return lines.map(line => line.map(flat).join('\t')).join('\n')
}

function flat(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
