/**
 * A report of more bytes of JSON, or of more tables, is no workbook: it is made in memory while everybody else waits, and
 * beyond these takes seconds.
 */
export const workbookLimits = { reportBytes: 8_000_000, tables: 250 }

/** False where it is known that a filing is too large for a workbook; null is not known. */
export function mayBeWorkbook(tables: number, reportBytes: number | null): boolean {
  return tables <= workbookLimits.tables && (reportBytes ?? 0) <= workbookLimits.reportBytes
}
