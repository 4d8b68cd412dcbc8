import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** What stands at a path: a text, or an answer of one's own. */
export type Standing = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** Who asks, as the stand-in wants it declared. */
export const declared = 'Sample Company contact@sample.example'

/** A request as it came: its path, and when, in milliseconds. */
type Asked = { path: string; at: number }

export type StandInEdgar = {
  /** Its address, for STRATA_EDGAR_STAND_IN. */
  origin: string
  /** What stands where; may be changed while it serves. */
  standing: Record<string, Standing>
  asked: Asked[]
  /** How many requests were refused because they came too fast. */
  tooFast: () => number
  close: () => Promise<void>
}

/** More in one second are refused. */
const mostInASecond = 10

/**
 * For tests: a server that is to be asked as EDGAR is. Who declares no name and mail address is refused (403), more than ten
 * requests in a second are told to come again (429), and texts are packed for who takes them so.
 */
export async function standInEdgar(standing: Record<string, Standing>): Promise<StandInEdgar> {
  const asked: Asked[] = []
  let refusals = 0
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const at = performance.now()
    asked.push({ path, at })
    if (!/\w+ \S+@\S+\.\w+/.test(request.headers['user-agent'] ?? ''))
      return answer(response, 403, 'Undeclared Automated Tool')
    if (asked.filter(one => one.at > at - 1000).length > mostInASecond) {
      refusals++
      return answer(response.setHeader('Retry-After', '1'), 429, 'Request Rate Threshold Exceeded')
    }
    const found = standing[path]
    if (found === undefined) return answer(response, 404, '<Code>NoSuchKey</Code>')
    if (typeof found !== 'string') return found(request, response)
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return answer(response, 200, found)
    response.setHeader('Content-Encoding', 'gzip')
    response.end(gzipSync(Buffer.from(found, 'latin1')))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    standing,
    asked,
    tooFast: () => refusals,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.end(text)
}
