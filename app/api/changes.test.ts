import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as erase } from '@/app/api/bin/erase/route.ts'
import { POST as restore } from '@/app/api/bin/restore/route.ts'
import { POST as deleteDeals, GET as getBin } from '@/app/api/bin/route.ts'
import { POST as rename } from '@/app/api/deals/[slug]/name/route.ts'
import { POST as editNote } from '@/app/api/deals/[slug]/notes/[id]/route.ts'
import { POST as addNote } from '@/app/api/deals/[slug]/notes/route.ts'
import { GET as getDeal } from '@/app/api/deals/[slug]/route.ts'
import { POST as setTags } from '@/app/api/deals/[slug]/tags/route.ts'
import { GET as exportDeals } from '@/app/api/export/route.ts'
import { POST as forgetSearch } from '@/app/api/searches/[id]/forget/route.ts'
import { POST as keepSearch } from '@/app/api/searches/route.ts'
import { POST as tagDeals } from '@/app/api/tags/route.ts'
import type { Library } from '@/lib/library/index.ts'
import { LibraryFault } from '@/lib/library/library-fault.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { type AnswerName, answerSchemas } from '@/lib/server/answer-schemas.ts'
import { inventedBytes, inventedReader } from '@/lib/testing/invented-reader.ts'
import { unzipped } from '@/lib/testing/unzipped.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-changes-'))
const slug = 'fernhill-trust-2003-2'
let library: Library

beforeAll(() => {
  library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
})
beforeEach(async () => {
  await library.keepFiling(inventedBytes({ trust: 'Fernhill Trust 2003-2' }), 'fernhill.txt')
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

/** What an answer says, and that it says nothing that its description does not. */
async function bodyOf(answer: Response, name: AnswerName): Promise<Record<string, unknown>> {
  const body = await answer.json()
  expect(answerSchemas[name].parse(body)).toEqual(body)
  return body
}

type Sent = { body: string; type?: string; headers?: Record<string, string> }

/** A request as a script sends it. */
const json = (body: unknown): Sent => ({ body: JSON.stringify(body) })
/** A request as a browser sends a plain form. */
const form = (body: string, headers = {}): Sent => ({
  body,
  type: 'application/x-www-form-urlencoded',
  headers: { accept: 'text/html,*/*;q=0.8', 'sec-fetch-site': 'same-origin', ...headers },
})

function asked({ body, type = 'application/json', headers = { accept: 'application/json' } }: Sent): Request {
  const all = { 'content-type': type, ...headers }
  return new Request('http://strata.test/api/bin', { method: 'POST', body, headers: all })
}

describe('POST /api/bin', () => {
  it('deletes deals, which wait in the bin and can be restored or erased', async () => {
    const deleted = await bodyOf(await deleteDeals(asked(json({ deals: [slug, slug] }))), 'Changed')
    expect(deleted.deals).toMatchObject([{ slug }])
    expect(await bodyOf(await getBin(new Request('http://strata.test/api/bin')), 'Bin')).toMatchObject({
      deals: [{ slug, filings: 1 }],
    })
    expect(await bodyOf(await restore(asked(json({ deals: [slug] }))), 'Changed')).toMatchObject({
      deals: [{ url: `/deals/${slug}` }],
    })
    await deleteDeals(asked(json({ deals: [slug] })))
    expect(await bodyOf(await erase(asked(json({}))), 'Changed')).toMatchObject({ deals: [{ slug }] })
    expect(await bodyOf(await getBin(new Request('http://strata.test/api/bin')), 'Bin')).toEqual({
      deals: [],
      next: null,
    })
  })

  it('deletes one filing alone, and brings back what was deleted with it', async () => {
    const other = await library.keepFiling(
      inventedBytes({ trust: 'Fernhill Trust 2003-2', tables: 1 }),
      'b.txt',
    )
    const deleted = await bodyOf(await deleteDeals(asked(json({ filing: other.sha256 }))), 'Changed')
    expect(deleted.deals).toMatchObject([{ slug }])
    expect((await library.findDeal(slug))?.filings).toHaveLength(1)
    expect(await bodyOf(await getBin(new Request('http://strata.test/api/bin')), 'Bin')).toMatchObject({
      deals: [{ slug, filings: 1, isWhole: false }],
    })
    await restore(asked(json({ deals: [slug], at: '2001-01-01T00:00:00.000Z' })))
    expect((await library.findDeal(slug))?.filings).toHaveLength(1)
    await restore(asked(json({ deals: [slug], at: deleted.deletedAt })))
    expect((await library.findDeal(slug))?.filings).toHaveLength(2)
    await deleteDeals(asked(json({ filing: other.sha256 })))
    await erase(asked(json({})))
    expect((await deleteDeals(asked(json({})))).status).toBe(400)
  })

  it('leads a plain form on: to the way back, to the deal, to the bin', async () => {
    const targetOf = (answer: Response) => [answer.status, answer.headers.get('location')]
    const deleted = await deleteDeals(asked(form(`deals=${slug}`)))
    expect(targetOf(deleted)).toEqual([303, expect.stringMatching(/^\/\?deleted=\d{4}-\d\d-\d\dT[\d:.]+Z$/)])
    expect(targetOf(await restore(asked(form(`deals=${slug}`))))).toEqual([303, `/deals/${slug}`])
    expect(targetOf(await erase(asked(form(''))))).toEqual([303, '/deleted'])
    expect(await library.findDeal(slug)).not.toBeNull()
  })

  it('changes nothing for a page of another site', async () => {
    const answer = await deleteDeals(asked(form(`deals=${slug}`, { 'sec-fetch-site': 'cross-site' })))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('this site’s own pages only')
    expect(await library.findDeal(slug)).not.toBeNull()
  })

  it.each<[string, Sent, number, string, string | null]>([
    ['no list of deals', json({}), 400, 'body-is-not-understood', 'deals'],
    ['no slug', json({ deals: ['../x'] }), 400, 'body-is-not-understood', 'deals.0'],
    ['an empty list', json({ deals: [] }), 400, 'body-is-not-understood', 'deals'],
    ['no JSON', { body: '{' }, 400, 'body-is-not-understood', 'body'],
    ['too much of it', json({ deals: ['a'.repeat(300_000)] }), 400, 'body-is-not-understood', 'length'],
    ['another type', { body: 'x', type: 'text/plain' }, 415, 'body-is-neither-json-nor-form', null],
  ])('does not take %s', async (_, sent, status, code, detail) => {
    const answer = await deleteDeals(asked(sent))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      status,
      { error: { code, detail } },
    ])
  })

  it('says what is wrong with the library, in words to a plain form', async () => {
    const full = new LibraryFault('library-full', 'secret path')
    vi.spyOn(library, 'changeDeals').mockRejectedValueOnce(full).mockRejectedValueOnce(full)
    const answer = await deleteDeals(asked(json({ deals: [slug] })))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      507,
      { error: { code: 'library-full' } },
    ])
    const page = await deleteDeals(asked(form(`deals=${slug}`)))
    expect([page.status, await page.text()]).toEqual([507, expect.stringContaining('Nothing was changed')])
  })
})

