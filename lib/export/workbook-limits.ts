/**
 * What one workbook takes: of a filing so many bytes of its report's JSON and so many tables, of several deals so many, and
 * of their reports so many bytes together. It is made in memory, and these take some six to fifteen seconds of a processor.
 */
export const workbookLimits = { reportBytes: 8_000_000, tables: 250, deals: 250, allBytes: 20_000_000 }

/** False where it is known that a filing is too large for a workbook; null is not known. */
export function mayBeWorkbook(tables: number, reportBytes: number | null): boolean {
  return tables <= workbookLimits.tables && (reportBytes ?? 0) <= workbookLimits.reportBytes
}
