import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import SqliteDatabase from 'better-sqlite3'
import { packTar } from 'modern-tar'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { inventedZip } from '../testing/invented-zip.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const root = mkdtempSync(path.join(tmpdir(), 'strata-import-'))
const data = path.join(root, 'data')
const filings = path.join(root, 'filings')
const sample = readFileSync(
  path.join(import.meta.dirname, '../../public/samples/alder-ridge-2003-9-8k.txt'),
  'latin1',
)
/** As many filings as are read over some seconds, each of a deal of its own. */
const count = 30
const filing = (order: number) => sample.replaceAll('2003-B2', `2003-B${order + 100}`)

beforeAll(async () => {
  mkdirSync(path.join(filings, 'deep'), { recursive: true })
  for (let order = 0; order < count; order++)
    writeFileSync(path.join(filings, order % 2 ? 'deep' : '.', `f${order}.txt`), filing(order))
  writeFileSync(path.join(filings, 'z.zip'), inventedZip([{ name: 'in-zip.txt', content: filing(count) }]))
  const content = filing(count + 1)
  const tar = await packTar([
    { header: { name: 'in-tar.nc', size: content.length, type: 'file' }, body: content },
  ])
  writeFileSync(path.join(filings, 'day.nc.tar.gz'), gzipSync(tar))
  writeFileSync(path.join(filings, 'scan.pdf'), '%PDF-1.4 and so on')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function start(...given: string[]): ChildProcessWithoutNullStreams {
  const command = path.join(import.meta.dirname, 'import.ts')
  return spawn(process.execPath, [command, ...given], {
    env: { ...process.env, STRATA_DATA: data },
  })
}

async function run(input: string, ...given: string[]) {
  const child = start(...given)
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

const keptNow = () => {
  const library = new SqliteDatabase(path.join(data, 'library.sqlite'), { readonly: true })
  try {
    return Number(library.prepare('select count(*) from filing').pluck().get())
  } finally {
    library.close()
  }
}

it('goes on where it was after it was killed, and keeps folders, zips and tars to the last file', async () => {
  const killed = start(filings)
  const ended = once(killed, 'exit')
  await vi.waitUntil(
    () => {
      try {
        return keptNow() > 3
      } catch {
        return false
      }
    },
    { timeout: 120_000, interval: 20 },
  )
  killed.kill('SIGKILL')
  await ended
  const before = keptNow()
  expect(before).toBeLessThan(count + 2)

  const { out, code } = await run('', '--json', filings)
  const said = JSON.parse(out)
  expect(said).toMatchObject({ known: before, added: count + 2 - before, isWhole: true, fault: null })
  expect(said.refused).toEqual([
    { name: path.join(filings, 'scan.pdf'), code: 'file-is-a-pdf', message: expect.stringContaining('PDF') },
  ])
  expect(code).toBe(1)
  expect(keptNow()).toBe(count + 2)
})

it('takes a list of paths from standard input, and tells people what became of them', async () => {
  const { out, code } = await run(`${filings}/f0.txt\n${filings}/z.zip\n`, '-')
  expect(out).toMatch(/^2 files in .*: 0 added, 2 known, 0 refused/)
  expect(code).toBe(0)
})

it('ends with 2 and one sentence when nothing can begin', async () => {
  for (const given of [[], ['--fast', filings]]) {
    const { out, err, code } = await run('', ...given)
    expect(out).toBe('')
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  }
})
