import { type Figure, yardstick } from '../bench/figure.ts'
import { type Answer, ask } from './ask.ts'
import { filingPrinter } from './invented-filing.ts'
import { pause, untilFound } from './pause.ts'
import { report } from './progress.ts'
import { openSocket, sendRaw } from './raw-request.ts'
import { atMost, noneOf, type Plan, type Scenario } from './scenario.ts'
import { type Server, withServer } from './server.ts'
import { newTimings, type Timings } from './timings.ts'
import { upload } from './upload.ts'
import { watchMemory } from './watch-memory.ts'

/** A request that no browser sends, and the statuses that answer it rightly; 0 is a connection closed without a word. */
type Hostile = { name: string; bytes: (host: string) => string; right: readonly number[] }

const line =
  (start: string, more = '') =>
  (host: string) =>
    `${start} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`
const offering = (protocol: string) => (host: string) =>
  `GET /api/health HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n\r\n`
const hostedAt = (named: string) => () => `GET / HTTP/1.1\r\nHost: ${named}\r\nConnection: close\r\n\r\n`
const form = (boundary: string, body: string) => (host: string) =>
  line(
    'POST /api/filings',
    `Accept: application/json\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${body.length}\r\n`,
  )(host) + body

const filePart = 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nMortgage Loans'

