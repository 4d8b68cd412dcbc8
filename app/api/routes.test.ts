import { hash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getCertificate } from '@/app/api/deals/[slug]/certificate/route.ts'
import { GET as getDeal } from '@/app/api/deals/[slug]/route.ts'
import { GET as getTable } from '@/app/api/deals/[slug]/stratifications/[id]/route.ts'
import { GET as getDeals } from '@/app/api/deals/route.ts'
import { GET as getDealsBook } from '@/app/api/deals.xlsx/route.ts'
import { GET as getDrawn } from '@/app/api/filings/[sha256]/drawn/route.ts'
import { GET as getLines } from '@/app/api/filings/[sha256]/lines/route.ts'
import { GET as getSource } from '@/app/api/filings/[sha256]/source/route.ts'
import { GET as getWhy } from '@/app/api/filings/[sha256]/why/route.ts'
import { POST as postFilings } from '@/app/api/filings/route.ts'
import { GET as getHealth } from '@/app/api/health/route.ts'
import { GET as getOpenApi } from '@/app/api/openapi.json/route.ts'
import DealPicture from '@/app/deals/[slug]/opengraph-image.tsx'
import { drawnAnswerSchema, type Library } from '@/lib/library/index.ts'
import { LibraryFault } from '@/lib/library/library-fault.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { type LibraryFaultCode, libraryFaultWording } from '@/lib/library-faults.ts'
import { type AnswerName, answerSchemas } from '@/lib/server/answer-schemas.ts'
import { operations } from '@/lib/server/operations.ts'
import { type InventedFiling, inventedBytes, inventedReader } from '@/lib/testing/invented-reader.ts'
import { inventedZip } from '@/lib/testing/invented-zip.ts'
import { unzipped } from '@/lib/testing/unzipped.ts'

const base = 'http://strata.test'
const folder = mkdtempSync(join(tmpdir(), 'strata-routes-'))
const fernhill = { trust: 'Fernhill Trust 2003-2', depositor: 'Fernhill', signedOn: '2003-01-31' }
let library: Library
let sha256 = ''

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
  sha256 = (await library.keepFiling(inventedBytes(fernhill), 'fernhill.txt')).sha256
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

type SentFile = [name: string, content: string | Uint8Array]

function upload(files: SentFile[], headers: Record<string, string> = { accept: 'application/json' }) {
  const form = new FormData()
  for (const [name, content] of files) form.append('file', new File([Buffer.from(content)], name))
  return postFilings(new Request(`${base}/api/filings`, { method: 'POST', body: form, headers }))
}
const sent = (filing: InventedFiling, name = 'filing.txt'): SentFile => [name, inventedBytes(filing)]
const statuses = (body: Record<string, unknown>) =>
  (body.files as { status: string }[]).map(file => file.status)

