import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beginUpload, isRunning, isServed, type StandIn, startServing } from '../testing/stand-in.ts'

/**
 * The way that `npm start` starts and supervises the server, with a server that stands in for Strata's. The start script
 * of package.json is the real one.
 */
const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'strata-start-'))
const script = path.join(folder, 'lib/setup/start.mjs')
const started: StandIn[] = []

beforeAll(() => {
  mkdirSync(path.dirname(script), { recursive: true })
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts: { start: scripts.start } }))
  writeFileSync(
    script,
    `import { supervise } from ${JSON.stringify(path.join(root, 'lib/setup/supervise.mjs'))}
     supervise(${JSON.stringify(process.execPath)}, [${JSON.stringify(path.join(root, 'lib/testing/stand-in-server.ts'))}])`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  for (const { child } of started.splice(0)) endGroup(child.pid)
})

const env = { ...process.env, npm_lifecycle_event: undefined, npm_config_update_notifier: 'false' }
async function start(command: string, ...args: string[]): Promise<StandIn> {
  const served = await startServing(command, args, { cwd: folder, env })
  started.push(served)
  return served
}
const startAlone = () => start(process.execPath, script)
const npmStart = () => start('npm', 'start')

function endGroup(group: number | undefined): void {
  try {
    if (group) process.kill(-group, 'SIGKILL')
  } catch {}
}

/** Send a signal while something is being uploaded; the upload must be answered, and nothing be left running. */
async function expectsAnswer(served: StandIn, signal: () => void): Promise<void> {
  const upload = await beginUpload(served.port)
  signal()
  await expect.poll(() => isServed(served.port), { timeout: 5000 }).toBe(false)
  await sleep(700)
  upload.finish()
  expect(await upload.answer).toContain('kept')
  await expect.poll(() => [served.server, served.starter].filter(isRunning), { timeout: 5000 }).toEqual([])
}

describe('supervise', () => {
  it('ends with 128 and the signal’s number when the server is killed', async () => {
    const served = await startAlone()
    process.kill(served.server, 'SIGKILL')
    expect(await served.ended).toEqual({ code: 137, signal: null })
    expect(served.said()).toContain('Strata was ended by SIGKILL. Start it again.')
  })

  it.each<[string, (served: StandIn) => void]>([
    ['SIGTERM to it alone', ({ child }) => child.kill('SIGTERM')],
    ['Ctrl-C, to the whole group', ({ child }) => process.kill(-Number(child.pid), 'SIGINT')],
    ['the server being told to stop', served => process.kill(served.server, 'SIGTERM')],
  ])('ends with 0 after %s, the running upload answered', async (_, signal) => {
    const served = await startAlone()
    await expectsAnswer(served, () => signal(served))
    expect(await served.ended).toEqual({ code: 0, signal: null })
  })

  it('leaves no server behind when it is killed, and the running upload is answered', async () => {
    const served = await startAlone()
    await expectsAnswer(served, () => served.child.kill('SIGKILL'))
  })

  it('ends at once with a second Ctrl-C', async () => {
    const served = await startAlone()
    await beginUpload(served.port)
    process.kill(-Number(served.child.pid), 'SIGINT')
    await sleep(600)
    const before = Date.now()
    process.kill(-Number(served.child.pid), 'SIGINT')
    expect(await served.ended).toEqual({ code: 130, signal: null })
    expect(Date.now() - before).toBeLessThan(1500)
  })
})

describe('npm start', () => {
  it('ends like the server does', async () => {
    const served = await npmStart()
    process.kill(served.server, 'SIGKILL')
    expect(await served.ended).toEqual({ code: 137, signal: null })
  })

  it.each<[string, (served: StandIn) => void]>([
    ['SIGTERM to npm alone', ({ child }) => child.kill('SIGTERM')],
    ['SIGTERM to the group', ({ child }) => process.kill(-Number(child.pid), 'SIGTERM')],
    ['Ctrl-C, which npm passes on as well', ({ child }) => process.kill(-Number(child.pid), 'SIGINT')],
  ])('waits for the server after %s, and the running upload is answered', async (_, signal) => {
    const served = await npmStart()
    await expectsAnswer(served, () => signal(served))
    expect(await served.ended).toEqual({ code: 0, signal: null })
  })

  it('leaves nothing behind when npm is killed, and the running upload is answered', async () => {
    const served = await npmStart()
    await expectsAnswer(served, () => served.child.kill('SIGKILL'))
  })
})
