import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as listDocuments } from '@/app/api/edgar/documents/route.ts'
import { POST } from '@/app/api/edgar/route.ts'
import type { Library } from '@/lib/library/index.ts'
import { base, bodyOf, type OpenLibrary, openForRoutes } from '@/lib/testing/called-routes.ts'
import { edgarIndex } from '@/lib/testing/edgar-index.ts'
import { inventedBytes } from '@/lib/testing/invented-reader.ts'
import { declared, type StandInEdgar, standInEdgar } from '@/lib/testing/stand-in-edgar.ts'

const accession = '0000912057-02-012345'
const address = `https://www.sec.gov/Archives/edgar/data/1000/${accession}.txt`
const path = new URL(address).pathname
const folder = '/Archives/edgar/data/1000/000091205702012345'
const textOf = (trust: string) => Buffer.from(inventedBytes({ trust })).toString()

let library: Library
let close: OpenLibrary['close']
let edgar: StandInEdgar
beforeAll(async () => {
  ;({ library, close } = await openForRoutes())
  edgar = await standInEdgar({
    [path]: textOf('Fetched Trust 2002-1'),
    [`${folder}/a99-1.htm`]: textOf('Exhibit Trust 2002-1'),
    [`${folder}/a99-2.htm`]: 'no filing',
    [`${folder}/${accession}-index.htm`]: edgarIndex(
      accession,
      [{ sequence: '1', description: 'POOL', name: 'a99-1.htm', type: 'EX-99', size: '40' }],
      '900',
    ),
  })
  vi.stubEnv('STRATA_EDGAR_USER_AGENT', declared)
  vi.stubEnv('STRATA_EDGAR_STAND_IN', edgar.origin)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await edgar.close()
  await close()
})

const json = { accept: 'application/json', 'content-type': 'application/json' }
const fetchOf = (asked: object, headers: Record<string, string> = json) =>
  POST(new Request(`${base}/api/edgar`, { method: 'POST', headers, body: JSON.stringify(asked) }))
const sendForm = (fields: [string, string][]) =>
  POST(new Request(`${base}/api/edgar`, { method: 'POST', body: new URLSearchParams(fields) }))
const problemOf = async (answer: Response) => (await bodyOf(answer, 'Upload')).files

