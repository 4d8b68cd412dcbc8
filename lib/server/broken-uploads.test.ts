import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { byteRoom } from '../archive/byte-room.ts'
import type { KeptFiling, Library } from '../library/index.ts'
import { refuseBrokenRequests } from './client-errors.ts'
import { limitSilence, silenceOptions } from './limit-silence.ts'
import { receiveFiles, uploadLimits } from './receive-files.ts'
import { type FileAnswer, keepFiles, uploadHeaders, uploadStatus } from './upload-answer.ts'

vi.setConfig({ testTimeout: 60_000 })

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A library that keeps whatever comes, and does so at once. */
function libraryKeeping(kept: string[]): Pick<Library, 'keepFiling'> {
  const filing: Omit<KeptFiling, 'sha256'> = {
    status: 'added',
    deal: null,
    stratifications: 0,
    checks: null,
    problem: null,
  }
  return {
    keepFiling: async (_bytes, name) => {
      kept.push(name)
      return { ...filing, sha256: '' }
    },
  }
}

/** Requests reach uploads here as Next passes them on. */
async function serve({
  silenceMs = 60_000,
  serverSilenceMs = 60_000,
  headersMs = 30_000,
  roomBytes = 1e9,
  patienceMs = 200,
} = {}) {
  const kept: string[] = []
  const ended: FileAnswer[][] = []
  const room = byteRoom({ mostBytes: roomBytes, patienceMs })
  const limits = { ...uploadLimits, silenceMs }
  const options = { ...silenceOptions, connectionsCheckingInterval: 100 }
  const server: Server = createServer(options, async (incoming, response) => {
    const givenUp = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) givenUp.abort(new Error('the connection was closed'))
    })
    const request = new Request('http://strata.test/api/filings', {
      method: 'POST',
      headers: { 'content-type': incoming.headers['content-type'] ?? '' },
      body: incoming as unknown as BodyInit,
      signal: givenUp.signal,
      duplex: 'half',
    } as RequestInit)
    const files = await keepFiles(libraryKeeping(kept), receiveFiles(request, { room, limits }))
    ended.push(files)
    response.writeHead(uploadStatus(files), uploadHeaders(files))
    response.end(JSON.stringify(files.map(file => `${file.name}: ${file.problem?.code ?? file.status}`)))
  })
  refuseBrokenRequests(server)
  limitSilence(server, serverSilenceMs, headersMs)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { server, port, kept, ended, room }
}

const part = (name: string, content: string) =>
  `--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}`
const wholeAndHalf = `${part('whole.txt', 'a filing')}\r\n${part('half.txt', 'x'.repeat(100_000))}`

/** A client that has said it sends so much more than it has sent by now. */
function begin(port: number, sent: string, more = 0): Socket {
  return beginAs(port, `Content-Length: ${sent.length + more}`, sent)
}

/** A client that has said in a header how long its body is, or how it comes. */
function beginAs(port: number, header: string, sent: string): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    `POST /api/filings HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=B\r\n${header}\r\n\r\n${sent}`,
  )
  return socket
}

const inChunks = (...pieces: string[]) =>
  pieces.map(piece => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('')

/** All that the server answers until it closes the connection. */
async function answerTo(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk
  })
  await once(socket, 'close')
  return answer
}

const told = (files: FileAnswer[] | undefined) =>
  files?.map(file => `${file.name}: ${file.problem?.code ?? file.status}`)

it('ends an upload whose sender vanishes, with what was whole kept as soon as it was', async () => {
  const { port, kept, ended, room } = await serve()
  const socket = begin(port, wholeAndHalf, 1e6)
  await vi.waitFor(() => expect(kept).toEqual(['whole.txt']))
  expect(ended).toHaveLength(0)
  socket.destroy()
  await vi.waitFor(() => expect(ended).toHaveLength(1))
  expect(told(ended[0])).toEqual(['whole.txt: added', 'half.txt: upload-was-cut-off'])
  expect(room.heldBytes).toBe(0)
})

it('ends an upload that falls silent, and says so to its sender', async () => {
  const { port, ended, room } = await serve({ silenceMs: 300 })
  const answer = await answerTo(begin(port, wholeAndHalf, 1e6))
  expect(answer).toContain('["whole.txt: added","half.txt: upload-was-cut-off"]')
  expect(answer).toMatch(/^connection: close\r$/im)
  expect(ended).toHaveLength(1)
  expect(room.heldBytes).toBe(0)
})

