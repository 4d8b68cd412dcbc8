import { afterEach, beforeEach, expect, it } from 'vitest'
import { byteRoom } from '../archive/byte-room.ts'
import type { KeptFiling } from '../library/index.ts'
import { declared, type StandInEdgar, type Standing, standInEdgar } from '../testing/stand-in-edgar.ts'
import { askEdgar, edgarLimits } from './ask-edgar.ts'
import { fetchFilings } from './fetch-filings.ts'
import type { FetchedFile } from './fetched-file.ts'
import type { EdgarAddress } from './read-address.ts'

const accession = '0000912057-02-012345'
const folder = '/Archives/edgar/data/1000/000091205702012345'
const lists = '/Archives/edgar/full-index/2002'
const other = '900|OTHER TRUST|8-K|2002-04-01|edgar/data/900/0000912057-02-999999.txt\n'
const listed = `1000|NORTHFIELD TRUST|8-K|2002-04-12|edgar/data/1000/${accession}.txt\n`

let edgar: StandInEdgar
let room = byteRoom({ mostBytes: 1e9, patienceMs: 50 })
let known: KeptFiling | null = null
beforeEach(async () => {
  room = byteRoom({ mostBytes: 1e9, patienceMs: 50 })
  known = null
  edgar = await standInEdgar({
    [`/Archives/edgar/data/1000/${accession}.txt`]: 'whole',
    [`${folder}/a99.htm`]: 'exhibit',
  })
})
afterEach(() => edgar.close())

const named: EdgarAddress = { accession, company: 1000, document: null }

async function fetched(address: EdgarAddress, documents: string[] = []) {
  const turns = { reserveEdgarTurn: async () => Date.now(), deferEdgar: async () => undefined }
  const limits = { ...edgarLimits, gapMs: 0, firstPauseMs: 1 }
  const ask = askEdgar(turns, { userAgent: declared, standIn: edgar.origin }, limits)
  const library = { findFromEdgar: async () => known }
  const found: FetchedFile[] = []
  for await (const file of fetchFilings({ library, ask, room }, address, documents)) found.push(file)
  return found.map(file => {
    if (!('bytes' in file)) return file
    const { hold, bytes, ...rest } = file
    hold.release()
    return { ...rest, text: Buffer.from(bytes).toString() }
  })
}
const paths = () => edgar.asked.map(({ path }) => path)

it('fetches a submission whole, and says where it is from', async () => {
  expect(await fetched(named)).toEqual([
    { name: `${accession}.txt`, text: 'whole', origin: { accession, company: 1000, document: null } },
  ])
  expect(room.heldBytes).toBe(0)
})

it('fetches the documents that are named, and tells which are not there', async () => {
  expect(await fetched(named, ['a99.htm', 'a98.htm'])).toEqual([
    {
      name: 'a99.htm',
      archive: accession,
      text: 'exhibit',
      origin: { accession, company: 1000, document: 'a99.htm' },
    },
    { name: 'a98.htm', archive: accession, problem: 'edgar-has-no-such-document' },
  ])
})

it('fetches nothing that the library has', async () => {
  known = {
    status: 'known',
    sha256: '0'.repeat(64),
    deal: null,
    stratifications: 0,
    checks: null,
    problem: null,
  }
  expect(await fetched(named)).toEqual([{ name: `${accession}.txt`, kept: known }])
  expect(paths()).toEqual([])
})

it('finds the company of an accession number by the lists of its year, where who sent it is another', async () => {
  Object.assign(edgar.standing, {
    [`${lists}/QTR1/master.idx`]: other.repeat(5000),
    [`${lists}/QTR2/master.idx`]: other.repeat(5000) + listed + other.repeat(5000),
  })
  expect(await fetched({ ...named, company: null })).toMatchObject([
    { text: 'whole', origin: { company: 1000 } },
  ])
  expect(paths()).toEqual([
    `/Archives/edgar/data/912057/${accession}.txt`,
    `${lists}/QTR1/master.idx`,
    `${lists}/QTR2/master.idx`,
    `/Archives/edgar/data/1000/${accession}.txt`,
  ])
})

it('finds a line of the lists that comes in two pieces', async () => {
  const inTwo: Standing = (_, response) => {
    response.write(other + listed.slice(0, -20))
    setTimeout(() => response.end(listed.slice(-20)), 50)
  }
  edgar.standing[`${lists}/QTR1/master.idx`] = inTwo
  expect(await fetched({ ...named, company: null })).toMatchObject([{ text: 'whole' }])
})

it('says that EDGAR has no such filing once no list of the year has it', async () => {
  edgar.standing[`${lists}/QTR1/master.idx`] = other
  expect(await fetched({ ...named, company: null })).toEqual([
    { name: `${accession}.txt`, problem: 'edgar-has-no-such-filing' },
  ])
  expect(paths().at(-1)).toBe('/Archives/edgar/full-index/2003/QTR1/master.idx')
  expect(paths()).toHaveLength(6)
})

it('looks for submissions of 1993 to 1999 in their century', async () => {
  await fetched({ accession: '0000912057-96-000001', company: null, document: null })
  expect(paths()[1]).toBe('/Archives/edgar/full-index/1996/QTR1/master.idx')
})

it('holds no more than a file may have, however long it is', async () => {
  let sent = 0
  edgar.standing[`/Archives/edgar/data/1000/${accession}.txt`] = (_, response) => {
    const megabytes = Buffer.alloc(1 << 20, 'x')
    const more = () => {
      while (!response.destroyed && sent < 500) {
        sent++
        if (!response.write(megabytes)) return void response.once('drain', more)
      }
    }
    more()
  }
  expect(await fetched(named)).toEqual([{ name: `${accession}.txt`, problem: 'file-is-too-large' }])
  expect(sent).toBeLessThan(200)
  expect(room.heldBytes).toBe(0)
})

it('tells to come again where there is no room', async () => {
  room = byteRoom({ mostBytes: 3, patienceMs: 20 })
  const others = room.hold()
  await others.take(10)
  expect(await fetched(named)).toEqual([{ name: `${accession}.txt`, problem: 'upload-came-while-busy' }])
})
