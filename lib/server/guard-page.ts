import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type Coding, chooseCoding, compressFor } from './compress-page.ts'
import { askedOrigin, placeholderOrigin } from './page-origin.ts'

/**
 * A page is drawn once and cached, yet each answer needs a script nonce of its own. So a page is drawn with a placeholder
 * that only this process knows, and every answer gets a fresh nonce in its place. Scripts without the nonce never run:
 * even if a filing's text became markup by some mistake, it could not become a script.
 */
const placeholder = randomBytes(24).toString('base64url')

/**
 * How a page says that nothing is at its address once it has begun to be drawn (components/shell/not-here.tsx). By then
 * Next has answered 200; here the answer is still to be sent. As markup it cannot come from text, which React escapes.
 */
const notFoundMark = Buffer.from('<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"')

/** Pages are drawn by Next for any path but its own static files and the service's calls. */
export function isPagePath(url: string): boolean {
  return !url.startsWith('/_next/') && !url.startsWith('/api/')
}

function policyWith(nonce: string, policy: string): string {
  return policy.replace(/script-src [^;]*/, `script-src 'self' 'nonce-${nonce}'`)
}

/** Next reads the nonce from the request's policy; a validator would keep a page whose nonce is spent. */
function prepareRequest(request: IncomingMessage): Coding {
  const coding = chooseCoding(request.headers['accept-encoding'])
  delete request.headers['accept-encoding']
  delete request.headers['if-none-match']
  request.headers['content-security-policy'] = `script-src 'nonce-${placeholder}'`
  return coding
}

/**
 * Make one answer of Next a guarded page: its body is held until it is whole, then sent with a fresh nonce in markup
 * and policy, compressed as the browser asked. Answers that are neither HTML nor flight data pass untouched.
 */
export function guardPage(request: IncomingMessage, response: ServerResponse): void {
  const coding = prepareRequest(request)
  const chunks: Buffer[] = []
  const original = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  }
  let isPage: boolean | null = null

  function decide(): boolean {
    isPage ??= /^text\/(html|x-component)/.test(String(response.getHeader('content-type') ?? ''))
    return isPage
  }

  function keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }

  function send(): void {
    const nonce = randomBytes(16).toString('base64')
    const page = replaceAll(Buffer.concat(chunks), [
      [placeholder, nonce],
      [placeholderOrigin, askedOrigin(request)],
    ])
    const body = compressFor(coding, page)
    if (response.statusCode === 200 && page.includes(notFoundMark)) response.statusCode = 404
    const policy = response.getHeader('content-security-policy')
    if (typeof policy === 'string') response.setHeader('content-security-policy', policyWith(nonce, policy))
    response.removeHeader('etag')
    response.setHeader('cache-control', 'private, no-cache')
    response.appendHeader('vary', 'Accept-Encoding')
    if (coding) response.setHeader('content-encoding', coding)
    response.setHeader('content-length', body.length)
    response.writeHead = original.writeHead
    original.end(request.method === 'HEAD' ? undefined : body)
  }

  response.writeHead = ((
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    maybeHeaders?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ) => {
    response.statusCode = status
    const headers = typeof reasonOrHeaders === 'string' ? maybeHeaders : reasonOrHeaders
    if (headers && !Array.isArray(headers))
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) response.setHeader(name, value)
    return decide() ? response : original.writeHead(status)
  }) as typeof response.writeHead

  response.flushHeaders = () => undefined

  response.write = ((chunk: unknown, encoding?: unknown, done?: () => void) => {
    if (!decide()) return (original.write as (...all: unknown[]) => boolean)(chunk, encoding, done)
    keep(chunk, encoding)
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(callback)
    return true
  }) as typeof response.write

  response.end = ((chunk?: unknown, encoding?: unknown, done?: () => void) => {
    if (!decide()) return (original.end as (...all: unknown[]) => ServerResponse)(chunk, encoding, done)
    if (typeof chunk !== 'function') keep(chunk, encoding)
    send()
    const callback = [chunk, encoding, done].find(argument => typeof argument === 'function')
    if (typeof callback === 'function') callback()
    return response
  }) as typeof response.end
}

/** Replace ASCII texts in UTF-8 bytes without decoding them: Latin-1 keeps every byte as it is. */
export function replaceAll(body: Buffer, changes: readonly (readonly [from: string, to: string])[]): Buffer {
  const text = body.toString('latin1')
  return Buffer.from(
    changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    'latin1',
  )
}
