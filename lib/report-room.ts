/** How large a report may be, in bytes of its JSON. */
export const reportSettings = {
  /** For each byte of the file. Filings come to 5 to 15, dense tables between tabs with their checks to 40. */
  timesFile: 64,
  /** For any file, however small. */
  least: 1_000_000,
  /** For any file, however large: a report is held and written as a whole, by threads that have little more than a gigabyte. */
  most: 256_000_000,
} as const

/**
 * The room that is left in a report for what is read, in bytes of JSON. What has no room any more is left out of the
 * report, which says so; the filing shows it all the same.
 */
export class ReportRoom {
  private left: number

  /** `fileBytes` is the size of the file; without one there is room for everything. */
  constructor(fileBytes = Number.POSITIVE_INFINITY) {
    const { timesFile, least, most } = reportSettings
    this.left =
      fileBytes === Number.POSITIVE_INFINITY ? fileBytes : Math.min(most, least + timesFile * fileBytes)
  }

  /** Take so many bytes, if there is room for them. */
  take(bytes: number): boolean {
    if (bytes > this.left) return false
    this.left -= bytes
    return true
  }
}
