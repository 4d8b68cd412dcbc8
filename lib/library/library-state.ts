/** What waits to be read and what is being read. */
export type ReadingLoad = { waiting: number; running: number }

/** A library in numbers, for whoever watches over it. */
export type LibraryState = {
  revision: number
  deals: number
  filings: number
  /** In the bin. */
  deletedFilings: number
  /** Kept filings whose report comes from another reader, and of how many. */
  rereading: { left: number; of: number }
  databaseBytes: number
  logBytes: number
  reading: ReadingLoad
}
