import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** A page as Next drew it: its headers stand on the response it was held back from. */
export type Release = (body: Buffer) => void

/**
 * Instead of a coding, while a page is held: what is encoded already is compressed by nobody, and Next compresses the rest
 * of what it answers as it goes.
 */
const heldCoding = 'held'

function isHtml(response: ServerResponse): boolean {
  return /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''))
}

/**
 * Hold an answer back if it is a page, which shows by its type once its headers are known and never by its address;
 * `whenWhole` gets the whole body, and sends what it makes of it with `release`. Other answers pass as they come;
 * `beforeOthers` may still change their headers.
 */
export function holdPages(
  response: ServerResponse,
  {
    whenWhole,
    beforeOthers,
  }: {
    whenWhole: (body: Buffer, release: Release) => void
    beforeOthers: () => void
  },
): void {
  const chunks: Buffer[] = []
  const original = {
    setHeader: response.setHeader.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  }
  let isPage: boolean | null = null

  function decide(): boolean {
    if (isPage === null) {
      isPage = isHtml(response)
      // By now whoever compresses has seen it, and has left the answer alone.
      if (response.getHeader('content-encoding') === heldCoding) response.removeHeader('content-encoding')
      if (!isPage) beforeOthers()
    }
    return isPage
  }

  function keep(chunk: unknown): void {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }

  function release(body: Buffer): void {
    Object.assign(response, original)
    response.setHeader('content-length', body.length)
    response.end(body)
  }

  response.setHeader = (name, value) => {
    original.setHeader(name, value)
    if (isPage === null && /^content-type$/i.test(name) && isHtml(response))
      original.setHeader('content-encoding', heldCoding)
    return response
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

  response.flushHeaders = () => {
    if (!decide()) original.flushHeaders()
  }

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
    whenWhole(Buffer.concat(chunks), release)
    const callback = [chunk, encoding, done].find(argument => typeof argument === 'function')
    if (typeof callback === 'function') callback()
    return response
  }) as typeof response.end
}
