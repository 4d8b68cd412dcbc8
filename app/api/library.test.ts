import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getTable } from '@/app/api/library/[table]/route.ts'
import type { Library } from '@/lib/library/index.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { inventedBytes, inventedReader } from '@/lib/testing/invented-reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-library-'))
let library: Library

beforeAll(async () => {
  vi.stubEnv('STRATA_DATA', folder)
  library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
  await library.keepFiling(inventedBytes({ trust: 'Fernhill Trust 2003-2' }), 'fernhill.txt')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await library.close()
  rmSync(folder, { recursive: true })
})

const ask = (table: string) =>
  getTable(new Request(`http://strata.test/api/library/${table}`), { params: Promise.resolve({ table }) })

it.each(['buckets', 'deals', 'statistics', 'checks'])(
  'sends the %s of the library as Parquet',
  async table => {
    const answer = await ask(`${table}.parquet`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="${table}.parquet"`,
    ])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([bytes.subarray(0, 4), bytes.subarray(-4)].map(String)).toEqual(['PAR1', 'PAR1'])
  },
)

it.each(['buckets.csv', 'buckets', 'nothing.parquet'])('has no %s', async table => {
  expect((await ask(table)).status).toBe(404)
})

it('writes two at once and no more, and goes on when one is left', async () => {
  const two = await Promise.all([ask('buckets.parquet'), ask('checks.parquet')])
  const third = await ask('deals.parquet')
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '30'])
  for (const answer of two) await answer.body?.cancel()
  await vi.waitFor(async () => {
    const answer = await ask('deals.parquet')
    await answer.body?.cancel()
    expect(answer.status).toBe(200)
  }, 60_000)
}, 120_000)
