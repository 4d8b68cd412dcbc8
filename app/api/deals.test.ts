import { hash } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getCertificate } from '@/app/api/deals/[slug]/certificate/route.ts'
import { GET as getDeal } from '@/app/api/deals/[slug]/route.ts'
import { GET as getTable } from '@/app/api/deals/[slug]/stratifications/[id]/route.ts'
import { GET as getDeals } from '@/app/api/deals/route.ts'
import { GET as getDealsBook } from '@/app/api/deals.xlsx/route.ts'
import type { Library } from '@/lib/library/index.ts'
import {
  asking,
  base,
  bodyOf,
  fernhill,
  inDeal,
  inTable,
  type OpenLibrary,
  openForRoutes,
} from '@/lib/testing/called-routes.ts'
import { inventedBytes } from '@/lib/testing/invented-reader.ts'
import { unzipped } from '@/lib/testing/unzipped.ts'

let library: Library
let sha256 = ''
let close: OpenLibrary['close']

beforeAll(async () => {
  ;({ library, sha256, close } = await openForRoutes())
})
afterAll(() => close())

describe('GET /api/deals', () => {
  it('gives deals, totals and facets', async () => {
    const body = await bodyOf(await getDeals(asking('?q=fernhill&sort=-balance&limit=5')), 'FoundDeals')
    expect(body).toMatchObject({ count: 1, next: null, totals: { deals: 1, loanCount: 40 } })
  })

  it('matches figures three-valued', async () => {
    const body = await bodyOf(await getDeals(asking('?state.CA__gt=50&limit=1')), 'FoundDeals')
    expect(body).toMatchObject({
      counts: { possible: 0 },
      deals: [{ match: 'certain', figures: { 'state.CA': { low: 75, high: 75 } } }],
    })
  })

  it('says what is wrong with a figure', async () => {
    const answer = await getDeals(asking('?waltv__gte=much'))
    expect(answer.status).toBe(400)
    expect(await bodyOf(answer, 'Error')).toMatchObject({
      error: { detail: expect.stringMatching(/^waltv__gte: “much” is no figure/) },
    })
  })

  it.each([
    '?limit=0',
    '?limit=x',
    '?sort=price',
    '?year=02',
    '?only=good',
    '?cursor=xxx',
    '?cursor=after-0',
    '?q=☃',
    '?q=—',
    '?q=%25',
    '?q=trust&q=fernhill',
    '?sort=wac&sort=-wac',
  ])('names what is wrong with %s', async query => {
    const answer = await getDeals(asking(query))
    expect(answer.status).toBe(400)
    const detail = /\?(\w+)=/.exec(query)?.[1]
    expect(await bodyOf(answer, 'Error')).toMatchObject({
      error: { code: 'query-is-not-understood', detail: expect.stringMatching(`^${detail}`) },
    })
  })
})

describe('GET /api/deals/{slug}', () => {
  it('gives the deal and its chosen report, or the one asked for', async () => {
    const body = await bodyOf(await getDeal(asking(), inDeal('fernhill-trust-2003-2')), 'Deal')
    expect(body).toMatchObject({ slug: 'fernhill-trust-2003-2', chosen: sha256, filing: sha256 })
    const query = `?filing=${sha256.slice(0, 8)}`
    const same = await bodyOf(await getDeal(asking(query), inDeal('fernhill-trust-2003-2')), 'Deal')
    expect(same.report).toEqual(body.report)
    const part = await bodyOf(await getDeal(asking('?part=1'), inDeal('fernhill-trust-2003-2')), 'Deal')
    expect(part).toEqual(body)
  })

  it('gives the report as a file', async () => {
    const answer = await getDeal(asking(), inDeal('fernhill-trust-2003-2.json'))
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="fernhill-trust-2003-2.json"',
    )
    expect(await bodyOf(answer, 'DealExport')).toMatchObject({
      url: '/deals/fernhill-trust-2003-2',
      version: 1,
    })
  })

  it('gives a workbook', async () => {
    const answer = await getDeal(asking(), inDeal('fernhill-trust-2003-2.xlsx'))
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'State',
      'Original LTV',
      'Ledger',
      'Tape',
      'About',
    ])
  })

  it('gives all deals that a search finds as one workbook, and refuses more than it takes', async () => {
    const ask = (query: string, headers = {}) =>
      getDealsBook(new Request(`${base}/api/deals.xlsx${query}`, { headers }))
    const answer = await ask('?q=fernhill')
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Deals', 'Figures', 'Ledger', 'Tape', 'About'])
    const tape = sheets.find(({ name }) => name === 'Tape')
    expect(tape?.rows.slice(1).map(row => row[0])).toEqual(Array(3).fill('Fernhill Trust 2003-2'))
    expect((await ask('?year=x')).status).toBe(400)
    const found = await library.findDeals()
    const many = vi.spyOn(library, 'findDeals').mockResolvedValue({ ...found, count: 900, next: 'more' })
    expect([
      (await ask('')).status,
      (await ask('', { accept: 'text/html' })).headers.get('content-type'),
    ]).toEqual([422, 'text/html; charset=utf-8'])
    many.mockRestore()
  })

  it('gives an evidence pack', async () => {
    const answer = await getDeal(asking(), inDeal('fernhill-trust-2003-2.evidence.zip'))
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toContain('fernhill-trust-2003-2.evidence.zip')
    const files = await unzipped(Buffer.from(await answer.arrayBuffer()))
    expect(files.get('original/fernhill.txt')).toEqual(Buffer.from(inventedBytes(fernhill)))
    expect(files.get('README.txt')?.toString()).toContain('/deals/fernhill-trust-2003-2')
    const sums = [...files].flatMap(([name, bytes]) =>
      name === 'SHA256SUMS' ? [] : [`${hash('sha256', bytes)}  ${name}\n`],
    )
    expect(files.get('SHA256SUMS')?.toString()).toBe(sums.join(''))
  })

  it('gives no certificate of a place without a figure, nor of none', async () => {
    const certify = (query: string) => getCertificate(asking(query), inDeal('fernhill-trust-2003-2'))
    const [elsewhere, nowhere] = [await certify('?at=9000:1-2'), await certify('')]
    expect([elsewhere.status, await bodyOf(elsewhere, 'Error')]).toMatchObject([
      404,
      { error: { code: 'no-figure-is-there' } },
    ])
    expect([nowhere.status, await bodyOf(nowhere, 'Error')]).toMatchObject([
      400,
      { error: { code: 'query-is-not-understood', detail: 'at, figure, or dimension with an edge' } },
    ])
  })

  it.each([
    ['an unknown deal', 'nothing', '', 'deal-is-unknown'],
    ['another deal’s filing', 'fernhill-trust-2003-2', '?filing=00000000', 'filing-is-unknown'],
    ['too little of a hash', 'fernhill-trust-2003-2', '?filing=', 'filing-is-unknown'],
    ['an unknown form', 'fernhill-trust-2003-2.pdf', '', 'format-is-unknown'],
    ['a part that is not there', 'fernhill-trust-2003-2', '?part=2', 'part-is-unknown'],
    ['a part that is no number', 'fernhill-trust-2003-2', '?part=x', 'part-is-unknown'],
    ['the whole as a part', 'fernhill-trust-2003-2', '?part=0', 'part-is-unknown'],
  ])('answers 404 for %s', async (_, slug, query, code) => {
    const answer = await getDeal(asking(query), inDeal(slug))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([404, { error: { code } }])
  })
})

