import { sql } from 'kysely'
import { drawHtml } from '../grid/html/draw-html.ts'
import { findDeal, findVersion } from './find-deal.ts'
import { findDeals } from './find-deals.ts'
import { findFiling, findSource } from './find-filing.ts'
import { lineKeeper, windowOf } from './find-lines.ts'
import { findReportJson, findReportPart } from './find-report.ts'
import type { Library } from './library.ts'
import { findOutdated, isOutdated } from './reread.ts'
import { openSqlite } from './sqlite.ts'
import type { OpenWriter } from './writer.ts'

export type LibraryOptions = {
  /** Where the database is kept; made when missing. */
  folder: string
  writer: OpenWriter
  /** Changes whenever the reader does; reports of another version are read again. */
  readerVersion: string
}

/** A library in a folder. Throws when the folder cannot be written or holds a newer Strata's library. */
export function openLibrary({ folder, writer: openWriter, readerVersion }: LibraryOptions): Library {
  const database = openSqlite(folder)
  const writer = openWriter({ folder, database, readerVersion })
  const bringUpToDate = async (sha256: string) => {
    if (await isOutdated(database, readerVersion, sha256)) await writer.reread(sha256)
  }
  const linesOf = lineKeeper(async sha256 => (await findSource(database, sha256))?.bytes ?? null)
  return {
    keepFiling: (bytes, name, upload) => writer.keep({ bytes, name }, upload),
    findDeals: (query = {}) => findDeals(database, query),
    findDeal: async slug => {
      const deal = await findDeal(database, slug)
      for (const filing of deal?.filings ?? []) await bringUpToDate(filing.sha256)
      return deal === null ? null : await findDeal(database, slug)
    },
    findVersion: slug => findVersion(database, slug),
    findReportPart: async (sha256, choice) => {
      await bringUpToDate(sha256)
      return await findReportPart(database, sha256, choice)
    },
    findReportJson: async (sha256, part) => {
      await bringUpToDate(sha256)
      return await findReportJson(database, sha256, part ?? null)
    },
    findSource: sha256 => findSource(database, sha256),
    findLines: async (sha256, from, to) => {
      const lines = await linesOf(sha256)
      return lines && windowOf(lines, from, to)
    },
    findDrawn: async (sha256, at) => {
      const lines = await linesOf(sha256)
      return lines && drawHtml(lines, at)
    },
    findFiling: prefix => findFiling(database, prefix),
    bringUpToDate: async () => {
      for (const sha256 of await findOutdated(database, readerVersion)) await bringUpToDate(sha256)
    },
    ping: async () => {
      await sql`select 1 from library`.execute(database)
    },
    close: async () => {
      await writer.close()
      await database.destroy()
    },
  }
}
