import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { inventedBytes } from './invented-reader.ts'
import type { Prepare } from './prepare-filing.ts'
import { preparePool } from './prepare-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-pool-'))
const entry = join(folder, 'worker.mjs')

/** A reader that does what the file's name says. */
const worker = `
import { parentPort } from 'node:worker_threads'
let turns = 0
parentPort.on('message', async ({ bytes, name }) => {
  turns++
  if (name === 'hang') for (;;) {}
  if (name === 'exit') process.exit(3)
  if (name === 'throw') setImmediate(() => { throw new Error('a fault') })
  else if (name === 'hoard') { const hoard = []; for (;;) hoard.push(new Array(1e6).fill(hoard.length)) }
  else if (name === 'fault') parentPort.postMessage({ fault: 'a fault' })
  else parentPort.postMessage({ prepared: { refusal: { code: name, message: bytes.length + ' bytes, turn ' + turns } } })
})
`
beforeAll(() => writeFileSync(entry, worker))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const bytes = new Uint8Array(5)
const codeOf = async (prepare: Prepare, name: string) => {
  const prepared = await prepare(bytes, name)
  return 'refusal' in prepared ? prepared.refusal.code : 'read'
}

describe('preparePool', () => {
  it('gives what the thread answers, and keeps the thread', async () => {
    const prepare = preparePool(entry, { size: 1 })
    expect(await prepare(bytes, 'one')).toEqual({ refusal: { code: 'one', message: '5 bytes, turn 1' } })
    expect(await prepare(bytes, 'two')).toEqual({ refusal: { code: 'two', message: '5 bytes, turn 2' } })
  })

  it('answers every one of many at once', async () => {
    const prepare = preparePool(entry, { size: 2 })
    const names = Array.from({ length: 50 }, (_, index) => `file-${index}`)
    expect(await Promise.all(names.map(name => codeOf(prepare, name)))).toEqual(names)
  })

  it.each(['throw', 'exit', 'fault', 'hoard'])(
    'gives up a file that makes the thread %s, says so in the log, and reads the next',
    async name => {
      const prepare = preparePool(entry, { size: 1, mostMemoryMb: 64 })
      const codes = await Promise.all([codeOf(prepare, name), codeOf(prepare, 'next')])
      expect(codes).toEqual(['reading-was-given-up', 'next'])
      expect(console.error).toHaveBeenCalledOnce()
    },
  )

  it('gives up a file that takes too long', async () => {
    const prepare = preparePool(entry, { size: 1, longestReadingMs: 300 })
    const codes = await Promise.all([codeOf(prepare, 'hang'), codeOf(prepare, 'next')])
    expect(codes[0]).toBe('reading-was-given-up')
  })

  it('gives up files when the reader itself does not load', async () => {
    const prepare = preparePool(join(folder, 'nothing.mjs'), { size: 1 })
    expect(await codeOf(prepare, 'one')).toBe('reading-was-given-up')
    expect(await codeOf(prepare, 'two')).toBe('reading-was-given-up')
  })
})

describe('the real thread', () => {
  it('refuses what is no filing', async () => {
    const prepare = preparePool(join(import.meta.dirname, 'prepare-worker.ts'), { size: 1 })
    const prepared = await prepare(inventedBytes({ trust: 'none' }), 'list.json')
    expect(prepared).toMatchObject({ refusal: { code: 'file-is-not-a-filing' } })
  })
})
