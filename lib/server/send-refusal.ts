import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { allowedMethods } from './allowed-methods.ts'
import { plainPage } from './plain-page.ts'
import { retryHeaders } from './retry-after.ts'
import { securityHeaders } from './security-headers.ts'
import { type ErrorCode, errorBody, wordError } from './service-errors.ts'

type Refusal = { status: number; headers: Record<string, string>; body: string }

/** What is answered in the site's place: JSON in the one shape of errors for calls of the service, else a page in words. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  const { url = '' } = request
  const { status, headers, body } = wordRefusal(code, /^\/api(?:[/?]|$)/.test(url) ? 'json' : 'page')
  response.writeHead(status, {
    ...headers,
    ...(code === 'method-is-not-allowed' && { Allow: allowedMethods(url).join(', ') }),
  })
  response.end(body)
  if (code === 'body-is-too-large' || code === 'uploads-are-too-many') readOn(request)
}

/** Who is still sending must be read a while to hear the answer; a connection that is cut loses it. In milliseconds. */
const readOnMs = 5000

function readOn(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), readOnMs)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
  request.resume()
}

/** To OPTIONS: the methods that the address can be asked with. */
export function sendOptions({ url = '' }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, { ...securityHeaders, Allow: allowedMethods(url).join(', ') })
  response.end()
}

/** What was no request that could be understood has no response either: the answer is written as it is, and is the last. */
export function writeRefusal(socket: Duplex, code: ErrorCode, more: Record<string, string> = {}): void {
  if (!socket.writable) return
  const { status, headers, body } = wordRefusal(code, 'json')
  const lines = Object.entries({ ...headers, ...more, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}

function wordRefusal(code: ErrorCode, form: 'json' | 'page'): Refusal {
  const [status, message] = wordError(code)
  const body =
    form === 'json' ? JSON.stringify(errorBody(code)) : plainPage('This could not be answered', message)
  return {
    status,
    headers: {
      ...securityHeaders,
      'Content-Type': form === 'json' ? 'application/json' : 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      ...retryHeaders([code]),
    },
    body,
  }
}
