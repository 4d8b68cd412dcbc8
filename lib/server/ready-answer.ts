import { hash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { chooseCoding } from './compress-page.ts'
import { hasAlready } from './entity-tag.ts'
import { finishPage, type WholeAnswer } from './finish-page.ts'
import { privateCaching } from './private-caching.ts'
import { withSecurityHeaders } from './security-headers.ts'
import { varyByCoding } from './vary.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** An answer as it is sent, again and again if need be. Text is packed; a picture is packed already. */
export type ReadyAnswer = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** Of the body: who has it already is sent none. */
  tag: string
  isPacked: boolean
}

/** Make what Next has drawn ready: a page is guarded, and nothing that comes from the library is for shared caches. */
export function makeReady(drawn: WholeAnswer): Promise<ReadyAnswer> {
  const isPage = /^text\/html\b/i.test(typeOf(drawn))
  const { status, headers, body } = isPage ? finishPage(drawn) : drawn
  const caching = { 'cache-control': privateCaching(headers['cache-control']) }
  return packAnswer({ status, headers: { ...withSecurityHeaders(headers), ...caching }, body })
}

/** Make an answer ready that is guarded already. */
export async function packAnswer(answer: WholeAnswer): Promise<ReadyAnswer> {
  const { status, headers, body } = answer
  const isPacked = /^text\//i.test(typeOf(answer))
  const tag = `"${hash('sha256', body, 'base64url')}"`
  return { status, headers, body: isPacked ? await pack(body) : body, tag, isPacked }
}

function typeOf({ headers }: WholeAnswer): string {
  return String(headers['content-type'] ?? '')
}

/** Send an answer that is ready, to whom it may concern; `cacheStatus` as in RFC 9211. */
export async function sendReady(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, tag, isPacked }: ReadyAnswer,
  cacheStatus: string,
): Promise<void> {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  varyByCoding(response)
  response.setHeader('cache-status', cacheStatus)
  if (status === 200) response.setHeader('etag', tag)
  if (status === 200 && hasAlready(request.headers['if-none-match'], tag)) {
    response.statusCode = 304
    response.end()
    return
  }
  const isSentPacked = isPacked && chooseCoding(request.headers['accept-encoding'], ['gzip']) === 'gzip'
  const sent = isPacked && !isSentPacked ? await unpack(body) : body
  response.statusCode = status
  if (isSentPacked) response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-length', sent.length)
  response.end(sent)
}
