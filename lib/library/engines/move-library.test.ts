import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { inventedBytes, inventedReader } from '../../testing/invented-reader.ts'
import { askPlace, placeForTests, removePlace } from '../../testing/library-place.ts'
import { standInStore } from '../../testing/stand-in-store.ts'
import type { LibraryPlace } from '../library-files.ts'
import { openLibrary } from '../open-library.ts'
import { openOriginals } from '../originals/originals.ts'
import { writeWith } from '../writer.ts'
import { moveLibrary } from './move-library.ts'
import { openToMove } from './open-to-move.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-move-'))
afterAll(() => rmSync(folder, { recursive: true }))
let from: LibraryPlace
beforeEach(async () => {
  from = await placeForTests()
})
afterEach(() => removePlace(from))

const open = (place: LibraryPlace) =>
  openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })

async function move(one: LibraryPlace, other: LibraryPlace, intoStore = false) {
  const originals = openOriginals(one.store ?? other.store ?? null)
  const options = { originals, intoStore, told: () => undefined }
  const source = await openToMove(one, true)
  const target = await openToMove(other, false)
  try {
    return await source.seen(reading => target.seen(writing => moveLibrary(reading, writing, options)))
  } finally {
    await target.close()
    await source.close()
  }
}

/** What people see of a library. */
async function shownBy(place: LibraryPlace) {
  const library = open(place)
  const { deals, facets, totals } = await library.findDeals({ sort: 'name' })
  const found = {
    deals,
    facets,
    totals,
    named: (await library.findDeals({ q: 'fernhill 2003' })).count,
    printed: (await library.findFigures('1,234,567.89')).count,
    noted: (await library.findDeals({ q: 'sampled' })).count,
    bin: await library.listBin(),
    searches: await library.listSearches(),
    links: await library.access.listLinks(null),
    acts: await library.access.listActs(10),
    sources: await Promise.all(
      deals.map(async ({ slug }) => {
        const files = await library.findFiles(slug)
        const source = await library.findSource(files?.filings[0]?.sha256 ?? '')
        return Buffer.from(source?.bytes ?? []).toString()
      }),
    ),
  }
  await library.close()
  return found
}

it('copies all that a library holds into a folder and back, and finds the same there', async () => {
  const library = open(from)
  const slugs: string[] = []
  for (const trust of ['Fernhill Trust 2003-2', 'Alder Trust 2004-1', 'Birch Trust 2005-1']) {
    const kept = await library.keepFiling(
      inventedBytes({ trust, rates: 3, remark: `${trust} 1,234,567.89` }),
      'a.txt',
    )
    slugs.push(kept.deal?.slug ?? '')
  }
  const [fernhill = '', alder = '', birch = ''] = slugs
  await library.changeDeals({ what: 'tag', slugs: [fernhill], tags: ['first'], how: 'set' })
  const note = { filing: null, at: null, says: null, text: 'Sampled by hand' }
  await library.changeDeals({ what: 'note', slug: alder, note })
  await library.changeDeals({ what: 'save-search', name: 'Alder', query: 'q=alder' })
  await library.changeDeals({ what: 'delete', slugs: [birch] })
  const link = { address: `/deals/${alder}`, name: 'Alder', madeBy: 'ada', expiresAt: null, tokenHash: 'x' }
  await library.access.makeLink(link)
  for (const detail of ['1', '2'])
    await library.access.noteAct({ who: 'ada', client: '', what: 'uploaded', detail })
  await library.close()
  const before = await shownBy(from)
  expect(before).toMatchObject({ named: 1, printed: 2, noted: 1 })
  const beside = { folder: path.join(folder, 'beside') }
  expect(await move(from, beside)).toMatchObject({
    rows: { deal: 3, filing: 3, raw_filing: 3, tag: 1, note: 1, share_link: 1, act: 2 },
  })
  expect(await shownBy(beside)).toEqual(before)
  await expect(move(from, beside)).rejects.toThrow('There is a library already that holds something.')
  const again = await placeForTests()
  await move(beside, again)
  expect(await shownBy(again)).toEqual(before)
  await removePlace(again)
})

it('moves nothing where an original is not what it was kept as', async () => {
  const library = open(from)
  const one = await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2004-1' }), 'a.txt')
  const other = await library.keepFiling(inventedBytes({ trust: 'Birch Trust 2004-1' }), 'b.txt')
  await library.close()
  await askPlace(
    from,
    `update raw_filing set zstd = (select zstd from raw_filing where sha256 = '${one.sha256}') where sha256 = '${other.sha256}'`,
  )
  const target = { folder: path.join(folder, 'other') }
  await expect(move(from, target)).rejects.toThrow('is another file')
  expect((await shownBy(target)).deals).toEqual([])
})

it('puts originals into a store, leaves them there, and brings them back into the database', async () => {
  const store = await standInStore()
  const library = open(from)
  const { sha256 } = await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2004-1' }), 'a.txt')
  await library.close()
  const before = await shownBy(from)
  const packedIn = async (place: LibraryPlace) =>
    (await askPlace(place, 'select length(zstd) as packed from raw_filing')).rows.map(row =>
      Number(row.packed),
    )
  const stored = { folder: path.join(folder, 'stored'), store: store.settings }
  await move(from, stored, true)
  expect([...store.objects.keys()]).toEqual([`/filings/strata/${sha256}.zst`])
  expect([await packedIn(stored), await shownBy(stored)]).toEqual([[0], before])
  const left = { folder: path.join(folder, 'left'), store: store.settings }
  await move(stored, left, true)
  expect([await packedIn(left), await shownBy(left)]).toEqual([[0], before])
  const back = { folder: path.join(folder, 'back') }
  await move(stored, back)
  expect(await packedIn(back)).not.toContain(0)
  store.objects.clear()
  expect(await shownBy(back)).toEqual(before)
  await expect(move(stored, { folder: path.join(folder, 'lost') }, true)).rejects.toThrow(
    'is not in the store',
  )
  await store.stop()
})