describe('a deal with a table of very many rows', () => {
  const long = { trust: 'Long Trust 2004-2', rates: 2600 }
  const last = '2609:20-21'
  beforeAll(() => library.keepFiling(inventedBytes(long), 'long.txt'))

  it('gives the part where a place lies, and says what it is a page of', async () => {
    const answer = await bodyOf(await getDeal(asking(`?at=${last}`), inDeal('long-trust-2004-2')), 'Deal')
    expect(answer).toMatchObject({
      part: { list: 'table/mortgage-rate', number: 3, count: 3 },
      report: { stratifications: [{ id: 'mortgage-rate', cut: { rows: 2600, rowsBefore: 2000 } }] },
    })
    const wrong = await getDeal(asking('?at=here'), inDeal('long-trust-2004-2'))
    expect([wrong.status, await bodyOf(wrong, 'Error')]).toMatchObject([400, { error: { detail: 'at' } }])
  })

  it('gives all its rows as CSV and JSON, and everything as JSON and as a workbook', async () => {
    const csv = await getTable(asking(), inTable('long-trust-2004-2', 'mortgage-rate.csv'))
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(2602)
    const json = await getTable(asking(), inTable('long-trust-2004-2', 'mortgage-rate.json'))
    const { stratification } = (await bodyOf(json, 'Stratification')) as { stratification: { buckets: [] } }
    expect(stratification.buckets).toHaveLength(2600)
    expect(stratification).not.toHaveProperty('cut')
    const svg = await getTable(asking(), inTable('long-trust-2004-2', 'mortgage-rate.svg'))
    expect((await svg.text()).replaceAll(/<[^>]+>|\n/g, ' ')).toContain('the exact sum of its rows')
    const whole = await bodyOf(await getDeal(asking(), inDeal('long-trust-2004-2.json')), 'DealExport')
    expect(whole).toMatchObject({ stratifications: [{}, {}, { buckets: { length: 2600 } }] })
    expect((await getDeal(asking(), inDeal('long-trust-2004-2.xlsx'))).status).toBe(200)
  })
})

describe('a filing too large for a workbook and a pack', () => {
  beforeAll(
    () => library.keepFiling(inventedBytes({ trust: 'Huge Trust 2004-3', rates: 30_000 }), 'huge.txt'),
    60_000,
  )

  it('is told so, and to who clicks for one on a page that leads on', async () => {
    const plain = await getDeal(asking(), inDeal('huge-trust-2004-3.xlsx'))
    expect([plain.status, await bodyOf(plain, 'Error')]).toMatchObject([
      422,
      { error: { code: 'workbook-is-too-large', message: expect.stringContaining('8 MB') } },
    ])
    const pack = await getDeal(asking(), inDeal('huge-trust-2004-3.evidence.zip'))
    expect([pack.status, await bodyOf(pack, 'Error')]).toMatchObject([
      422,
      { error: { code: 'evidence-pack-is-too-large', message: expect.stringContaining('8 MB') } },
    ])
    const clicked = new Request(`${base}/`, { headers: { accept: 'text/html,*/*;q=0.8' } })
    const page = await getDeal(clicked, inDeal('huge-trust-2004-3.xlsx'))
    expect([page.status, page.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('<a href="/api/deals/huge-trust-2004-3.json">')
  })
})
