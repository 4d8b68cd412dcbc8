import { type Kysely, sql } from 'kysely'
import type { FilingReport } from '../report.ts'
import type { PartChoice, ReportPart } from './library.ts'
import type { Tables } from './schema.ts'
import { unpack } from './unpack.ts'

/**
 * A part of a filing's report, as much as one page shows: by its number, the one with a table, or the one where a place
 * of the filing lies. Null for an unknown filing, number or table.
 */
export async function findReportPart(
  database: Kysely<Tables>,
  sha256: string,
  choice: PartChoice,
): Promise<ReportPart | null> {
  const row = await partsOf(database, sha256)
    .select(['part', 'tables_before', 'zstd'])
    .where(chosenBy(choice))
    .orderBy('part', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const { count } = await partsOf(database, sha256)
    .select(select => select.fn.max('part').as('count'))
    .executeTakeFirstOrThrow()
  const json = await unpack(row.zstd, `the report of ${sha256}`)
  // It was checked when it was written, and only the library writes it.
  const report = JSON.parse(json.toString('utf8')) as FilingReport
  return { report, number: row.part, count, tablesBefore: row.tables_before }
}

function partsOf(database: Kysely<Tables>, sha256: string) {
  return database.selectFrom('report').where('sha256', '=', sha256).where('part', '>', 0)
}

function chosenBy(choice: PartChoice) {
  if ('number' in choice) return sql<boolean>`part = ${choice.number}`
  if ('table' in choice) return sql<boolean>`instr(tables, ${JSON.stringify(choice.table)}) > 0`
  return sql<boolean>`(line, start) <= (${choice.line}, ${choice.start})`
}

/** The JSON of a filing's report, the whole of it or one part; never parsed here, for it may be of any size. */
export async function findReportJson(
  database: Kysely<Tables>,
  sha256: string,
  part: number | null,
): Promise<Uint8Array | null> {
  const row = await database
    .selectFrom('report')
    .select('zstd')
    .where('sha256', '=', sha256)
    .where('part', part === null ? '<=' : '=', part ?? 1)
    .orderBy('part')
    .executeTakeFirst()
  return row === undefined ? null : await unpack(row.zstd, `the report of ${sha256}`)
}
