import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusalWording } from '../issues.ts'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import type { Library } from './library.ts'
import { openLibrary } from './open-library.ts'
import { type OpenWriter, writeWith } from './writer.ts'
import { type WriterPoolOptions, writerPool } from './writer-pool.ts'

const realThread = join(import.meta.dirname, 'write-worker.ts')
let folder = ''
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-writers-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await library.close()
  rmSync(folder, { recursive: true })
})

const open = (writer: OpenWriter, readerVersion = '1') => openLibrary({ folder, writer, readerVersion })
const table = [
  'EXHIBIT 99.1',
  '',
  'Mortgage Rates',
  '',
  'Rate (%)          Loans             Balance    Percent of Pool',
  '5.500                 1           $  250.00           25.00%',
  '5.625                 3              750.00           75.00%',
  'Total                 4           $1,000.00          100.00%',
]
const exhibit = (remark: string) => Buffer.from([...table, '', remark].join('\n'))

/** Loading the reader takes a second of a processor, which a busy machine may take long to give. */
const patienceMs = 120_000

describe('the real threads', { timeout: patienceMs }, () => {
  it('keep many filings sent at once to two libraries of one folder, each once', async () => {
    library = open(writerPool(realThread, { size: 2 }))
    const other = open(writerPool(realThread, { size: 1 }))
    const files = Array.from({ length: 12 }, (_, turn) => exhibit(`Copy ${turn % 6}.`))
    const kept = await Promise.all(
      files.map((bytes, turn) => (turn % 2 ? library : other).keepFiling(bytes, `${turn}.txt`)),
    )
    await other.close()
    expect(kept.map(({ stratifications }) => stratifications)).toEqual(kept.map(() => 1))
    expect(kept.filter(({ status }) => status === 'added')).toHaveLength(6)
    expect(new Set(kept.map(({ deal }) => deal?.slug)).size).toBe(6)
    const part = await library.findReportPart(kept[0]?.sha256 ?? '', { number: 1 })
    expect(part?.report.stratifications[0]?.total?.values.balanceCents).toBe(100_000)
  })

  it('tell how a table was read', async () => {
    library = open(writerPool(realThread, { size: 1 }))
    const { sha256 } = await library.keepFiling(exhibit('Copy.'), 'copy.txt')
    const [read] = (await library.findReportPart(sha256, { number: 1 }))?.report.stratifications ?? []
    const why = await library.findWhy(sha256, read?.at ?? { line: 1, start: 1, end: 1 })
    expect(why?.tables?.map(({ id }) => id)).toEqual(['mortgage-rate'])
  })

  it.runIf(process.platform === 'linux')('stand back behind whoever serves', async () => {
    library = open(writerPool(realThread, { size: 1 }))
    await library.keepFiling(exhibit('Copy.'), 'copy.txt')
    const threads = readdirSync('/proc/self/task').map(id => getPriority(Number(id)))
    expect(getPriority(process.pid)).toBe(Math.min(...threads))
    expect(Math.max(...threads)).toBeGreaterThan(Math.min(...threads))
  })

  it('refuse what is no filing, and keep nothing of it', async () => {
    library = open(writerPool(realThread, { size: 1 }))
    const kept = await library.keepFiling(Buffer.from('{"trust": "none"}'), 'list.json')
    expect(kept).toMatchObject({ status: 'refused', problem: { code: 'file-is-not-a-filing' } })
    expect(await library.findSource(kept.sha256)).toBeNull()
  })
})

describe('threads that end', () => {
  /** Threads that answer each task so. */
  function threadsThat(answer: string, options: WriterPoolOptions = {}): OpenWriter {
    const entry = join(folder, 'invented.mjs')
    const source = [
      'import { parentPort } from "node:worker_threads"',
      `parentPort.on("message", () => { ${answer} })`,
      'parentPort.postMessage("loaded")',
    ]
    writeFileSync(entry, source.join('\n'))
    return writerPool(entry, { size: 1, ...options })
  }
  const endingThread = () => threadsThat('process.exit(1)')
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })

  it.each<[string, string, RegExp]>([
    ['reading-took-too-long', 'for (;;) {}', /it took \d+\.\d s of processor time, and 0\.2 s is the most/],
    ['reading-took-too-much-memory', 'const all = []; for (;;) all.push(new Array(1e5).fill(1))', /heap/],
    ['reading-failed', 'process.exit(1)', /its thread ended/],
    ['reading-failed', 'parentPort.postMessage({ fault: "no such thing" })', /no such thing/],
  ])('refuse the file with %s where they do: %s', async (code, answer, cause) => {
    const limitsFor = () => ({ cpuMs: code === 'reading-took-too-long' ? 200 : 60_000, wallMs: 60_000 })
    library = open(threadsThat(answer, { limitsFor, mostMemoryMb: 64 }))
    const bytes = exhibit('Copy.')
    const kept = await library.keepFiling(bytes, 'copy.txt')
    expect(kept).toMatchObject({ status: 'refused', deal: null, problem: { code } })
    expect(kept.problem?.message).toBe(refusalWording[kept.problem?.code ?? 'file-is-empty'])
    const said = vi.mocked(console.error).mock.calls.map(([line]) => String(line))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`copy.txt (${bytes.length} bytes, SHA-256 ${kept.sha256}) was given up: `)
    expect(said[0]).toMatch(cause)
  })

  it('hold up nobody who asks how a filing was read that takes too long', async () => {
    library = open(writeWith(inventedReader))
    const { sha256 } = await library.keepFiling(inventedBytes({ trust: 'Fernhill Trust 2003-2' }), 'a.txt')
    await library.close()
    library = open(threadsThat('for (;;) {}', { limitsFor: () => ({ cpuMs: 200, wallMs: 60_000 }) }))
    const why = library.findWhy(sha256, { line: 1, start: 1, end: 1 })
    expect((await library.findDeals()).count).toBe(1)
    expect(await why).toEqual({ tables: null })
    expect(vi.mocked(console.error).mock.calls.join()).toContain('for its reasons was given up')
  })

  it('leave a filing the report it has when it cannot be read again', async () => {
    library = open(writeWith(inventedReader))
    const { sha256 } = await library.keepFiling(inventedBytes({ trust: 'Fernhill Trust 2003-2' }), 'a.txt')
    await library.close()
    library = open(endingThread(), '2')
    expect(
      await library.keepFiling(inventedBytes({ trust: 'Fernhill Trust 2003-2' }), 'b.txt'),
    ).toMatchObject({
      status: 'known',
      stratifications: 2,
    })
    expect((await library.findReportPart(sha256, { number: 1 }))?.report.stratifications).toHaveLength(2)
  })
})