describe('POST /api/edgar', () => {
  it('adds a submission, and knows it again without asking', async () => {
    const added = await fetchOf({ address })
    expect(added.status).toBe(201)
    const deal = { slug: 'fetched-trust-2002-1', url: '/deals/fetched-trust-2002-1' }
    expect((await bodyOf(added, 'Upload')).files).toMatchObject([
      { name: `${accession}.txt`, status: 'added', deal, problem: null },
    ])
    const before = edgar.asked.length
    const known = await fetchOf({ address: accession })
    expect(known.status).toBe(200)
    expect((await bodyOf(known, 'Upload')).files).toMatchObject([{ status: 'known', deal }])
    expect(edgar.asked.length).toBe(before)
  })

  it('adds documents that are named, each with an answer of its own', async () => {
    const answer = await fetchOf({ address, documents: ['a99-1.htm', 'a99-2.htm', 'a99-3.htm'] })
    expect(answer.status).toBe(201)
    expect((await bodyOf(answer, 'Upload')).files).toMatchObject([
      { name: `${accession} › a99-1.htm`, status: 'added' },
      { status: 'refused', problem: { code: 'file-is-not-a-filing' } },
      { status: 'refused', problem: { code: 'edgar-has-no-such-document' } },
    ])
  })

  it('leads a plain form on, to the deal or to the words for why not', async () => {
    const led = async (fields: [string, string][]) => {
      const answer = await sendForm(fields)
      expect(answer.status).toBe(303)
      return answer.headers.get('location')
    }
    expect(await led([['address', accession]])).toBe('/deals/fetched-trust-2002-1')
    expect(
      await led([
        ['address', address],
        ['documents', 'a99-1.htm'],
      ]),
    ).toBe('/deals/exhibit-trust-2002-1')
    expect(await led([['address', 'my filing']])).toBe(
      '/?refused=edgar-address-is-not-understood&name=my+filing',
    )
  })

  it.each([
    ['https://elsewhere.example/x.txt', 400, 'edgar-address-is-not-understood'],
    ['', 400, 'edgar-address-is-not-understood'],
    [
      'https://www.sec.gov/Archives/edgar/data/2000/0000912057-02-000002.txt',
      404,
      'edgar-has-no-such-filing',
    ],
  ])('says why %j is not fetched', async (address, status, code) => {
    const answer = await fetchOf({ address })
    expect(answer.status).toBe(status)
    expect(await problemOf(answer)).toMatchObject([{ status: 'refused', problem: { code } }])
  })

  it.each([
    [{ address: 'a'.repeat(501) }, 'address'],
    [{}, 'address'],
    [{ address, documents: ['../../etc/passwd'] }, 'documents.0'],
    [{ address, documents: ['https://elsewhere.example/x'] }, 'documents.0'],
    [{ address, documents: Array.from({ length: 51 }, (_, at) => `a${at}.htm`) }, 'documents'],
  ])('does not understand %j', async (asked, detail) => {
    const answer = await fetchOf(asked)
    expect(answer.status).toBe(400)
    expect(await bodyOf(answer, 'Error')).toMatchObject({ error: { code: 'body-is-not-understood', detail } })
  })

  it('lets nobody name another site to be asked', async () => {
    const before = edgar.asked.length
    const other = { standIn: 'http://127.0.0.1:1', hosts: ['elsewhere.example'], userAgent: 'x' }
    const answer = await fetchOf({
      address: 'https://elsewhere.example/Archives/edgar/data/1/x.txt',
      ...other,
    })
    expect(answer.status).toBe(400)
    expect(edgar.asked.length).toBe(before)
  })

  it('is for pages of this site alone', async () => {
    const before = edgar.asked.length
    const answer = await fetchOf({ address }, { ...json, 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(await bodyOf(answer, 'Error')).toMatchObject({ error: { code: 'request-is-cross-site' } })
    expect(edgar.asked.length).toBe(before)
  })

  it('says what is to be set where nobody says who asks, and still leads to what is here', async () => {
    vi.stubEnv('STRATA_EDGAR_USER_AGENT', '')
    const answer = await fetchOf({
      address: 'https://www.sec.gov/Archives/edgar/data/4/0000912057-02-000004.txt',
    })
    expect(answer.status).toBe(501)
    expect(await problemOf(answer)).toMatchObject([
      {
        problem: { code: 'edgar-is-not-set-up', message: expect.stringContaining('STRATA_EDGAR_USER_AGENT') },
      },
    ])
    expect((await fetchOf({ address })).status).toBe(200)
    vi.stubEnv('STRATA_EDGAR_USER_AGENT', declared)
  })
})

describe('POST /api/edgar/documents', () => {
  const list = (address: string, headers: Record<string, string> = json) =>
    listDocuments(
      new Request(`${base}/api/edgar/documents`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ address }),
      }),
    )

  it('lists the documents of a submission, and the deals that are here of it', async () => {
    const deal = {
      slug: 'exhibit-trust-2002-1',
      url: '/deals/exhibit-trust-2002-1',
      name: expect.any(String),
    }
    const answer = await list(address)
    expect(answer.status).toBe(200)
    expect(await bodyOf(answer, 'Submission')).toMatchObject({
      accession,
      company: 1000,
      page: `https://www.sec.gov${folder}/${accession}-index.htm`,
      documents: [{ sequence: 1, type: 'EX-99', description: 'POOL', name: 'a99-1.htm', bytes: 40 }],
      wholeBytes: 900,
      known: [{ document: null }, { document: 'a99-1.htm', deal }],
    })
  })

  it('leads a plain form to the page that lists them, which asks EDGAR no more', async () => {
    const form = new URLSearchParams({ address })
    const answer = await listDocuments(
      new Request(`${base}/api/edgar/documents`, { method: 'POST', body: form }),
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/edgar/${accession}`])
    expect(await library.findSubmission(accession)).toMatchObject({ company: 1000, wholeBytes: 900 })
  })

  it.each([
    ['my filing', 400, 'edgar-address-is-not-understood'],
    [
      'https://www.sec.gov/Archives/edgar/data/2000/0000912057-02-000002.txt',
      404,
      'edgar-has-no-such-filing',
    ],
  ])('says why those of %j are not listed', async (address, status, code) => {
    const answer = await list(address)
    expect(answer.status).toBe(status)
    expect(await bodyOf(answer, 'Error')).toMatchObject({ error: { code } })
    const form = await listDocuments(
      new Request(`${base}/api/edgar/documents`, { method: 'POST', body: new URLSearchParams({ address }) }),
    )
    expect(form.headers.get('location')).toContain(`refused=${code}`)
  })

  it('is for pages of this site alone', async () => {
    expect((await list(address, { ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

// The last, for then nobody asks EDGAR for an hour.
it('tells to come again when EDGAR has enough', async () => {
  const busy = 'https://www.sec.gov/Archives/edgar/data/3000/0000912057-02-000003.txt'
  edgar.standing[new URL(busy).pathname] = (_, response) =>
    response.writeHead(429, { 'Retry-After': '3600' }).end()
  const answer = await fetchOf({ address: busy })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '120'])
  expect(await problemOf(answer)).toMatchObject([{ problem: { code: 'edgar-is-busy' } }])
})
