import { beforeEach, describe, expect, it } from 'vitest'
import { POST as postFilings } from '@/app/api/filings/route.ts'
import { GET as getLive } from '@/app/api/health/live/route.ts'
import { GET as getMetrics } from '@/app/api/metrics/route.ts'
import { processMetrics, watchService } from '@/lib/server/metrics.ts'
import { requestKind } from '@/lib/server/request-kind.ts'
import { base, bodyOf, fernhill } from '@/lib/testing/called-routes.ts'
import { inventedBytes, inventedReader } from '@/lib/testing/invented-reader.ts'
import { libraryForTests } from '@/lib/testing/library-for-tests.ts'

const opened = libraryForTests(async () => undefined, inventedReader)
const drawing = { waiting: 3, busy: 1, idle: 1, starting: 0 }
const watch = watchService(() => drawing)

beforeEach(() => processMetrics().registry.resetMetrics())

async function print(): Promise<string> {
  const answer = await getMetrics(new Request(base))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/plain; version=0\.0\.4/),
  ])
  return await answer.text()
}

async function upload(...contents: Uint8Array[]): Promise<void> {
  const body = new FormData()
  for (const content of contents)
    body.append('file', new File([new Uint8Array(content)], 'Fernhill secret.txt'))
  await (await postFilings(new Request(`${base}/api/filings`, { method: 'POST', body }))).arrayBuffer()
}

const over = { id: 'a', client: '203.0.113.9', path: '/deals/fernhill', isWhole: true, ms: 30 }

describe('GET /api/metrics', () => {
  it('counts requests by kind and status, and how long they took', async () => {
    watch.begun()
    watch.begun()
    watch.over({ ...over, method: 'GET', kind: 'page-deals', status: 200 })
    const text = await print()
    expect(text).toContain('strata_requests_total{kind="page-deals",method="GET",status="200"} 1')
    expect(text).toContain('strata_request_seconds_bucket{le="0.025",kind="page-deals"} 0')
    expect(text).toContain('strata_request_seconds_bucket{le="0.05",kind="page-deals"} 1')
    expect(text).toContain('strata_requests_under_way 1')
  })

  it('counts a broken connection and an odd method as such, whatever they say', async () => {
    watch.over({ ...over, method: 'BREW', kind: 'file', status: 200, isWhole: false })
    expect(await print()).toContain('strata_requests_total{kind="file",method="other",status="broken"} 1')
  })

  it('counts uploads and files by what became of them', async () => {
    await upload(inventedBytes(fernhill), new TextEncoder().encode('no filing'))
    await upload(inventedBytes(fernhill))
    await upload(new TextEncoder().encode('no filing'))
    const text = await print()
    for (const outcome of ['added', 'known', 'refused'])
      expect(text).toContain(`strata_uploads_total{outcome="${outcome}"} 1`)
    expect(text).toContain('strata_files_total{outcome="added",problem=""} 1')
    expect(text).toContain('strata_files_total{outcome="refused",problem="file-is-not-a-filing"} 2')
  })

  it('tells of the library, its queues and the processes that draw', async () => {
    const { slug } = { slug: 'fernhill-trust-2003-2' }
    const before = await print()
    expect(before).toMatch(/strata_library_filings\{state="kept"\} 1\n/)
    await opened.library.changeDeals({ what: 'delete', slugs: [slug] })
    const after = await print()
    expect(after).toMatch(/strata_library_filings\{state="kept"\} 0\n/)
    expect(after).toMatch(/strata_library_filings\{state="deleted"\} 1\n/)
    expect(after).toMatch(/strata_library_deals 0\n/)
    const revision = (text: string) => Number(/strata_library_revision (\d+)/.exec(text)?.[1])
    expect(revision(after)).toBeGreaterThan(revision(before))
    for (const file of ['database', 'log'])
      expect(after).toMatch(new RegExp(`strata_library_bytes\\{file="${file}"\\} \\d{4,}`))
    expect(after).toContain('strata_queue_length{queue="drawing"} 3')
    expect(after).toContain('strata_queue_length{queue="reading"} 0')
    expect(after).toContain('strata_drawing_processes{state="busy"} 1')
    expect(after).toMatch(/process_resident_memory_bytes \d+/)
    expect(after).toContain('strata_library_readable 1')
  })

  it('names no filing and no deal', async () => {
    await upload(inventedBytes(fernhill))
    expect(await print()).not.toMatch(/fernhill/i)
  })

  it('is there though the library is not', async () => {
    const key = Symbol.for('strata.library')
    const there = Reflect.get(globalThis, key)
    Reflect.set(globalThis, key, Promise.resolve({ findState: () => Promise.reject(new Error('gone')) }))
    const text = await print()
    Reflect.set(globalThis, key, there)
    expect(text).toContain('strata_library_readable 0')
  })
})

it('says that the service is live without asking the library', async () => {
  expect(await bodyOf(getLive(), 'Live')).toMatchObject({ status: 'live' })
})

it.each([
  ['/', 'GET', 'page-library'],
  ['/?q=secret', 'GET', 'page-library'],
  ['/deals/secret/source#L1', 'GET', 'page-deals'],
  ['/secret', 'GET', 'page-other'],
  ['/secret.php', 'GET', 'file'],
  ['/_next/static/x', 'GET', 'file'],
  ['/api', 'GET', 'page-api'],
  ['/api/deals/secret.xlsx', 'GET', 'get-deals-slug-xlsx'],
  ['/api/deals/secret?filing=1', 'HEAD', 'get-deals-slug'],
  ['/api/filings', 'POST', 'post-filings'],
  ['/api/secret', 'GET', 'unknown-call'],
  ['/api/health', 'PUT', 'unknown-call'],
])('counts %s asked by %s as %s', (url, method, kind) => expect(requestKind(url, method)).toBe(kind))