describe('names, tags and notes of a deal', () => {
  const ctx = <P extends object>(params: P) => ({ params: Promise.resolve(params) })

  it('are changed by calls of its own', async () => {
    const named = await bodyOf(
      await rename(asked(json({ name: '  Heather\n pool ' })), ctx({ slug })),
      'Changed',
    )
    expect(named.deals).toMatchObject([{ slug, name: 'Heather  pool' }])
    await bodyOf(await setTags(asked(json({ tags: ['ARM', 'watch, list'] })), ctx({ slug })), 'Changed')
    expect((await library.findDeal(slug))?.summary.tags).toEqual(['ARM', 'list', 'watch'])
    const again = await rename(asked(form('name=')), ctx({ slug }))
    expect([again.status, again.headers.get('location')]).toEqual([303, `/deals/${slug}`])
    expect((await library.findDeal(slug))?.name).toBe('Fernhill Trust 2003-2')
  })

  it('are given to several deals at once', async () => {
    const tagged = await tagDeals(asked(form(`deals=${slug}&tags=blue`)))
    expect(tagged.headers.get('location')).toBe('/?tag=blue')
    await tagDeals(asked(json({ deals: [slug], tags: ['ARM', 'list', 'watch'], how: 'remove' })))
    expect((await library.findDeal(slug))?.summary.tags).toEqual(['blue'])
  })

  it('are given to none where one is unknown, which is named, in words to a plain form', async () => {
    const ask = (sent: Sent) => tagDeals(asked(sent))
    const answer = await ask(json({ deals: [slug, 'nothing', 'none'], tags: ['red'] }))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      404,
      { error: { code: 'deal-is-unknown', detail: 'nothing, none' } },
    ])
    const page = await ask(form(`deals=${slug}&deals=nothing&tags=red`))
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('<li>nothing</li>')])
    expect((await library.findDeal(slug))?.summary.tags).not.toContain('red')
    const deleted = await deleteDeals(asked(json({ deals: [slug, 'nothing'] })))
    expect([deleted.status, await library.findDeal(slug)]).toEqual([404, expect.anything()])
  })

  it('are noted on the deal and on a place, which is told in words', async () => {
    const noted = await addNote(asked(form('text=On+the+deal')), ctx({ slug }))
    expect(noted.headers.get('location')).toBe(`/deals/${slug}#notes`)
    const placed = await addNote(asked(form('text=On+a+place&at=1:1-2')), ctx({ slug }))
    expect(placed.headers.get('location')).toMatch(/\/source\?filing=[0-9a-f]{12}&at=1:1-2#L1$/)
    const notes = (await library.findDeal(slug))?.notes ?? []
    expect(notes).toMatchObject([
      { text: 'On the deal', filing: null, at: null },
      { text: 'On a place', at: '1:1-2', says: expect.stringMatching(/\w/) },
    ])
    const all = await getDeal(new Request('http://strata.test/'), ctx({ slug: `${slug}.json` }))
    expect((await bodyOf(all, 'DealExport')).notes).toEqual(notes)
    const pack = await getDeal(new Request('http://strata.test/'), ctx({ slug: `${slug}.evidence.zip` }))
    const files = await unzipped(Buffer.from(await pack.arrayBuffer()))
    expect(files.get('notes.csv')?.toString()).toMatch(
      /On the deal,The deal,.*\r\nOn a place,[^\n]*,1,1\r\n$/,
    )
    const [first] = notes
    await editNote(asked(json({ text: '' })), ctx({ slug, id: String(first?.id) }))
    expect((await library.findDeal(slug))?.notes).toHaveLength(1)
  })

  it.each<[string, () => Promise<Response>, number, string]>([
    ['a name', () => rename(asked(json({ name: 'x' })), ctx({ slug: 'nothing' })), 404, 'deal-is-unknown'],
    ['tags', () => setTags(asked(json({ tags: 'x' })), ctx({ slug: 'nothing' })), 404, 'deal-is-unknown'],
    ['a note', () => addNote(asked(json({ text: 'x' })), ctx({ slug: 'nothing' })), 404, 'deal-is-unknown'],
    [
      'an unknown note',
      () => editNote(asked(json({ text: 'x' })), ctx({ slug, id: '999' })),
      404,
      'note-is-unknown',
    ],
    ['no text', () => addNote(asked(json({ text: ' ' })), ctx({ slug })), 400, 'body-is-not-understood'],
    [
      'a place that is none',
      () => addNote(asked(json({ text: 'x', at: 'here' })), ctx({ slug })),
      400,
      'body-is-not-understood',
    ],
    ...['9000:1-2', '1:1-9000', '1:9000-9001', '1:1-2:1'].map(
      (at): [string, () => Promise<Response>, number, string] => [
        `a note at ${at}, where the filing has nothing,`,
        () => addNote(asked(json({ text: 'x', at })), ctx({ slug })),
        400,
        'body-is-not-understood',
      ],
    ),
    [
      'a tag too long',
      () => setTags(asked(json({ tags: 'x'.repeat(41) })), ctx({ slug })),
      400,
      'body-is-not-understood',
    ],
  ])('are not changed by %s that is not right', async (_, ask, status, code) => {
    const answer = await ask()
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([status, { error: { code } }])
  })
})

