import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { declared, type StandInEdgar, standInEdgar } from '../testing/stand-in-edgar.ts'

// Each test starts processes that load the whole reader, beside other tests that do.
vi.setConfig({ testTimeout: 300_000 })

const root = mkdtempSync(path.join(tmpdir(), 'strata-edgar-'))
const sample = readFileSync(
  path.join(import.meta.dirname, '../../public/samples/alder-ridge-2003-9-8k.txt'),
  'latin1',
)
const accessionOf = (order: number) => `0000912057-03-${String(order).padStart(6, '0')}`
const addressOf = (order: number) => `www.sec.gov/Archives/edgar/data/1000/${accessionOf(order)}.txt`
const processes = 3
const each = 4

let edgar: StandInEdgar
beforeAll(async () => {
  const submissions = Array.from({ length: processes * each + 1 }, (_, order) => [
    addressOf(order).slice('www.sec.gov'.length),
    sample.replaceAll('2003-B2', `2003-B${order + 100}`),
  ])
  edgar = await standInEdgar(Object.fromEntries(submissions))
})
afterAll(async () => {
  await edgar.close()
  rmSync(root, { recursive: true, force: true })
})

async function run(given: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import.ts'), '--json', ...given], {
    env: {
      ...process.env,
      STRATA_DATA: path.join(root, 'data'),
      STRATA_EDGAR_USER_AGENT: declared,
      STRATA_EDGAR_STAND_IN: edgar.origin,
      ...environment,
    },
  })
  child.stdin.end()
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { told: out === '' ? null : JSON.parse(out), err, code }
}

const orders = (from: number) => Array.from({ length: each }, (_, at) => from * each + at)

it('fetches for several processes at once', async () => {
  const runs = await Promise.all(
    Array.from({ length: processes }, (_, number) => run(orders(number).map(addressOf))),
  )
  for (const ended of runs)
    expect(ended).toMatchObject({ told: { added: each, refused: [], isWhole: true }, code: 0 })
  // None was asked for twice but those that came too fast on a busy machine, whose turns lie apart all the same.
  expect(edgar.asked).toHaveLength(processes * each + edgar.tooFast())
})

it('fetches nothing again, whichever way it is named', async () => {
  const before = edgar.asked.length
  const { told } = await run([addressOf(0), accessionOf(1), accessionOf(2).replaceAll('-', '')])
  expect(told).toMatchObject({ added: 0, known: 3, refused: [] })
  expect(edgar.asked.length).toBe(before)
})

it('tells what is no address of EDGAR, and asks nobody for it', async () => {
  const before = edgar.asked.length
  const { told, code } = await run(['https://elsewhere.example/Archives/edgar/data/1000/x.txt'])
  expect(told.refused).toMatchObject([{ code: 'edgar-address-is-not-understood' }])
  expect(code).toBe(1)
  expect(edgar.asked.length).toBe(before)
})

it('asks nothing until somebody says who asks, and says how', async () => {
  const before = edgar.asked.length
  const { told } = await run([addressOf(processes * each)], { STRATA_EDGAR_USER_AGENT: '' })
  expect(told.refused).toMatchObject([
    { code: 'edgar-is-not-set-up', message: expect.stringContaining('STRATA_EDGAR_USER_AGENT') },
  ])
  expect(edgar.asked.length).toBe(before)
})

it('cannot begin with a setting that is not understood', async () => {
  const { err, code } = await run([addressOf(0)], { STRATA_EDGAR_STAND_IN: 'https://elsewhere.example' })
  expect(err).toContain('STRATA_EDGAR_STAND_IN')
  expect(code).toBe(2)
})
