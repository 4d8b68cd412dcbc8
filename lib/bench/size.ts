import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { families } from '../fixtures/invented/families.ts'
import { printLargeFiling } from '../fixtures/large-filings.ts'
import { copyLibrary } from '../library/engines/sqlite/copy-library.ts'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import { libraryFiles } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { readFiling } from '../read-filing.ts'
import { type Figure, type Suite, yardstick } from './figure.ts'

/** As long as a current report, and as the tables of a prospectus; in bytes. */
const lengths = [30_000, 300_000]
const filingsOfEach = 60

/** What of the database is kept of a filing, by the tables that hold it; what is in none of them is the rest. */
const parts: Record<string, RegExp> = {
  originals: /^raw_filing|autoindex_raw_filing/,
  reports: /^report|autoindex_report/,
  rows: /^bucket/,
  search: /^(deal|figure)_search|^figures_of_filing/,
  columns: /^(figures|tails)_of_report|^tails_by_report|^kept_column/,
}

/** How many bytes a library takes on the disk for each deal, of one filing full of tables, and how fast it is copied. */
export const size: Suite = {
  name: 'size',
  measure: async () => {
    const figures: Figure[] = []
    for (const bytes of lengths) figures.push(...(await measureLibrary(bytes)))
    return figures
  },
}

async function measureLibrary(bytes: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-size-'))
  const nameOf = (what: string) => `size-${bytes / 1000}kb-${what}`
  try {
    const originals = await fill(folder, bytes)
    const [file] = libraryFiles(folder)
    const perDeal = statSync(file).size / filingsOfEach
    return [
      { ...yardstick(nameOf('deal'), perDeal / 1000, 'kB'), ratio: perDeal / (originals / filingsOfEach) },
      ...partsOf(file).map(([part, size]) => yardstick(nameOf(part), size / filingsOfEach / 1000, 'kB')),
      await measureBackup(folder, nameOf('backup')),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Keep filings of all layouts in turn, each the only one of its deal; gives the bytes of all. */
async function fill(folder: string, bytes: number): Promise<number> {
  const library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  let all = 0
  for (let order = 0; order < filingsOfEach; order++) {
    const family = families[order % families.length]
    if (family === undefined) throw new Error('There is no layout.')
    const text = Buffer.from(`File ${order}\n${printLargeFiling(family, bytes)}`)
    const { status } = await library.keepFiling(text, `${family.name}-${order}.txt`)
    if (status !== 'added') throw new Error(`${family.name} was ${status}`)
    all += text.length
  }
  await library.close()
  return all
}

function partsOf(file: string): [string, number][] {
  const connection = new SqliteDatabase(file, { readonly: true })
  const tables = connection
    .prepare<[], { name: string; size: number }>('select name, sum(pgsize) as size from dbstat group by name')
    .all()
  connection.close()
  const partOf = (name: string) =>
    Object.keys(parts).find(part => parts[part]?.test(name.replace(/^sqlite_/, ''))) ?? 'rest'
  const grouped = Map.groupBy(tables, ({ name }) => partOf(name))
  return [...grouped].map(([part, own]) => [part, own.reduce((sum, { size }) => sum + size, 0)])
}

async function measureBackup(folder: string, name: string): Promise<Figure> {
  const [file] = libraryFiles(folder)
  const copy = path.join(folder, 'copy.sqlite')
  const start = performance.now()
  const held = await copyLibrary(file, copy, () => undefined)
  await verifyCopy(copy, () => undefined, held)
  return yardstick(name, statSync(copy).size / 1000 / (performance.now() - start), 'MB/s')
}
