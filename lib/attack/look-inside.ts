import { existsSync } from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** The library's database, opened beside the server for looking only. */
function withDatabase<T>(folder: string, use: (database: SqliteDatabase.Database) => T): T {
  const database = new SqliteDatabase(path.join(folder, 'library.sqlite'), {
    readonly: true,
    timeout: 10_000,
  })
  try {
    return use(database)
  } finally {
    database.close()
  }
}

/** What is wrong with the database of a library, in SQLite's words; none when it is whole. `isThorough` reads every page. */
export function findDamage(folder: string, isThorough: boolean): string[] {
  return withDatabase(folder, database => {
    const check = isThorough ? 'integrity_check' : 'quick_check'
    const words = database.pragma(`${check}(10)`) as Record<string, string>[]
    const said = words.flatMap(row => Object.values(row)).filter(word => word !== 'ok')
    const foreign = (database.pragma('foreign_key_check') as unknown[]).length
    return foreign === 0 ? said : [...said, `${foreign} rows refer to nothing`]
  })
}

/** Filings that are there in part: without their bytes, their report or their deal's summary. */
export function countHalfKept(folder: string): number {
  const query = `
    select count(*) from filing left join deal on deal.id = filing.deal_id
    where deal.summary is null
       or not exists (select 1 from raw_filing where raw_filing.sha256 = filing.sha256)
       or not exists (select 1 from report where report.sha256 = filing.sha256)`
  return withDatabase(folder, database => Number(database.prepare(query).pluck().get()))
}

/** The address of the deal that a filing was kept for, null while it is not kept. */
export function findKeptDeal(folder: string, sha256: string): string | null {
  if (!existsSync(path.join(folder, 'library.sqlite'))) return null
  const query = 'select slug from deal join filing on filing.deal_id = deal.id where filing.sha256 = ?'
  return withDatabase(folder, database => {
    const slug = database.prepare(query).pluck().get(sha256)
    return typeof slug === 'string' ? `/deals/${slug}` : null
  })
}
