import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { type Kysely, type Selectable, sql } from 'kysely'
import { findPrinted } from '../evidence/find-printed.ts'
import type { FilingReport } from '../report.ts'
import { dialectOf, type LibraryDialect } from './engines/dialect.ts'
import type { PartChoice } from './library.ts'
import { countsOfWhole, type PartCounts, type ReportPart } from './report-part.ts'
import type { ReportTable, Tables } from './schema.ts'
import { unpack } from './unpack.ts'

type PartRow = Pick<Selectable<ReportTable>, 'part' | 'list' | 'page' | 'tables_before' | 'counts' | 'zstd'>

/**
 * A part of a filing's report, as much as one page shows: a page of the deal by its number or with a table, a page of a
 * list, or the part where a place of the filing lies. Null for an unknown filing, number or table.
 */
export async function findReportPart(
  database: Kysely<Tables>,
  sha256: string,
  choice: PartChoice,
): Promise<ReportPart | null> {
  const part = 'line' in choice ? await findPlace(database, sha256, choice) : null
  if (part) return part
  const row = await partsOf(database, sha256)
    .where(chosenBy(dialectOf(database), choice))
    .orderBy('part', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : await readPart(database, sha256, row)
}

function partsOf(database: Kysely<Tables>, sha256: string) {
  return database
    .selectFrom('report')
    .select(['part', 'list', 'page', 'tables_before', 'counts', 'zstd'])
    .where('sha256', '=', sha256)
    .where('part', '>', 0)
}

function chosenBy(dialect: LibraryDialect, choice: PartChoice) {
  if ('number' in choice) return sql<boolean>`list = ${choice.list ?? ''} and page = ${choice.number}`
  if ('table' in choice) {
    const isThere = dialect.holds('tables', JSON.stringify(choice.table))
    return sql<boolean>`list = '' and ${isThere}`
  }
  return sql<boolean>`list = '' and (line, start) <= (${choice.line}, ${choice.start})`
}

async function readPart(database: Kysely<Tables>, sha256: string, row: PartRow): Promise<ReportPart> {
  const list = row.list ?? ''
  const { bytes } = await database
    .selectFrom('report')
    .select('bytes')
    .where('sha256', '=', sha256)
    .orderBy('part')
    .executeTakeFirstOrThrow()
  const { count } = await database
    .selectFrom('report')
    .select(select => select.fn.max('page').as('count'))
    .where('sha256', '=', sha256)
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  const json = await unpack(row.zstd, `the report of ${sha256}`)
  // They were checked when they were written, and only the library writes them.
  const report = JSON.parse(json.toString('utf8')) as FilingReport
  const counts = row.counts === null ? countsOfWhole(report) : (JSON.parse(row.counts) as PartCounts)
  const { part, page: number, tables_before: tablesBefore } = row
  return { report, part, list, number, count, tablesBefore, counts, reportBytes: bytes }
}

/** Rows of a table that stand side by side on the same lines may be on several pages; no more of them are looked into. */
const mostCandidates = 4

/** The page of the rows of a long table on which something was read at a place; null where that is on a deal's page. */
async function findPlace(
  database: Kysely<Tables>,
  sha256: string,
  { line, start }: { line: number; start: number },
): Promise<ReportPart | null> {
  const rows = await partsOf(database, sha256)
    .where('list', 'like', 'table/%')
    .where('line', '<=', line)
    .where('last_line', '>=', line)
    .orderBy('line', 'desc')
    .limit(mostCandidates)
    .execute()
  for (const row of rows) {
    const part = await readPart(database, sha256, row)
    const { kind } = findPrinted(part.report, { line, start, end: start + 1 })
    if (kind === 'value' || kind === 'label') return part
  }
  return null
}

/**
 * The JSON of a filing's report, the whole of it or one part, bit by bit; never parsed here, nor held whole, for it may be
 * of any size. Null for an unknown filing or part.
 */
export async function findReportJson(
  database: Kysely<Tables>,
  sha256: string,
  part: number | null,
): Promise<AsyncIterable<Uint8Array> | null> {
  const row = await database
    .selectFrom('report')
    .select('zstd')
    .where('sha256', '=', sha256)
    .where('part', part === null ? '<=' : '=', part ?? 1)
    .orderBy('part')
    .executeTakeFirst()
  return row === undefined ? null : Readable.from([row.zstd]).pipe(createZstdDecompress())
}