describe('POST /api/filings', () => {
  it('answers 201 when any was added, losing none for a bad one', async () => {
    const answer = await upload([
      ['list.txt', 'no filing'],
      sent({ trust: 'New Trust 2004-1' }, '../new.txt'),
      sent(fernhill),
    ])
    expect(answer.status).toBe(201)
    const body = await bodyOf(answer, 'Upload')
    expect(statuses(body)).toEqual(['refused', 'added', 'known'])
    expect(body.files).toMatchObject([
      { name: 'list.txt', deal: null, checks: null, problem: { code: 'file-is-not-a-filing' } },
      { name: 'new.txt', deal: { slug: 'new-trust-2004-1', url: '/deals/new-trust-2004-1' }, problem: null },
      {
        name: 'filing.txt',
        deal: { slug: 'fernhill-trust-2003-2' },
        stratifications: 2,
        checks: { passed: 1, failed: 0 },
      },
    ])
  })

  it('leads to the page of each filing where several of one upload are of one deal', async () => {
    const [one, other] = [
      sent({ trust: 'Twin Trust 2004-1' }),
      sent({ trust: 'Twin Trust 2004-1', tables: 1 }),
    ]
    const body = await bodyOf(await upload([one, other]), 'Upload')
    const pages = [one, other].map(
      ([, content]) => `/deals/twin-trust-2004-1/filings/${hash('sha256', content, 'hex').slice(0, 12)}`,
    )
    expect((body.files as { deal: { url: string } }[]).map(({ deal }) => deal.url)).toEqual(pages)
  })

  it('answers 200 when all are known', async () => {
    const answer = await upload([sent(fernhill), sent(fernhill, 'again.txt')])
    expect(answer.status).toBe(200)
    expect(statuses(await bodyOf(answer, 'Upload'))).toEqual(['known', 'known'])
  })

  it('answers 422 when all are refused', async () => {
    const answer = await upload([
      ['a.txt', 'no'],
      ['b.txt', 'no'],
    ])
    expect(answer.status).toBe(422)
    expect(statuses(await bodyOf(answer, 'Upload'))).toEqual(['refused', 'refused'])
  })

  it.each<[string, SentFile[], string]>([
    ['one file to its deal', [sent(fernhill)], '/deals/fernhill-trust-2003-2'],
    ['several to the library', [sent(fernhill), sent(fernhill)], '/?added=2'],
    ['a refusal to where it is told', [['<b>.txt', 'no']], '/?refused=file-is-not-a-filing&name=%3Cb%3E.txt'],
    [
      'a mixed lot to both',
      [sent(fernhill), ['a&b.txt', 'no']],
      '/?added=1&refused=file-is-not-a-filing&name=a%26b.txt',
    ],
  ])('leads a plain form with %s', async (_, files, target) => {
    const answer = await upload(files, { accept: 'text/html,application/xhtml+xml' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, target])
  })

  it('opens archives, each file inside with an answer of its own', async () => {
    const archive = inventedZip([
      { name: '2002/', content: '' },
      { name: '../2002/aspen.txt', content: inventedBytes({ trust: 'Aspen Trust 2002-1' }) },
      { name: '2002/locked.txt', content: 'x', flags: 1 },
      { name: '2002/fernhill.txt', content: inventedBytes(fernhill) },
    ])
    const packed = gzipSync(inventedBytes({ trust: 'Birch Trust 1996-3' }))
    const answer = await upload([
      ['pools.zip', archive],
      ['birch.nc.gz', packed],
      ['empty', inventedZip([])],
    ])
    expect(answer.status).toBe(201)
    expect((await bodyOf(answer, 'Upload')).files).toMatchObject([
      { name: 'pools.zip › 2002/aspen.txt', status: 'added', deal: { slug: 'aspen-trust-2002-1' } },
      { name: 'pools.zip › 2002/locked.txt', status: 'refused', problem: { code: 'archive-is-encrypted' } },
      { name: 'pools.zip › 2002/fernhill.txt', status: 'known', deal: { slug: 'fernhill-trust-2003-2' } },
      { name: 'birch.nc.gz › birch.nc', status: 'added', deal: { slug: 'birch-trust-1996-3' } },
      { name: 'empty', status: 'refused', problem: { code: 'archive-holds-no-filing' } },
    ])
    const kept = (await library.findDeal('aspen-trust-2002-1'))?.filings.map(({ name }) => name)
    expect(kept).toEqual(['aspen.txt'])
  })

  it('refuses to write for another site, before anything is read', async () => {
    const answer = await upload([sent({ trust: 'Evil Trust 1' })], { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    await bodyOf(answer, 'Error')
    expect(await library.findDeal('evil-trust-1')).toBeNull()
  })

  it('says what is wrong with a body that is no form, and with an empty form', async () => {
    const text = await postFilings(new Request(`${base}/api/filings`, { method: 'POST', body: 'text' }))
    expect([text.status, (await bodyOf(text, 'Error')).error]).toMatchObject([
      415,
      { code: 'body-is-not-multipart' },
    ])
    const empty = await upload([])
    expect([empty.status, (await bodyOf(empty, 'Error')).error]).toMatchObject([
      400,
      { code: 'no-file-was-sent' },
    ])
    const form = await upload([], { accept: 'text/html' })
    expect([form.status, form.headers.get('location')]).toEqual([303, '/'])
  })
})

const inDeal = (slug: string) => ({ params: Promise.resolve({ slug }) })
const inTable = (slug: string, id: string) => ({ params: Promise.resolve({ slug, id }) })
const inFiling = (hash: string) => ({ params: Promise.resolve({ sha256: hash }) })
const asking = (query = '') => new Request(`${base}/${query}`)

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
  ])('names what is wrong with %s', async query => {
    const answer = await getDeals(asking(query))
    expect(answer.status).toBe(400)
    const detail = /\?(\w+)=/.exec(query)?.[1]
    expect(await bodyOf(answer, 'Error')).toMatchObject({
      error: { code: 'query-is-not-understood', detail },
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
      { error: { code: 'query-is-not-understood', detail: 'at' } },
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

describe('GET /api/deals/{slug}/stratifications/{id}', () => {
  it('gives CSV and JSON', async () => {
    const csv = await getTable(asking(), inTable('fernhill-trust-2003-2', 'state.csv'))
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')).toContain("'=Other,other,20,2500000.00,25.00,1,1")
    const json = await getTable(asking(), inTable('fernhill-trust-2003-2', 'state.json'))
    expect(await bodyOf(json, 'Stratification')).toMatchObject({ stratification: { id: 'state' } })
  })

  it('gives the chart as SVG, by the measure and at the width that is asked for', async () => {
    const draw = async (query: string) => {
      const answer = await getTable(asking(query), inTable('fernhill-trust-2003-2', 'state.svg'))
      expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toContain('fernhill-trust-2003-2--state.svg')
      return answer.text()
    }
    const plain = await draw('')
    expect(plain).toContain('width="712"')
    expect(plain).toMatch(/Fernhill Trust 2003-2/i)
    expect(plain).toContain('/deals/fernhill-trust-2003-2#state')
    expect(await draw('?measure=count&width=narrow')).toContain('share of loans')
    expect(await draw('?measure=count&width=narrow')).toContain('width="380"')
    expect(await draw('?line=waRatePct')).toBe(plain)
  })

  it.each([
    ['?measure=weight', 'measure'],
    ['?line=straight', 'line'],
    ['?width=12', 'width'],
  ])('says of a chart which parameter of %s is not understood', async (query, detail) => {
    const answer = await getTable(asking(query), inTable('fernhill-trust-2003-2', 'state.svg'))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([400, { error: { detail } }])
  })

  it.each([
    ['state.pdf', 'format-is-unknown'],
    ['nothing.svg', 'stratification-is-unknown'],
    ['state', 'format-is-unknown'],
    ['nothing.csv', 'stratification-is-unknown'],
    ['__proto__.csv', 'stratification-is-unknown'],
  ])('answers 404 for %s', async (id, code) => {
    const answer = await getTable(asking(), inTable('fernhill-trust-2003-2', id))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([404, { error: { code } }])
  })
})

describe('GET /api/filings/{sha256}', () => {
  it('gives the very bytes, as text that no browser takes for more, once', async () => {
    const answer = await getSource(asking(), inFiling(sha256))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(inventedBytes(fernhill)))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
    const again = await getSource(new Request(base, { headers }), inFiling(sha256))
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('gives the lines asked for, and where they are', async () => {
    const bytes = inventedBytes({ trust: 'Prospectus Trust 1' })
    const kept = await library.keepFiling(bytes, 'prospectus.txt')
    const answer = await getLines(asking('?from=1&to=9'), inFiling(kept.sha256))
    const lines = [new TextDecoder().decode(bytes)]
    expect(await bodyOf(answer, 'SourceLines')).toEqual({ lineCount: 1, first: 1, lines })
  })

  it.each(['?from=0', '?from=a', '?from=5&to=4', '?to=-1'])('does not take %s for lines', async query => {
    const answer = await getLines(asking(query), inFiling(sha256))
    expect(answer.status).toBe(400)
    await bodyOf(answer, 'Error')
  })

  it('gives a table of HTML as plain cells, whatever its markup says', async () => {
    const remark = "Prospectus <table><tr><td onclick='x()'><b>Rate</b><td>&lt;i&gt;<tr><td>5.5<td>1</table>"
    const bytes = inventedBytes({ trust: 'Table Trust', remark })
    const { sha256 } = await library.keepFiling(bytes, 'table.htm')
    const start = new TextDecoder().decode(bytes).indexOf('<table>') + 1
    const end = start + remark.length - remark.indexOf('<table>')
    const answer = await getDrawn(asking(`?at=1:${start}-${end}`), inFiling(sha256))
    const { drawn } = drawnAnswerSchema.parse(await bodyOf(answer, 'Drawn'))
    const texts = drawn.flatMap(part =>
      part.kind === 'table' ? [part.rows.map(cells => cells.map(({ text }) => text))] : [],
    )
    expect(texts).toEqual([
      [
        ['Rate', '<i>'],
        ['5.5', '1'],
      ],
    ])
  })

  it.each(['', '?at=', '?at=7', '?at=9:9-1'])('does not take %s for a place', async query => {
    const answer = await getDrawn(asking(query), inFiling(sha256))
    expect(answer.status).toBe(400)
    await bodyOf(answer, 'Error')
    expect((await getWhy(asking(query), inFiling(sha256))).status).toBe(400)
  })

  it('tells how the table at a place was read, which is nothing where no table is', async () => {
    const answer = await getWhy(asking('?at=1:1-2'), inFiling(sha256))
    expect(await bodyOf(answer, 'Why')).toEqual({ tables: [] })
  })

  it('answers 404 for an unknown filing', async () => {
    for (const hash of ['0'.repeat(64), 'x', '../../etc/passwd']) {
      expect((await getSource(asking(), inFiling(hash))).status).toBe(404)
      expect((await getLines(asking('?from=1&to=2'), inFiling(hash))).status).toBe(404)
      expect((await getDrawn(asking('?at=1:1-2'), inFiling(hash))).status).toBe(404)
      expect((await getWhy(asking('?at=1:1-2'), inFiling(hash))).status).toBe(404)
    }
  })
})

describe('GET /api/health', () => {
  it('is ready while the database answers', async () => {
    expect(await bodyOf(await getHealth(), 'Health')).toMatchObject({ status: 'ready' })
  })

  it('is not ready while it does not, and tells no more than that', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    vi.spyOn(library, 'ping').mockRejectedValueOnce(new Error('secret path'))
    const answer = await getHealth()
    expect(answer.status).toBe(503)
    expect(JSON.stringify(await bodyOf(answer, 'Error'))).not.toContain('secret')
  })
})

describe('a library that cannot be used', () => {
  const fault = (code: LibraryFaultCode) => new LibraryFault(code, 'secret path')

  it.each<[LibraryFaultCode, number]>([
    ['library-full', 507],
    ['library-read-only', 503],
    ['library-busy', 503],
    ['library-damaged', 503],
    ['library-gone', 503],
  ])('tells of each file and of the call what is wrong and what to do: %s, %i', async (code, status) => {
    const complaint = vi.spyOn(console, 'error')
    vi.spyOn(library, 'keepFiling').mockRejectedValue(fault(code))
    const answer = await upload([sent(fernhill), ['list.txt', 'no filing']])
    vi.mocked(library.keepFiling).mockRestore()
    const body = await bodyOf(answer, 'Upload')
    expect([answer.status, body.files]).toMatchObject([
      status,
      [{ problem: { code } }, { problem: { code } }],
    ])
    expect(JSON.stringify(body)).toContain(libraryFaultWording[code])

    vi.spyOn(library, 'findDeals').mockRejectedValueOnce(fault(code))
    const read = await getDeals(asking())
    expect([read.status, await bodyOf(read, 'Error')]).toMatchObject([status, { error: { code } }])

    vi.spyOn(library, 'findDeal').mockRejectedValueOnce(fault(code))
    const picture = await DealPicture({ params: Promise.resolve({ slug: 'fernhill-trust-2003-2' }) })
    expect([picture.status, await bodyOf(picture, 'Error')]).toMatchObject([status, { error: { code } }])

    vi.spyOn(library, 'ping').mockRejectedValueOnce(fault(code))
    const health = await getHealth()
    expect([health.status, await bodyOf(health, 'Error')]).toMatchObject([status, { error: { code } }])
    expect(complaint, 'the library itself has logged it').not.toHaveBeenCalled()
  })

  it('does not hide what was added', async () => {
    const keepFiling = library.keepFiling.bind(library)
    vi.spyOn(library, 'keepFiling')
      .mockImplementationOnce(keepFiling)
      .mockRejectedValueOnce(fault('library-full'))
    const answer = await upload([sent({ trust: 'Last Trust 2004-9' }), sent(fernhill)])
    expect(answer.status).toBe(201)
    expect(statuses(await bodyOf(answer, 'Upload'))).toEqual(['added', 'refused'])
  })

  it('leads a plain form to where it is told', async () => {
    vi.spyOn(library, 'keepFiling').mockRejectedValueOnce(fault('library-full'))
    const answer = await upload([sent(fernhill)], { accept: 'text/html' })
    expect(answer.headers.get('location')).toBe('/?refused=library-full&name=filing.txt')
  })
})

describe('GET /api/openapi.json', () => {
  it('describes every call that there is, and no other', async () => {
    const description = await (await getOpenApi(asking())).json()
    const described = Object.entries<Record<string, unknown>>(description.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map(method => `${method} ${routeOf(path)}`),
    )
    expect(new Set(described)).toEqual(new Set(routesIn(join(import.meta.dirname))))
    expect(operations.length).toBe(described.length)
  })

  it('refers to shapes that it has', async () => {
    const text = await (await getOpenApi(asking())).text()
    const { components } = JSON.parse(text)
    const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
    expect(referred.length).toBeGreaterThan(10)
    for (const name of referred) expect(components.schemas).toHaveProperty(String(name))
  })
})

/** The folder whose route answers a described path: `.csv` and the like are read off the last part by one route. */
function routeOf(path: string): string {
  const isFile = existsSync(join(import.meta.dirname, '..', path.slice(1)))
  return (isFile ? path : path.replace(/(?:\.\w+)+$/, '')).replaceAll('{', '[').replaceAll('}', ']')
}

/** `get /api/deals` and so on, for every method that a route file exports; the one for unknown calls aside. */
function routesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('route.ts') && !file.startsWith('[...'))
    .flatMap(file => {
      const source = readFileSync(join(directory, file), 'utf8')
      const methods = [...source.matchAll(/export (?:const|function|async function) (GET|POST)\b/g)]
      return methods.map(
        ([, method = '']) => `${method.toLowerCase()} /api/${file.replace(/\/route\.ts$/, '')}`,
      )
    })
}