it('ends one that falls silent where only the server looks', async () => {
  const { port, ended } = await serve({ serverSilenceMs: 300 })
  const closed = once(begin(port, wholeAndHalf, 1e6).resume(), 'close')
  await closed
  await vi.waitFor(() => expect(ended).toHaveLength(1))
  expect(told(ended[0])?.at(-1)).toBe('half.txt: upload-was-cut-off')
})

it('takes an upload that comes byte by byte for longer than all limits on silence', async () => {
  const limits = { silenceMs: 1_000, serverSilenceMs: 1_500 }
  const { server, port, ended } = await serve(limits)
  expect(server.requestTimeout).toBe(0)
  expect(server.headersTimeout).toBeGreaterThan(0)
  const rest = `${'y'.repeat(30)}\r\n--B--\r\n`
  const sent = part('slow.txt', 'a filing')
  const socket = begin(port, sent, rest.length)
  const answer = answerTo(socket)
  for (const byte of rest) {
    await pause(80)
    socket.write(byte)
  }
  await vi.waitFor(() => expect(ended).toHaveLength(1))
  socket.end()
  expect(await answer).toContain('["slow.txt: added"]')
})

/** A body that is over is answered within this, far less than what nothing comes of is waited for. */
const answeredWithinMs = 3_000

const large = 'x'.repeat(70_000)
const skipped = `--B\r\nContent-Disposition: attachment\r\n\r\n${large}\r\n`
const cutForms: [string, string, string[]][] = [
  ['without its last boundary', part('a.txt', 'a filing'), ['a.txt']],
  ['without it and large', part('a.txt', large.repeat(4)), ['a.txt']],
  ['whose last boundary is half there', `${part('a.txt', 'a filing')}\r\n--B-`, ['a.txt: added', 'the rest']],
  ['in the midst of a boundary', `${part('a.txt', 'a filing')}\r\n--`, ['a.txt']],
  ['after a boundary', `${part('a.txt', 'a filing')}\r\n--B\r\n`, ['a.txt: added', 'the rest']],
  ['in a header', `${part('a.txt', 'a filing')}\r\n--B\r\nContent-Disp`, ['a.txt: added', 'the rest']],
  ['in a field', '--B\r\nContent-Disposition: form-data; name="x"\r\n\r\nvalue', ['the rest']],
  ['in a part that is skipped', skipped, ['the rest']],
  ['of another boundary', `${part('a.txt', 'a filing')}\r\n--B--\r\n`.replaceAll('--B', '--C'), ['the rest']],
  ['of line feeds alone', `${part('a.txt', 'a filing')}\r\n--B--\r\n`.replaceAll('\r', ''), ['the rest']],
  ['of garbage', '\0\x01\r\n--\r\n--b', ['the rest']],
  ['of much garbage', '\0\x01\r\n--\r\n--b'.repeat(30_000), ['the rest']],
  ['of nothing', '', ['the rest']],
]

describe.each([
  ['by its length', (port: number, sent: string) => begin(port, sent)],
  [
    'in chunks',
    (port: number, sent: string) =>
      beginAs(port, 'Transfer-Encoding: chunked', `${sent === '' ? '' : inChunks(sent)}0\r\n\r\n`),
  ],
])('a body that is over, sent %s,', (_, send) => {
  it.each(cutForms)('is refused at once where it is a form %s', async (_, sent, names) => {
    const { port, ended, room } = await serve()
    const start = performance.now()
    const answer = await answerTo(send(port, sent))
    expect(performance.now() - start).toBeLessThan(answeredWithinMs)
    const lines = told(ended[0]) ?? []
    expect(lines).toHaveLength(names.length)
    for (const [at, name] of names.entries()) expect(lines[at]).toContain(name)
    expect(lines.at(-1)).toContain('upload-is-no-whole-form')
    expect(answer).toMatch(names.length > 1 ? /^HTTP\/1\.1 201 / : /^HTTP\/1\.1 400 /)
    expect(room.heldBytes).toBe(0)
  })

  it.each([
    [
      'parts that are skipped, large ones in one chunk with others',
      `${skipped}${part('a.txt', large)}\r\n${skipped}`,
    ],
    [
      'a field as large',
      `${part('a.txt', 'a filing')}\r\n${skipped.replace('attachment', 'form-data; name="x"')}`,
    ],
  ])('is read to its end over %s', async (_, sent) => {
    const { port, ended } = await serve()
    const socket = send(port, `${sent}--B--\r\n${large.repeat(2)}`)
    await vi.waitFor(() => expect(ended).toHaveLength(1), { timeout: answeredWithinMs })
    socket.destroy()
    expect(told(ended[0])).toEqual(['a.txt: added'])
  })
})

