import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Asker, nobody } from '@/lib/access/asker.ts'
import { askerHeader, makeAskerKey, sealAsker } from '@/lib/access/sealed-asker.ts'
import type { Library } from '@/lib/library/index.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'
import type { Operation, Parameter } from '@/lib/server/calls/operation.ts'
import { allAnswers } from '@/lib/server/openapi.ts'
import { nameOperation, operations } from '@/lib/server/operations.ts'
import { errorAnswerSchema } from '@/lib/server/service-errors.ts'
import { callByAddress } from '@/lib/testing/call-by-address.ts'

/** Every call with whatever can be wrong with what it is asked, on a library of the sample filings. */
const folder = mkdtempSync(path.join(tmpdir(), 'strata-bad-input-'))
const samples = path.join(import.meta.dirname, '../../public/samples')
let library: Library

beforeAll(async () => {
  vi.stubEnv('STRATA_DATA', folder)
  vi.stubEnv('STRATA_EDGAR_USER_AGENT', '')
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  for (const name of readdirSync(samples).filter(name => name.endsWith('.txt')))
    await library.keepFiling(readFileSync(path.join(samples, name)), name)
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await library.close()
  rmSync(folder, { recursive: true })
})

type Sent = { says: string; address: URL; init: RequestInit }

const json = { accept: 'application/json', 'content-type': 'application/json' }
const garbage = [
  '',
  'x',
  '0',
  '-1',
  '999999',
  '☃',
  '..',
  '1:1-2',
  '00000000',
  'a,b',
  'a~b,c',
  'original-ltv',
  'loanCount',
]

/** The call as its example has it, with one thing after the other wrong. */
function* spoil({ method, path, parameters = [], requestBody, example }: Operation): Generator<Sent> {
  const own = new URL(example.path, 'http://strata.test')
  const init: RequestInit = {
    method: method.toUpperCase(),
    headers: example.accept ? { ...json, accept: example.accept } : json,
    ...(example.body && { body: JSON.stringify(example.body) }),
  }
  const among = (says: string, address = own, more: RequestInit = {}) => ({
    says,
    address,
    init: { ...init, ...more },
  })
  for (const parameter of parameters) {
    for (const value of garbage)
      yield among(`${parameter.name}=${value}`, withValue(own, path, parameter, value))
    if (parameter.in === 'path') continue
    const left = new URL(own)
    left.searchParams.delete(parameter.name)
    yield among(`no ${parameter.name}`, left)
    const twice = new URL(own)
    twice.searchParams.append(parameter.name, 'one')
    twice.searchParams.append(parameter.name, 'other')
    yield among(`two of ${parameter.name}`, twice)
  }
  if (method === 'get') return
  yield among('cross-site', own, { headers: { ...json, 'sec-fetch-site': 'cross-site' } })
  if (!requestBody) return
  yield among('another type', own, { headers: { ...json, 'content-type': 'text/plain' }, body: 'x' })
  for (const body of ['', '{', 'null', '[]', '{}', '{"deals":["nothing"],"tags":["a"]}'])
    yield among(`the body ${body}`, own, { body })
  for (const key of Object.keys(example.body ?? {}))
    for (const value of [null, 7, '', 'nothing', ['nothing'], {}, 'x'.repeat(3000)])
      yield among(`${key}: ${JSON.stringify(value).slice(0, 20)}`, own, {
        body: JSON.stringify({ ...example.body, [key]: value }),
      })
}

function withValue(own: URL, template: string, { name, in: place }: Parameter, value: string): URL {
  const address = new URL(own)
  if (place === 'query') address.searchParams.set(name, value)
  else {
    const parts = template.split('/')
    const given = own.pathname.split('/')
    const at = parts.findIndex(part => part.includes(`{${name}}`))
    const ending = parts[at]?.replace(/^.*\}/, '') ?? ''
    given[at] = `${encodeURIComponent(value === '' || value === '..' ? 'nothing' : value)}${ending}`
    address.pathname = given.join('/')
  }
  return address
}

describe('what is wrong with what is asked', () => {
  it.each(operations.map(operation => [nameOperation(operation), operation] as const))(
    '%s is told by a status that its description lists',
    async (_, operation) => {
      const described = Object.keys(allAnswers(operation)).map(Number)
      const missing = new Set<string>()
      for (const { says, address, init } of spoil(operation)) {
        const answer = await callByAddress(new Request(address, init))
        if (!described.includes(answer.status)) missing.add(`${answer.status} for ${says}`)
        const isJson = answer.headers.get('content-type')?.includes('json')
        const body = await answer.arrayBuffer()
        if (
          answer.status >= 400 &&
          isJson &&
          operation.path !== '/api/mcp' &&
          !/upload/i.test(String(operation.answers[answer.status]))
        )
          expect(errorAnswerSchema.safeParse(JSON.parse(Buffer.from(body).toString())).success, says).toBe(
            true,
          )
      }
      expect([...missing]).toEqual([])
    },
    120_000,
  )
})

/** Somebody who has signed in and whom no list gives a role. */
const withoutRole = { person: { id: 'ada', name: 'Ada', role: null, by: 'proxy' as const }, links: [] }

describe('who asks, where people sign in', () => {
  beforeAll(() => {
    vi.stubEnv('STRATA_AUTH', 'proxy')
    makeAskerKey()
  })
  afterAll(() => vi.stubEnv('STRATA_AUTH', ''))

  it.each(operations.map(operation => [nameOperation(operation), operation] as const))(
    '%s refuses them with the statuses that its description lists, or lets anybody in',
    async (_, operation) => {
      const { method, example } = operation
      const described = Object.keys(allAnswers(operation)).map(Number)
      const knock = async (asker: Asker) => {
        const headers = { ...json, [askerHeader]: sealAsker(asker) }
        const init = {
          method: method.toUpperCase(),
          headers,
          ...(example.body && { body: JSON.stringify(example.body) }),
        }
        const answer = await callByAddress(new Request(new URL(example.path, 'http://strata.test'), init))
        await answer.body?.cancel()
        return answer.status
      }
      const [unknown, roleless] = [await knock(nobody), await knock(withoutRole)]
      const isForAnybody = unknown !== 401
      expect(isForAnybody ? roleless !== 403 : roleless === 403, `${unknown}, ${roleless}`).toBe(true)
      expect(described.includes(401)).toBe(!isForAnybody)
      if (!isForAnybody) expect(described).toContain(403)
    },
    30_000,
  )
})
