import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** What came back of a request. Status 0 is none: the connection was refused or broke, or `mostMs` were over. */
export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  ms: number
  fault: string | null
}

export type Asked = {
  method?: string
  headers?: Record<string, string>
  body?: Uint8Array
  agent?: Agent
  mostMs?: number
}

const patienceMs = 60_000

/** Connections that are kept open, as browsers keep theirs. */
export function keptConnections(clients: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: clients })
}

/** Ask for `url` and wait for the whole answer. Never throws: an answer that does not come is data here. */
export function ask(url: string, { method = 'GET', headers = {}, body, agent, mostMs }: Asked = {}) {
  return new Promise<Answer>(resolve => {
    const start = performance.now()
    const end = (status: number, headers: IncomingHttpHeaders, parts: Buffer[], fault: string | null) => {
      clearTimeout(timer)
      resolve({ status, headers, body: Buffer.concat(parts), ms: performance.now() - start, fault })
    }
    const length = body === undefined ? {} : { 'content-length': String(body.length) }
    const asked = request(url, { method, agent, headers: { ...headers, ...length } }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => end(answer.statusCode ?? 0, answer.headers, parts, null))
      answer.on('error', fault => end(0, answer.headers, parts, fault.message))
    })
    asked.on('error', fault => end(0, {}, [], fault.message))
    const patience = mostMs ?? patienceMs
    const timer = setTimeout(
      () => asked.destroy(new Error(`no answer within ${patience / 1000} seconds`)),
      patience,
    )
    asked.end(body)
  })
}

/** The JSON of an answer, null where it is none. */
export function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(answer.body.toString())
  } catch {
    return null
  }
}
