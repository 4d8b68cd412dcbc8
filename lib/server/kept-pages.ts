import { hash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { chooseCoding } from './compress-page.ts'
import { drawDetached, type Handler } from './draw-detached.ts'
import type { Lane } from './drawing-lane.ts'
import { hasAlready } from './entity-tag.ts'
import { finishPage, type WholeAnswer } from './finish-page.ts'
import { type KeptAddress, readKeptAddress } from './kept-address.ts'
import { type CacheLimits, type Made, PageCache } from './page-cache.ts'
import { varyByCoding } from './vary.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** What is kept of pages takes so much memory, and one page no more than an eighth of it. */
export const pageLimits: CacheLimits = { totalBytes: 128 * 2 ** 20, entryBytes: 16 * 2 ** 20 }

/** An answer as it is sent again and again. A page is packed; a picture is packed already. */
type ReadyAnswer = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  tag: string
  isPacked: boolean
  bytes: number
}

/** What a page of a deal is drawn from, as a text that changes whenever that does. */
export type FindVersion = (slug: string) => Promise<string>

export type KeptPages = {
  /** Answer with a page that may be kept; false for any other request, which is left alone. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/**
 * Pages of deals, drawn once and kept whole. What a page is drawn from is asked of the library for every request, so
 * a filing that joins a deal shows at once, whichever process added it.
 */
export function keptPages(
  handle: Handler,
  { findVersion, host, draw: inTurn }: { findVersion: FindVersion; host: string; draw: Lane },
): KeptPages {
  const cache = new PageCache<ReadyAnswer>(pageLimits)

  async function draw({ path, slug }: KeptAddress, version: string | null): Promise<Made<ReadyAnswer>> {
    const drawn = await inTurn(() => drawDetached(handle, path, host))
    const value = await makeReady(isHtml(drawn) ? finishPage(drawn) : drawn)
    // A page that is not there costs little, and there is no end of addresses of them.
    const mayKeep = value.status === 200 && version !== null && (await known(slug)) === version
    return { value, mayKeep }
  }

  /** Null while the library does not say: then nothing is kept, and the page itself tells what is wrong. */
  async function known(slug: string): Promise<string | null> {
    return findVersion(slug).catch(() => null)
  }

  async function find(address: KeptAddress) {
    const version = await known(address.slug)
    if (version === null) return { value: (await draw(address, null)).value, isKept: false }
    return cache.find(address.path, version, () => draw(address, version))
  }

  return {
    answer: async (request, response) => {
      const address = isDocument(request) ? readKeptAddress(request.url ?? '') : null
      if (address === null) return false
      const { value, isKept } = await find(address)
      await send(request, response, value, isKept)
      return true
    },
  }
}

/** Not the parts of a page that a script of ours asks for, which differ by what it has already. */
function isDocument({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.rsc === undefined
}

function isHtml({ headers }: WholeAnswer): boolean {
  return String(headers['content-type']).startsWith('text/html')
}

async function makeReady(answer: WholeAnswer): Promise<ReadyAnswer> {
  const { status } = answer
  const isPacked = isHtml(answer)
  const body = isPacked ? await pack(answer.body) : answer.body
  const tag = `"${hash('sha256', answer.body, 'base64url')}"`
  const headers = { ...answer.headers, etag: tag }
  return { status, headers, body, tag, isPacked, bytes: body.length + JSON.stringify(headers).length }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, tag, isPacked }: ReadyAnswer,
  isKept: boolean,
): Promise<void> {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  varyByCoding(response)
  response.setHeader('cache-status', isKept ? 'strata; hit' : 'strata; fwd=miss')
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
