import { createServer, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import type { Answer } from './answer-requests.ts'
import { attendRequests } from './attend-requests.ts'
import { presentRequest } from './request-id.ts'
import type { RequestEntry } from './request-log.ts'
import { errorAnswerSchema } from './service-errors.ts'
import { readSettings } from './service-settings.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: Answer, environment: Record<string, string> = {}) {
  const entries: RequestEntry[] = []
  const counted = { begun: 0, over: 0 }
  const attended = attendRequests(answer, {
    settings: readSettings(environment),
    log: { request: entry => entries.push(entry) },
    watch: { begun: () => counted.begun++, over: () => counted.over++ },
  })
  const server = createServer(attended)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const asked = request({ port, path, headers, method }, answer => {
        let text = ''
        answer.on('data', piece => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      asked.on('error', reject)
      asked.end()
    })
  return { ask, entries, counted, port }
}

const ok: Answer = async (_, response) => void response.end('words')
/** Answers when it is told to. */
function slow() {
  const waiting: (() => void)[] = []
  const answer: Answer = async (_, response) => void waiting.push(() => response.end('words'))
  return { answer, waiting, release: () => waiting.splice(0).forEach(go => void go()) }
}

it('gives each answer an id of its own, and that of a trusted proxy where it is well formed', async () => {
  const own = await serve(ok)
  const given = { 'x-request-id': 'proxy-4f9a2c17' }
  const ids = [await own.ask('/'), await own.ask('/', given)].map(({ headers }) => headers['x-request-id'])
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/)

  const trusted = await serve(ok, { STRATA_TRUSTED_PROXIES: '127.0.0.1' })
  expect((await trusted.ask('/', given)).headers['x-request-id']).toBe('proxy-4f9a2c17')
  for (const bad of ['short', 'has a blank in it', 'quote"quote"', 'x'.repeat(129)])
    expect((await trusted.ask('/', { 'x-request-id': bad })).headers['x-request-id']).not.toBe(bad)
})

it('knows the request in whose name something is done', async () => {
  const { ask } = await serve(async (_, response) => {
    await new Promise(resolve => setTimeout(resolve, 1))
    response.end(presentRequest())
  })
  const { text, headers } = await ask('/')
  expect(text).toBe(headers['x-request-id'])
})

it('logs what became of each request, without what follows the question mark', async () => {
  const { ask, entries } = await serve(async (asked, response) => {
    response.statusCode = asked.url === '/deals/x' ? 404 : 200
    response.end()
  })
  await ask('/api/deals?q=secret')
  await ask('/deals/x', {}, 'HEAD')
  await vi.waitUntil(() => entries.length === 2)
  expect(entries).toMatchObject([
    { method: 'GET', path: '/api/deals', kind: 'get-deals', status: 200, isWhole: true, client: '127.0.0.1' },
    { method: 'HEAD', path: '/deals/x', kind: 'page-deals', status: 404, isWhole: true },
  ])
  expect(entries[0]?.ms).toBeGreaterThan(0)
})

it('tells a client that has too much under way to wait, and nobody else', async () => {
  const { answer, waiting, release } = slow()
  const environment = { STRATA_CLIENT_REQUESTS: '2', STRATA_TRUSTED_PROXIES: '127.0.0.1' }
  const { ask, counted } = await serve(answer, environment)
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const first = [ask('/', from('203.0.113.1')), ask('/', from('203.0.113.1'))]
  await vi.waitUntil(() => waiting.length === 2)
  const told = await ask('/api/deals', from('203.0.113.1'))
  expect([told.status, told.headers['retry-after']]).toEqual([429, '1'])
  expect(errorAnswerSchema.parse(JSON.parse(told.text)).error.code).toBe('requests-are-too-many')
  expect((await ask('/', from('203.0.113.1'))).headers['content-type']).toBe('text/html; charset=utf-8')

  const other = ask('/', from('203.0.113.2'))
  const watching = ask('/api/health', from('203.0.113.1'))
  await vi.waitUntil(() => waiting.length === 4)
  release()
  for (const one of [...first, other, watching]) expect((await one).status).toBe(200)
  await vi.waitUntil(() => counted.over === 6)
  const later = ask('/', from('203.0.113.1'))
  await vi.waitUntil(() => waiting.length === 1)
  release()
  expect((await later).status).toBe(200)
})

it('has a limit of its own for uploads, and forgets those that broke off', async () => {
  const { answer, waiting, release } = slow()
  const { ask, port, counted } = await serve(answer, { STRATA_CLIENT_UPLOADS: '1' })
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('POST /api/filings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nbegun')
  await vi.waitUntil(() => waiting.length === 1)
  const told = await ask('/api/filings', {}, 'POST')
  expect([told.status, told.headers['retry-after']]).toEqual([429, '5'])
  const reading = ask('/')
  await vi.waitUntil(() => waiting.length === 2)
  socket.destroy()
  release()
  expect((await reading).status).toBe(200)
  await vi.waitUntil(() => counted.over === counted.begun)
  const again = ask('/api/filings', {}, 'POST')
  await vi.waitUntil(() => waiting.length === 1)
  release()
  expect((await again).status).toBe(200)
})