const unanswered = 0
const hostile: readonly Hostile[] = [
  { name: 'NUL in a query', bytes: line('GET /api/deals?q=%00'), right: [400] },
  { name: 'NUL in a page’s query', bytes: line('GET /?q=a%00b'), right: [200, 400] },
  { name: 'NUL in a path', bytes: line('GET /deals/%00'), right: [400, 404] },
  { name: 'bad percent-encoding', bytes: line('GET /deals/%E0%A4%A'), right: [400, 404] },
  { name: 'bad percent-encoding of a call', bytes: line('GET /api/deals/%E0%A4%A'), right: [400, 404] },
  { name: 'lone percent', bytes: line('GET /%'), right: [400, 404] },
  { name: 'path without end', bytes: line(`GET /${'a'.repeat(12_000)}`), right: [400, 404, 414, 431] },
  { name: 'query without end', bytes: line(`GET /?q=${'a'.repeat(12_000)}`), right: [200, 400, 414, 431] },
  { name: 'header without end', bytes: line('GET /', `X-A: ${'a'.repeat(100_000)}\r\n`), right: [431] },
  { name: 'thousands of headers', bytes: line('GET /', 'A: b\r\n'.repeat(3000)), right: [200, 431] },
  { name: 'TRACE', bytes: line('TRACE /'), right: [405] },
  { name: 'TRACE of a call', bytes: line('TRACE /api/deals'), right: [405] },
  { name: 'unknown method', bytes: line('PROPFIND /'), right: [405] },
  { name: 'no method at all', bytes: line('BREAK /'), right: [400, 405] },
  { name: 'DELETE of a call', bytes: line('DELETE /api/deals'), right: [405] },
  { name: 'an offer of HTTP/2', bytes: offering('h2c'), right: [200] },
  { name: 'an offer of web sockets', bytes: offering('websocket'), right: [200] },
  { name: 'another host', bytes: hostedAt('evil.example'), right: [421] },
  { name: 'a host that only begins like ours', bytes: hostedAt('localhost.evil.example'), right: [421] },
  { name: 'no host', bytes: () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', right: [400] },
  {
    name: 'our whole address as the target',
    bytes: host => line(`GET http://${host}/api/health`)(host),
    right: [200],
  },
  { name: 'two hosts', bytes: line('GET /', 'Host: evil.example\r\n'), right: [400] },
  { name: 'a whole address as the target', bytes: line('GET http://evil.example/'), right: [400, 404, 421] },
  { name: 'boundary of 12 kB', bytes: form('b'.repeat(12_000), 'x'), right: [400, 431] },
  { name: 'boundary of nothing', bytes: form('', 'x'), right: [400, 415] },
  { name: 'form that ends at once', bytes: form('b', ''), right: [400] },
  { name: 'form of garbage', bytes: form('b', '\0\xff\r\n--\r\n--b'), right: [400] },
  { name: 'form without its last boundary', bytes: form('b', `--b\r\n${filePart}`), right: [400] },
  {
    name: 'form in a chunk that is none',
    bytes: line(
      'POST /api/filings',
      `Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n--b\r\nno length\r\n`,
    ),
    right: [400],
  },
  {
    name: 'length and chunks at once',
    bytes: line('POST /api/filings', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n'),
    right: [400],
  },
  {
    name: 'garbage',
    bytes: () => '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n',
    right: [400, unanswered],
  },
  {
    name: 'garbage behind a request',
    bytes: host => `GET /api/health HTTP/1.1\r\nHost: ${host}\r\n\r\n\x01\x02garbage\r\n\r\n`,
    right: [200, 400, 405],
  },
  {
    name: 'a hundred requests at once',
    bytes: host =>
      `${`GET /api/health HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(99)}${line('GET /api/health')(host)}`,
    right: [200],
  },
  {
    name: 'upgrade to another protocol',
    bytes: line('GET /', 'Upgrade: websocket\r\n'),
    right: [200, 400, 426],
  },
  { name: 'dots in a path', bytes: line('GET /_next/../deals/x'), right: [400, 404] },
  { name: 'two slashes', bytes: line('GET //evil.example/deals'), right: [308, 400, 404] },
  { name: 'number out of all bounds', bytes: line('GET /api/deals?limit=1e999'), right: [400] },
  { name: 'cursor of garbage', bytes: line('GET /api/deals?cursor=%F0%9F%92%A3'), right: [200, 400] },
  { name: 'source of no filing', bytes: line(`GET /api/filings/${'f'.repeat(64)}/source`), right: [404] },
  { name: 'missing script', bytes: line('GET /_next/static/missing.js'), right: [404] },
]

const mostMs = 20_000
/** The server lets go of a connection whose headers are not whole after half a minute (limit-silence.ts). */
const lorisConnections = { quick: 100, full: 500 }
const lorisMs = { quick: 2000, full: 50_000 }
const rounds = { quick: 1, full: 20 }

async function sendAll(server: Server, timings: Timings): Promise<string[]> {
  const wrong: string[] = []
  const host = `localhost:${server.port}`
  for (const { name, bytes, right } of hostile) {
    const answer = await sendRaw(server.port, Buffer.from(bytes(host), 'latin1'), mostMs)
    const isRight = right.includes(answer.status)
    timings.add('hostile', answer, true)
    if (!isRight)
      wrong.push(`${name}: ${answer.status}, not ${right.join(' or ')} ${answer.fault ?? ''}`.trimEnd())
  }
  return wrong
}

/** Many connections that begin a request and never end it, while others ask as ever. */
async function sitOnConnections(server: Server, plan: Plan, timings: Timings): Promise<number> {
  const count = plan.isQuick ? lorisConnections.quick : lorisConnections.full
  const sockets = Array.from({ length: count }, () => openSocket(server.port))
  for (const socket of sockets) socket.write(`GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\n`)
  const end = performance.now() + (plan.isQuick ? lorisMs.quick : lorisMs.full)
  while (performance.now() < end) {
    for (const socket of sockets) if (socket.writable) socket.write('X-Slow: 1\r\n')
    const answer = await ask(`${server.url}/`)
    timings.add('page-beside-slow-ones', answer, answer.status === 200)
    await pause(200)
  }
  const open = sockets.filter(socket => !socket.destroyed).length
  for (const socket of sockets) socket.destroy()
  return open
}

/** The service as ever: null when a page and an upload are not answered as they should be. */
async function isWell(server: Server, plan: Plan): Promise<Answer | null> {
  const page = await ask(`${server.url}/`)
  const added = await upload(server.url, [filingPrinter(plan.seed).print(1)])
  return page.status === 200 && added.files?.[0]?.deal ? added : null
}

function attack(plan: Plan): Promise<Figure[]> {
  return withServer(async server => {
    const memory = watchMemory(server)
    const timings = newTimings()
    const wrong = new Set<string>()
    const many = plan.isQuick ? rounds.quick : rounds.full
    for (let round = 0; round < many; round++)
      for (const words of await sendAll(server, timings)) wrong.add(words)
    const open = await sitOnConnections(server, plan, timings)
    const well = await untilFound(() => isWell(server, plan), 1000)
    for (const words of [...wrong, ...timings.wrong]) report(`requests: ${words}`)
    return [
      yardstick('requests-sent', hostile.length * many, 'requests'),
      noneOf('requests-answered-wrongly', wrong.size, 'kinds'),
      ...timings.figures('requests'),
      plan.isQuick
        ? yardstick('requests-slow-ones-left-open', open, 'connections')
        : atMost('requests-slow-ones-left-open', open, 0, 'connections'),
      noneOf('requests-unwell-afterwards', well === null ? 1 : 0, 'times'),
      ...memory.end('requests'),
      noneOf('requests-ended-by-itself', server.hasEndedByItself() ? 1 : 0, 'times'),
    ]
  })
}

/** Requests as no browser sends them: each has its right answer, and nobody else waits. */
export const requestsScenario: Scenario = { name: 'requests', attack }
