import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Library } from '@/lib/library/index.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'
import { type AnswerName, answerSchemas } from '@/lib/server/answer-schemas.ts'
import type { Operation } from '@/lib/server/calls/operation.ts'
import { harborPoint } from '@/lib/server/calls/operation.ts'
import { exampleValues } from '@/lib/server/examples.ts'
import { isTagged } from '@/lib/server/openapi.ts'
import { nameOperation, operations } from '@/lib/server/operations.ts'
import { callByAddress } from '@/lib/testing/call-by-address.ts'
import { edgarIndex } from '@/lib/testing/edgar-index.ts'
import { declared, type StandInEdgar, standInEdgar } from '@/lib/testing/stand-in-edgar.ts'

/** The examples of the page `/api` and of the description, sent one after the other to a library that is empty at first. */
const folder = mkdtempSync(path.join(tmpdir(), 'strata-examples-'))
const samples = path.join(import.meta.dirname, '../../public/samples')
let library: Library
let edgar: StandInEdgar

beforeAll(async () => {
  vi.stubEnv('STRATA_DATA', folder)
  // The example of fetching gets a sample filing, which is known by then.
  const sample = readFileSync(path.join(samples, 'harbor-point-2001-4-8k.txt'), 'latin1')
  const accession = '0000912057-01-500123'
  edgar = await standInEdgar({
    [`/Archives/edgar/data/912057/${accession}.txt`]: sample,
    [`/Archives/edgar/data/912057/${accession.replaceAll('-', '')}/${accession}-index.htm`]: edgarIndex(
      accession,
      [],
    ),
  })
  vi.stubEnv('STRATA_EDGAR_USER_AGENT', declared)
  vi.stubEnv('STRATA_EDGAR_STAND_IN', edgar.origin)
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await edgar.close()
  await library.close()
  rmSync(folder, { recursive: true })
})

async function send({ method, example }: Operation, headers: Record<string, string> = {}): Promise<Response> {
  const address = new URL(example.path, 'http://strata.test')
  const form = new FormData()
  const { file, body, accept = 'application/json' } = example
  if (file) form.append('file', new File([readFileSync(path.join(samples, file))], file))
  const request = new Request(address, {
    method: method.toUpperCase(),
    headers: {
      accept,
      ...headers,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(method === 'post' && { body: file ? form : body && JSON.stringify(body) }),
  })
  return await callByAddress(request)
}

describe('the examples of calls', () => {
  it.each(operations.map(operation => [nameOperation(operation), operation] as const))(
    '%s',
    async (_, operation) => {
      const answer = await send(operation)
      const { status = 200 } = operation.example
      expect(answer.status, await answer.clone().text()).toBe(status)
      const comes = [operation.answers[status]].flat()
      const [first] = comes
      if (first === undefined || first.includes('/')) {
        expect(answer.headers.get('content-type')).toContain(first)
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
        return
      }
      const body = await answer.json()
      const fits = comes.filter(name => answerSchemas[name as AnswerName].safeParse(body).success)
      expect(fits).toHaveLength(1)
      expect(answerSchemas[fits[0] as AnswerName].parse(body)).toEqual(body)
    },
  )

  it.each(
    operations
      .filter(one => isTagged(one) && one.example.status === undefined)
      .map(operation => [nameOperation(operation), operation] as const),
  )('%s answers 304 to who has it already, and makes nothing', async (_, operation) => {
    const first = await send(operation)
    const tag = first.headers.get('etag') ?? ''
    expect([tag, first.headers.get('cache-control')]).toEqual([
      expect.stringMatching(/^(W\/)?"[\w-]{20,}"$/),
      expect.stringMatching(/^private, (no-cache|max-age=\d+)/),
    ])
    await first.arrayBuffer()
    const again = await send(operation, { 'if-none-match': `"other", ${tag}` })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
    const other = await send(operation, { 'if-none-match': '"other"' })
    expect(other.status).toBe(200)
    await other.arrayBuffer()
  })

  it('give another tag once a deal has another name', async () => {
    const operation = operations.find(({ path }) => path === '/api/deals/{slug}.xlsx')
    if (!operation) throw new Error('There is no workbook.')
    const tag = (await send(operation)).headers.get('etag') ?? ''
    await library.changeDeals({ what: 'rename', slug: harborPoint, name: 'Another name' })
    expect((await send(operation, { 'if-none-match': tag })).status).toBe(200)
  })

  it('give every parameter that a call must have', () => {
    for (const operation of operations) {
      const values = exampleValues(operation)
      for (const { name, required } of operation.parameters ?? [])
        if (required) expect(values.get(name), `${operation.path} ${name}`).toBeTruthy()
    }
  })

  it('say what they need where the sample filings do not have it', () => {
    for (const { path, method, example } of operations) {
      const worked = method === 'post' ? [200, 201] : [200]
      expect([path, worked.includes(example.status ?? 200)]).toEqual([path, example.needs === undefined])
    }
  })

  it('name no parameter that the description lacks', () => {
    for (const operation of operations) {
      const described = new Set(operation.parameters?.map(({ name }) => name))
      const isFigure = (name: string) => described.has('figures') && name.includes('__')
      for (const name of exampleValues(operation).keys())
        expect(described.has(name) || isFigure(name), `${operation.path} ${name}`).toBe(true)
    }
  })
})
