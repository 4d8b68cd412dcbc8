import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilingReport } from '../report.ts'
import { inventedReport } from '../testing/invented-reader.ts'
import { checksOf, issuesFrom, longTable, otherTable } from '../testing/invented-tables.ts'
import { isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import type { Library, Reader } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const mostOnPage = 100
let place: LibraryPlace
let library: Library

/** Reads a file into so many tables, one on every tenth line, as its text says. */
const reader: Reader = (bytes, name) => {
  const report = inventedReport({ trust: 'Fernhill Trust 2003-2' }, bytes, name)
  const stratifications = Array.from({ length: Number(Buffer.from(bytes).toString()) }, (_, n) =>
    // Not the one of states, whose map takes more of a page than any other chart.
    report.stratifications.slice(1, 2).map(table => ({
      ...table,
      id: `state-${n + 1}`,
      at: { line: 10 * (n + 1), start: 1, end: 2 },
    })),
  ).flat()
  return { report: { ...report, stratifications } }
}
const keep = async (tables: number) => (await library.keepFiling(Buffer.from(`${tables}`), 'a.txt')).sha256

/** What the stored JSON of a report says. */
async function jsonOf(sha256: string, part?: number): Promise<FilingReport> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await library.findReportJson(sha256, part)) ?? []) pieces.push(piece)
  return JSON.parse(Buffer.concat(pieces).toString())
}

beforeEach(async () => {
  place = await placeForTests()
  library = openLibrary({ ...place, writer: writeWith(reader), readerVersion: '1' })
})
afterEach(async () => {
  await library.close()
  await removePlace(place)
})

describe('a report', () => {
  it('is one part where a page shows all of it', async () => {
    const sha256 = await keep(mostOnPage)
    const part = await library.findReportPart(sha256, { number: 1 })
    expect(part).toMatchObject({ number: 1, count: 1, tablesBefore: 0 })
    expect(await jsonOf(sha256)).toEqual(part?.report)
    expect(await library.findReportPart(sha256, { number: 2 })).toBeNull()
    expect(await library.findReportJson(sha256, 2)).toBeNull()
  })

  it('of very many tables is found part by part: by number, by table, by place; and whole', async () => {
    const sha256 = await keep(2.5 * mostOnPage)
    const find = async (choice: Parameters<Library['findReportPart']>[1]) => {
      const part = await library.findReportPart(sha256, choice)
      const ids = part?.report.stratifications.map(({ id }) => id) ?? []
      return part && [part.number, part.count, part.tablesBefore, ids[0], ids.at(-1)]
    }
    const second = [2, 3, 100, 'state-101', 'state-200']
    expect(await find({ number: 2 })).toEqual(second)
    expect(await find({ table: 'state-150' })).toEqual(second)
    expect(await find({ line: 1510, start: 1 })).toEqual(second)
    expect(await find({ line: 1, start: 1 })).toEqual([1, 3, 0, 'state-1', 'state-100'])
    expect(await find({ table: 'state-15' })).toEqual([1, 3, 0, 'state-1', 'state-100'])
    expect(await find({ table: 'state' })).toBeNull()
    expect(await find({ number: 0 })).toBeNull()
    expect((await jsonOf(sha256)).stratifications).toHaveLength(250)
  })

  it.skipIf(isOnPostgres)('that an older Strata stored as text is there as it was', async () => {
    const sha256 = await keep(2)
    const before = await library.findReportPart(sha256, { number: 1 })
    await library.close()
    const database = new SqliteDatabase(join(place.folder, 'library.sqlite'))
    database.function('text', bytes => zstdDecompressSync(Buffer.from(bytes as Uint8Array)).toString())
    takeBackTo4(database)
    database.exec(`
      alter table report rename to later;
      create table report (sha256 text primary key references filing (sha256), json text not null) strict;
      insert into report select sha256, text(zstd) from later;
      drop table later;
      pragma user_version = 1;
    `)
    database.close()
    library = openLibrary({ ...place, writer: writeWith(reader), readerVersion: '1' })
    expect(await library.findReportPart(sha256, { number: 1 })).toEqual({ ...before, reportBytes: null })
    expect((await library.findReportPart(sha256, { table: 'state-2' }))?.number).toBe(1)
  })
})

describe('the rows of a very long table', () => {
  const rows = longTable('mortgage-rate', 2600)
  const after = longTable('mortgage-rate-2', 5, 5000)
  const read: Reader = (bytes, name) => ({
    report: {
      ...inventedReport({ trust: 'Fernhill Trust 2003-2' }, bytes, name),
      stratifications: [rows, after],
      otherTables: [otherTable(3000, 5, 6000)],
      checks: checksOf(rows, [1700]),
      issues: issuesFrom(10, 900),
    },
  })
  let sha256 = ''
  beforeEach(async () => {
    await library.close()
    library = openLibrary({ ...place, writer: writeWith(read), readerVersion: '2' })
    sha256 = (await library.keepFiling(Buffer.from('long'), 'long.txt')).sha256
  })
  const pageAt = async (line: number) => {
    const part = await library.findReportPart(sha256, { line, start: 1 })
    return part && [part.list, part.number, part.count]
  }

  it('are found by page, and by the place where one is printed', async () => {
    expect(await library.findReportPart(sha256, { list: 'table/mortgage-rate', number: 4 })).toBeNull()
    const part = await library.findReportPart(sha256, { list: 'table/mortgage-rate', number: 2 })
    expect(part).toMatchObject({
      number: 2,
      count: 3,
      counts: { home: 1, checks: { passed: 999, failed: 1 } },
    })
    expect(await pageAt(10)).toEqual(['table/mortgage-rate', 1, 3])
    expect(await pageAt(10 + 1700)).toEqual(['table/mortgage-rate', 2, 3])
    expect(await pageAt(10 + 2599)).toEqual(['table/mortgage-rate', 3, 3])
  })

  it('leave the places around them to the page of the deal', async () => {
    expect(await pageAt(8)).toEqual(['', 1, 1])
    expect(await pageAt(10 + 2600)).toEqual(['', 1, 1])
    expect(await pageAt(5001)).toEqual(['', 1, 1])
  })

  it('leave the page of the deal its tables, found by their ids', async () => {
    for (const table of ['mortgage-rate', 'mortgage-rate-2', 'other-table-1'])
      expect(await library.findReportPart(sha256, { table })).toMatchObject({ list: '', number: 1 })
    const other = await library.findReportPart(sha256, { list: 'table/other-table-1', number: 2 })
    expect(other?.report.otherTables[0]?.rows[1]?.[0]).toMatch(/^Loan \d+$/)
  })

  it('come with their issues, and the list of all of them is there too', async () => {
    const part = await library.findReportPart(sha256, { list: 'issues', number: 2 })
    expect(part).toMatchObject({ list: 'issues', number: 2, report: { stratifications: [] } })
    expect((await jsonOf(sha256)).issues).toHaveLength(900)
    expect((await jsonOf(sha256, part?.part)).issues).toEqual(part?.report.issues)
  })

  it('are the same whole in the JSON of everything', async () => {
    expect((await jsonOf(sha256)).stratifications).toEqual([rows, after])
  })
})
