import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../lib/testing/strata-process.ts'
import { samples } from './filings.ts'

/** `npm start` itself, on the built site and a library of its own, in a process group of its own. */
type Started = { child: ChildProcess; port: number; said: () => string; ended: Promise<number | null> }

const root = path.join(import.meta.dirname, '..')
let folder = ''
let child: ChildProcess | null = null
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'strata-npm-'))
})
test.afterEach(async () => {
  if (child?.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function npmStart(dataFolder: string): Promise<Started> {
  const port = await freePort()
  const started = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), STRATA_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  child = started
  let said = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', chunk => (said += chunk))
  const ended = new Promise<number | null>(resolve => started.once('exit', resolve))
  return { child: started, port, said: () => said, ended }
}

test('npm start, told to end while a filing is sent, answers it and ends with an empty log', async () => {
  const data = path.join(folder, 'library')
  const { child, port, said, ended } = await npmStart(data)
  await expect.poll(said, { timeout: 30_000 }).toContain('Strata is ready')
  const upload = await beginUpload(port)
  child.kill('SIGTERM')
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/api/health`).then(
        () => 'served',
        () => 'closed',
      ),
    )
    .toBe('closed')
  upload.finish()
  const answer = await upload.answer
  expect(answer).toMatch(/^HTTP\/1\.1 201 .*"added"/s)
  expect(await ended).toBe(0)
  const log = path.join(data, 'library.sqlite-wal')
  expect(existsSync(log) ? (await stat(log)).size : 0).toBe(0)
})

test('npm start says in one sentence why it cannot keep filings, and fails', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  const { said, ended } = await npmStart(file)
  expect(await ended).toBe(1)
  const lines = said()
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('>') && !line.startsWith('npm '))
  expect(lines).toEqual([
    expect.stringMatching(/^Strata cannot start: .* is a file\)\. Move away what stands in its place/),
  ])
})

test('no process that draws pages outlives the server, and one that ends is replaced', async () => {
  test.slow()
  const { child, port, said } = await npmStart(path.join(folder, 'library'))
  await expect.poll(said, { timeout: 60_000 }).toContain('Strata is ready')
  const ofGroup = () =>
    spawnSync('ps', ['-eo', 'pgid=,pid=,args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(([group]) => Number(group) === child.pid)
  const running = (file: string) =>
    ofGroup()
      .filter(([, , ...args]) => args.some(argument => argument.endsWith(file)))
      .map(([, pid]) => Number(pid))
  const page = () => fetch(`http://127.0.0.1:${port}/?q=${Math.random()}`).then(({ status }) => status)
  expect(await page()).toBe(200)
  const before = running('drawing-process.ts')
  expect(before.length).toBeGreaterThan(0)
  for (const pid of before) process.kill(pid, 'SIGKILL')
  expect(await page()).toBe(200)
  const after = running('drawing-process.ts')
  expect(after.filter(pid => before.includes(pid))).toEqual([])
  const [server = 0] = running('serve.ts')
  process.kill(server, 'SIGKILL')
  await expect.poll(ofGroup, { timeout: 10_000 }).toEqual([])
})

/** Begin to send a sample filing; the second half of it goes when `finish` is called. */
async function beginUpload(port: number) {
  const filing = await readFile(samples.harborPoint.file)
  const edge = 'strata-edge'
  const body = Buffer.concat([
    Buffer.from(
      `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n`,
    ),
    filing,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const half = Math.floor(body.length / 2)
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', chunk => {
    said += chunk
  })
  const answer = new Promise<string>(resolve => socket.once('close', () => resolve(said)))
  const head = [
    'POST /api/filings HTTP/1.1',
    `Host: localhost:${port}`,
    'Accept: application/json',
    `Content-Type: multipart/form-data; boundary=${edge}`,
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise<void>(resolve => socket.write(body.subarray(0, half), () => resolve()))
  // What was sent has yet to be read by the server.
  await new Promise(resolve => setTimeout(resolve, 500))
  return { answer, finish: () => socket.write(body.subarray(half)) }
}