it.each([
  ['its sender ends before it does', (port: number) => begin(port, wholeAndHalf, 1e6).end()],
  [
    'a chunk of it is none',
    (port: number) => beginAs(port, 'Transfer-Encoding: chunked', `${inChunks(wholeAndHalf)}garbage\r\n`),
  ],
])('ends an upload where %s', async (_, send) => {
  const { port, ended, room } = await serve()
  const socket = send(port)
  const answered = answerTo(socket)
  await vi.waitFor(() => expect(ended).toHaveLength(1), { timeout: answeredWithinMs })
  expect(told(ended[0])).toEqual(['whole.txt: added', 'half.txt: upload-was-cut-off'])
  expect(await answered).toMatch(/^HTTP\/1\.1 400 .*"request-is-malformed"/s)
  expect(room.heldBytes).toBe(0)
})

it('waits for room without taking it for silence, and says 503 when none comes free', async () => {
  const { port, kept, room } = await serve({ roomBytes: 1_000, patienceMs: 600, silenceMs: 300 })
  const others = room.hold()
  const exempt = room.hold()
  await others.take(900)
  await exempt.take(500)
  const sent = `${part('late.txt', 'x'.repeat(2_000))}\r\n--B--\r\n`
  const socket = begin(port, sent)
  await pause(450)
  expect(kept).toEqual([])
  const answer = answerTo(socket)
  await pause(600)
  socket.end()
  const said = await answer
  expect(said).toMatch(/^HTTP\/1\.1 503 /)
  expect(said).toMatch(/^retry-after: \d+\r$/im)
  expect(said).toContain('late.txt: upload-came-while-busy')
})

it('says what is too large to who sends it, once it is sent', async () => {
  const { port } = await serve()
  const large = part('large.txt', 'x'.repeat(uploadLimits.fileBytes + 1))
  const sent = `${large}\r\n${part('small.txt', 'a filing')}\r\n--B--\r\n`
  const socket = begin(port, sent)
  const answer = answerTo(socket)
  socket.once('data', () => socket.end())
  expect(await answer).toContain('["large.txt: file-is-too-large","small.txt: added"]')
})

it('holds no memory, room or connection of 200 uploads that were given up', async () => {
  const { server, port, ended, room } = await serve()
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const inUse = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const patience = { timeout: 20_000 }
  const giveUp = async (count: number) => {
    for (let done = 0; done < count; done += 20) {
      const sockets = Array.from({ length: 20 }, () => begin(port, wholeAndHalf, 1e6))
      await vi.waitFor(() => expect(room.heldBytes).toBeGreaterThanOrEqual(20 * 50_000), patience)
      for (const socket of sockets) socket.destroy()
      await vi.waitFor(() => expect(ended).toHaveLength(20), patience)
      ended.length = 0
      expect(room.heldBytes).toBe(0)
    }
  }
  await giveUp(40)
  const before = inUse()
  await giveUp(200)
  const connections = () =>
    new Promise<number>(resolve => server.getConnections((_, count) => resolve(count)))
  await vi.waitFor(async () => expect(await connections()).toBe(0), patience)
  // What was freed is given back in a later turn.
  await vi.waitFor(() => expect(inUse() - before).toBeLessThan(5e6), patience)
})

it('lets go of a connection whose headers come drop by drop', async () => {
  const { port } = await serve({ headersMs: 500 })
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  const dripping = setInterval(() => socket.write('X-Slow: 1\r\n'), 50)
  closers.push(() => clearInterval(dripping))
  expect(await answerTo(socket)).toMatch(/^HTTP\/1\.1 408 /)
})
