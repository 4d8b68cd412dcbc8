import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getDeals } from '@/app/api/deals/route.ts'
import { POST as postFilings } from '@/app/api/filings/route.ts'
import { GET as getHealth } from '@/app/api/health/route.ts'
import DealPicture from '@/app/deals/[slug]/opengraph-image.tsx'
import type { Library } from '@/lib/library/index.ts'
import { LibraryFault } from '@/lib/library/library-fault.ts'
import { type LibraryFaultCode, libraryFaultWording } from '@/lib/library-faults.ts'
import {
  asking,
  base,
  bodyOf,
  fernhill,
  type OpenLibrary,
  openForRoutes,
} from '@/lib/testing/called-routes.ts'
import { type InventedFiling, inventedBytes } from '@/lib/testing/invented-reader.ts'
import { inventedZip } from '@/lib/testing/invented-zip.ts'

let library: Library
let close: OpenLibrary['close']

beforeAll(async () => {
  ;({ library, close } = await openForRoutes())
})
afterAll(() => close())

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