describe('kept searches', () => {
  it.each([
    'https://elsewhere.test/',
    '/?q=heather',
    'q=heather&colour=blue',
    'heather',
    '//elsewhere.test?q=a',
  ])('are of the library alone, which %s is not', async query => {
    const answer = await keepSearch(asked(json({ name: 'Elsewhere', query })))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      400,
      {
        error: {
          code: 'body-is-not-understood',
          detail: expect.stringMatching(/^query: .*is no part of one/),
        },
      },
    ])
    expect(await library.listSearches()).toEqual([])
  })

  it('are kept with all that lists have, and forgotten once', async () => {
    const query = '?q=heather&match=certain&has=wac&waltv__gte=70&columns=name,wac&sort=-wac'
    await bodyOf(await keepSearch(asked(json({ name: 'Heather', query }))), 'Changed')
    const [kept] = await library.listSearches()
    expect(kept?.url).toBe(`/${query}`)
    const forget = () => forgetSearch(asked(json({})), { params: Promise.resolve({ id: String(kept?.id) }) })
    expect((await forget()).status).toBe(200)
    const again = await forget()
    expect([again.status, await bodyOf(again, 'Error')]).toMatchObject([
      404,
      { error: { code: 'search-is-unknown' } },
    ])
  })
})

describe('GET /api/export', () => {
  const ask = (query: string) => exportDeals(new Request(`http://strata.test/api/export${query}`))

  it('gives some deals as one table', async () => {
    const csv = await ask(`?deals=${slug}&form=csv`)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="deals.csv"')
    const bytesOfCsv = Buffer.from(await csv.arrayBuffer())
    expect([...bytesOfCsv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = bytesOfCsv.toString().trimEnd().split('\r\n')
    expect([rows.length, rows[1]]).toEqual([2, expect.stringMatching(/,https?:\/\/[^/,]+\/deals\/fernhill-/)])
    const workbook = await ask(`?deals=${slug}`)
    const bytes = Buffer.from(await workbook.arrayBuffer())
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  })

  it.each(['csv', 'xlsx'])('names the deals that are unknown, and gives no %s without them', async kind => {
    const query = `?deals=nothing&deals=${slug}&deals=none&form=${kind}`
    const answer = await ask(query)
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      404,
      { error: { code: 'deal-is-unknown', detail: 'nothing, none' } },
    ])
    const headers = { accept: 'text/html' }
    const page = await exportDeals(new Request(`http://strata.test/api/export${query}`, { headers }))
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('nothing, none')])
  })

  it.each(['', '?deals=', '?deals=a&form=pdf'])('does not take %j', async query => {
    const answer = await ask(query)
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([
      400,
      { error: { code: 'query-is-not-understood' } },
    ])
  })
})
