import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { faultCodeOf } from '../library-faults.ts'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import type { Library } from './library.ts'
import { libraryFiles } from './library-files.ts'
import { lookIntoLibrary, openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

let folder = ''
let library: Library
let looking: Library
const hear = vi.fn()
const fernhill = { trust: 'Fernhill Trust 2003-2', series: '2003-2' }
const slug = 'fernhill-trust-2003-2'
const open = (readerVersion: string) =>
  openLibrary({ folder, writer: writeWith(inventedReader), readerVersion })
const lookInto = (readerVersion = '1') => lookIntoLibrary({ folder, readerVersion, hear })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-looking-'))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  library = open('1')
  looking = lookInto()
})
afterEach(async () => {
  await looking.close()
  await library.close()
  rmSync(folder, { recursive: true, force: true })
  vi.clearAllMocks()
})

it('says that a library is gone whose folder is', () => {
  const gone = join(folder, 'gone')
  expect(() => lookIntoLibrary({ folder: gone, readerVersion: '1', hear })).toThrow(
    expect.objectContaining({ code: 'library-gone' }),
  )
})

it('finds what another process adds, and the files and tables of a deal', async () => {
  const first = await library.keepFiling(inventedBytes(fernhill), 'first.txt')
  expect((await looking.findDeal(slug))?.chosen).toBe(first.sha256)
  expect((await looking.findReportPart(first.sha256, { number: 1 }))?.report.file.sha256).toBe(first.sha256)
  await library.keepFiling(inventedBytes({ ...fernhill, remark: 'amended' }), 'second.txt')
  const files = await looking.findFiles(slug)
  expect(files?.filings.map(({ name }) => name).sort()).toEqual(['first.txt', 'second.txt'])
  expect(files?.filings[0]?.sha256).toBe((await looking.findDeal(slug))?.chosen)
  expect(files?.tables).toEqual({ ids: ['state', 'original-ltv'], count: 2 })
  expect(await looking.findFiles('none')).toBeNull()
})

it('writes nothing, not even a report of another reader, and leaves the log as it is', async () => {
  const { sha256 } = await library.keepFiling(inventedBytes(fernhill), 'first.txt')
  await library.close()
  library = open('2')
  const files = () => libraryFiles(folder).map(file => readFileSync(file).toString('base64'))
  const before = files()[0]
  const version = await looking.findVersion(slug)
  await looking.findDeal(slug)
  await looking.findReportPart(sha256, { number: 1 })
  await looking.bringUpToDate()
  await expect(looking.keepFiling(inventedBytes({ trust: 'Another' }), 'a.txt')).rejects.toThrow(
    'looked into',
  )
  await looking.close()
  expect(await library.findVersion(slug)).toBe(version)
  expect(files()[0]).toBe(before)
  await library.bringUpToDate(slug)
  expect(await library.findVersion(slug)).not.toBe(version)
  looking = lookInto()
})

type Query = Extract<keyof Library, `find${string}` | `list${string}`>
const at = { line: 1, start: 1, end: 2 }

it('is read by every query, and written by none, though another reader left its reports', async () => {
  const { sha256 } = await library.keepFiling(inventedBytes(fernhill), 'first.txt')
  await library.close()
  const rereads = vi.fn()
  library = openLibrary({
    folder,
    readerVersion: '2',
    writer: opened => ({ ...writeWith(inventedReader)(opened), reread: rereads }),
  })
  await looking.close()
  looking = lookInto('2')
  const queries: Record<Query, (asked: Library) => Promise<unknown>> = {
    findRevision: asked => asked.findRevision(),
    findDeals: asked => asked.findDeals({ q: 'fernhill', sort: 'balance' }),
    findTrends: asked =>
      asked.findTrends({
        figures: [{ kind: 'share', dimension: 'state', name: 'CA' }],
        query: {},
        slugs: [slug],
      }),
    findFigures: asked => asked.findFigures('10,000,000.00'),
    findDeal: asked => asked.findDeal(slug),
    findNear: asked => asked.findNear(slug, 4),
    findTableIds: asked => asked.findTableIds([sha256]),
    findDealTapes: asked => asked.findDealTapes(slug),
    listTapes: asked => asked.listTapes(10),
    findVersion: asked => asked.findVersion(slug),
    findFiles: asked => asked.findFiles(slug),
    findReportPart: asked => asked.findReportPart(sha256, { table: 'state' }),
    findReportJson: async asked => {
      const report = await asked.findReportJson(sha256)
      return report && text(report)
    },
    findSource: asked => asked.findSource(sha256),
    findLoans: asked => asked.findLoans(sha256),
    findTapes: asked => asked.findTapes([sha256]),
    findLines: asked => asked.findLines(sha256, { from: 1, to: 1 }),
    findDrawn: asked => asked.findDrawn(sha256, at),
    findWhy: asked => asked.findWhy(sha256, at),
    findFiling: asked => asked.findFiling(sha256.slice(0, 8)),
    findSubmission: asked => asked.findSubmission('0000912057-02-012345'),
    findFromEdgar: asked => asked.findFromEdgar('0000912057-02-012345', null),
    listBin: asked => asked.listBin(),
    findInBin: asked => asked.findInBin(slug),
    findRereading: asked => asked.findRereading(),
    findState: asked => asked.findState(),
    listSearches: asked => asked.listSearches(),
  }
  const version = await looking.findVersion(slug)
  for (const query of Object.values(queries)) {
    const [own, looked] = [await query(library), await query(looking)]
    expect(looked).toEqual(own)
  }
  expect(await looking.findRereading()).toEqual({ left: 1, of: 1 })
  expect(rereads).not.toHaveBeenCalled()
  expect(await library.findVersion(slug)).toBe(version)
})

it('tells what is wrong with the library to whoever opened it', async () => {
  await library.keepFiling(inventedBytes(fernhill), 'first.txt')
  for (const file of libraryFiles(folder)) rmSync(file, { force: true })
  expect(await looking.findDeal(slug).then(() => null, faultCodeOf)).toBe('library-gone')
  expect(hear).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'library-gone' }))
  expect(console.error).not.toHaveBeenCalled()
})
