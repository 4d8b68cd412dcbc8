import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { placeForTests, removePlace } from '../testing/library-place.ts'
import type { Library } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

let place: LibraryPlace
let library: Library
beforeEach(async () => {
  place = await placeForTests()
  library = openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
})
afterEach(async () => {
  await library.close()
  await removePlace(place)
})

const never = Number.POSITIVE_INFINITY

it('gives each process turns of its own, all of them so far apart, while others write', async () => {
  const script = path.join(import.meta.dirname, '../testing/reserve-turns.ts')
  const env = { ...process.env, STRATA_DATA: place.folder, DATABASE_URL: place.address }
  const processes = [0, 1, 2].map(() => spawn(process.execPath, [script, '40', '125'], { env }))
  const told = Promise.all(processes.map(one => text(one.stdout)))
  for (let number = 0; number < 40; number++)
    await library.keepFiling(inventedBytes({ trust: `Turn Trust ${number}` }), `${number}.txt`)
  const turns = (await told).flatMap(printed => JSON.parse(printed) as number[]).sort((a, b) => a - b)
  expect(turns).toHaveLength(120)
  for (const [order, turn] of turns.slice(1).entries())
    expect(turn - (turns[order] ?? 0)).toBeGreaterThanOrEqual(125)
})

it('gives a turn at once where nobody asked for long', async () => {
  const before = Date.now()
  expect(await library.reserveEdgarTurn(125, never)).toBeGreaterThanOrEqual(before)
  expect(await library.reserveEdgarTurn(125, never)).toBeLessThanOrEqual(Date.now() + 125)
})

it('gives a turn as far ahead as is asked', async () => {
  const before = Date.now()
  expect(await library.reserveEdgarTurn(125, never, 5000)).toBeGreaterThanOrEqual(before + 5000)
})

it('gives none that would be too late, and then the next is no later', async () => {
  const first = (await library.reserveEdgarTurn(60_000, never)) ?? 0
  for (let number = 0; number < 3; number++)
    expect(await library.reserveEdgarTurn(125, first + 1000)).toBeNull()
  expect(await library.reserveEdgarTurn(125, never)).toBe(first + 60_000)
})

it('gives none before the instant that all are to wait for, and never an earlier one', async () => {
  const until = Date.now() + 5000
  await library.deferEdgar(until)
  await library.deferEdgar(until - 3000)
  expect(await library.reserveEdgarTurn(125, never)).toBe(until)
})

it('leaves the revision of the library as it is', async () => {
  const before = await library.findRevision()
  await library.reserveEdgarTurn(125, never)
  await library.deferEdgar(Date.now() + 1000)
  expect(await library.findRevision()).toBe(before)
})

const accession = '0000912057-02-012345'

it('finds what was fetched of a submission, whole or a document, until it is deleted', async () => {
  const keep = (name: string, document: string | null) =>
    library.keepFiling(inventedBytes({ trust: 'Origin Trust', remark: name }), name, undefined, {
      accession,
      company: 1000,
      document,
    })
  expect(await library.findFromEdgar(accession, null)).toBeNull()
  const [whole, exhibit] = [await keep('whole.txt', null), await keep('a99.htm', 'a99.htm')]
  expect(await library.findFromEdgar(accession, null)).toMatchObject({
    status: 'known',
    sha256: whole.sha256,
  })
  expect(await library.findFromEdgar(accession, 'a99.htm')).toMatchObject({ sha256: exhibit.sha256 })
  expect(await library.findFromEdgar(accession, 'a98.htm')).toBeNull()
  const deal = await library.findDeal(exhibit.deal?.slug ?? '')
  expect(deal?.filings.find(({ sha256 }) => sha256 === exhibit.sha256)).toMatchObject({
    accession,
    fetched: { accession, company: 1000, document: 'a99.htm' },
  })
  expect(await library.findFromEdgar('0000912057-02-999999', null)).toBeNull()
  await library.changeDeals({ what: 'delete-filing', sha256: whole.sha256 })
  expect(await library.findFromEdgar(accession, null)).toBeNull()
})

it('keeps what EDGAR lists of a submission, the latest', async () => {
  const listed = { accession, company: 1000, documents: [], wholeBytes: 5 }
  const pool = { sequence: 1, type: 'EX-99', description: 'POOL', name: 'a99.htm', bytes: null }
  expect(await library.findSubmission(accession)).toBeNull()
  await library.keepSubmission(listed)
  await library.keepSubmission({ ...listed, documents: [pool] })
  expect(await library.findSubmission(accession)).toEqual({ ...listed, documents: [pool] })
})
