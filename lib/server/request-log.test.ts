import { afterEach, expect, it, vi } from 'vitest'
import { inRequest } from './request-id.ts'
import { startLog } from './request-log.ts'

const usual = { error: console.error, warn: console.warn, info: console.info, log: console.log }
afterEach(() => {
  Object.assign(console, usual)
})

const entry = {
  id: 'a1b2c3d4',
  client: '203.0.113.9',
  method: 'GET',
  path: '/deals/x',
  kind: 'page-deals',
  status: 200,
  isWhole: true,
  ms: 12.3456,
}

async function linesOf(work: (log: ReturnType<typeof startLog>) => void): Promise<unknown[]> {
  const written: string[] = []
  work(startLog('json', text => void written.push(text)))
  await vi.waitUntil(() => written.length > 0)
  return written
    .join('')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

it('writes a line for each request, those that failed as errors', async () => {
  const [good, bad] = await linesOf(log => {
    log.request(entry)
    log.request({ ...entry, status: 503, path: '/deals/"\n' })
  })
  expect(good).toEqual({
    ...entry,
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    level: 'info',
    event: 'request',
    ms: 12.3,
  })
  expect(bad).toMatchObject({ level: 'error', path: '/deals/"\n' })
})

it('writes what is told on the console as a line, with the request in whose name it is', async () => {
  const [told, alone] = await linesOf(() => {
    inRequest('a1b2c3d4', () => console.error('Keeping f.txt failed:', new Error('no\nluck')))
    console.warn('words')
  })
  expect(told).toMatchObject({
    level: 'error',
    event: 'message',
    id: 'a1b2c3d4',
    message: 'Keeping f.txt failed: Error: no\nluck',
    stack: expect.stringContaining('request-log.test.ts'),
  })
  expect(alone).toMatchObject({ level: 'warn', message: 'words' })
  expect(alone).not.toHaveProperty('id')
})

it('leaves the console alone unless JSON is asked for', () => {
  startLog('text').request(entry)
  expect(console.error).toBe(usual.error)
})
