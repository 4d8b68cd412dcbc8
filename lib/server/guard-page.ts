import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseCoding, compressFor } from './compress-page.ts'
import { failureWords } from './failure-words.ts'
import { fillPacked } from './packed-page.ts'
import { askedOrigin, placeholderOrigin } from './page-origin.ts'
import { cutPage, fillPage, type KeptPage, type PageTemplate, pageCutter } from './page-template.ts'

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
const notFoundMark = '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"'

const pageTexts = { placeholders: [placeholder, placeholderOrigin], mark: notFoundMark }
const cutText = pageCutter(pageTexts)

/** A page that comes as one text comes from the cache, and is cut once; one that comes in parts was drawn just now. */
function templateOf(chunks: readonly (string | Buffer)[]): KeptPage | PageTemplate {
  const [only] = chunks
  if (chunks.length === 1 && typeof only === 'string') return cutText(only)
  return cutPage(Buffer.concat(chunks.map(chunk => Buffer.from(chunk))), pageTexts)
}

/** The page as it is sent: a kept one is packed already, another is compressed now, as well as a moment allows. */
function codePage(template: KeptPage | PageTemplate, plain: Buffer[], accepted: string) {
  const coding = chooseCoding(accepted, 'packed' in template ? ['gzip', 'br'] : ['br', 'gzip'])
  if (coding === 'gzip' && 'packed' in template)
    return { coding, parts: fillPacked(template, template.packed(), plain) }
  return { coding, parts: coding ? [compressFor(coding, Buffer.concat(plain))] : plain }
}

/** Pages are drawn by Next for any path but its own static files and the service's calls. */
export function isPagePath(url: string): boolean {
  return !url.startsWith('/_next/') && !url.startsWith('/api/')
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/html')
}

function policyWith(nonce: string, policy: string): string {
  return policy.replace(/script-src [^;]*/, `script-src 'self' 'nonce-${nonce}'`)
}

/**
 * Next reads the nonce from the request's policy; a validator would keep a page whose nonce is spent. Next is to answer
 * plainly: gives back the codings that the browser accepts.
 */
function prepareRequest(request: IncomingMessage): string {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  delete request.headers['accept-encoding']
  delete request.headers['if-none-match']
  request.headers['content-security-policy'] = `script-src 'nonce-${placeholder}'`
  return accepted
}

/**
 * Make one answer of Next a guarded page: its body is held until it is whole, then sent with a fresh nonce in markup
 * and policy, compressed as the browser asked. Answers that are neither HTML nor flight data pass untouched.
 */
export function guardPage(request: IncomingMessage, response: ServerResponse): void {
  const accepted = prepareRequest(request)
  const chunks: (string | Buffer)[] = []
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

  function keep(chunk: unknown): void {
    if (typeof chunk === 'string') chunks.push(chunk)
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }

  function send(): void {
    if (response.statusCode >= 500 && isHtml(response)) chunks.push(failureWords)
    const nonce = randomBytes(16).toString('base64')
    const template = templateOf(chunks)
    const plain = fillPage(template, [nonce, askedOrigin(request)])
    const { coding, parts } = codePage(template, plain, accepted)
    if (response.statusCode === 200 && template.isMarked) response.statusCode = 404
    const policy = response.getHeader('content-security-policy')
    if (typeof policy === 'string') response.setHeader('content-security-policy', policyWith(nonce, policy))
    response.removeHeader('etag')
    response.setHeader('cache-control', 'private, no-cache')
    response.appendHeader('vary', 'Accept-Encoding')
    if (coding) response.setHeader('content-encoding', coding)
    response.setHeader(
      'content-length',
      parts.reduce((sum, part) => sum + part.length, 0),
    )
    response.writeHead = original.writeHead
    if (request.method !== 'HEAD') {
      response.cork()
      for (const part of parts) original.write(part)
    }
    original.end()
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
    keep(chunk)
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(callback)
    return true
  }) as typeof response.write

  response.end = ((chunk?: unknown, encoding?: unknown, done?: () => void) => {
    if (!decide()) return (original.end as (...all: unknown[]) => ServerResponse)(chunk, encoding, done)
    if (typeof chunk !== 'function') keep(chunk)
    send()
    const callback = [chunk, encoding, done].find(argument => typeof argument === 'function')
    if (typeof callback === 'function') callback()
    return response
  }) as typeof response.end
}
