import type { IncomingMessage } from 'node:http'
import { allowedMethods } from './allowed-methods.ts'
import { type HostRules, isAskedHere } from './asked-host.ts'
import { letByTimes, uploadLimits } from './receive-files.ts'
import type { ErrorCode } from './service-errors.ts'

/** Addresses as pages and scripts print them are far shorter. In characters. */
export const longestAddress = 8000

/** Of what is longer than this nothing is read: longer uploads than are taken are read so far only to be told why. */
const mostBodyBytes = letByTimes * uploadLimits.totalBytes

type Judged = Pick<IncomingMessage, 'url' | 'method' | 'headers' | 'httpVersion'> & { rawHeaders?: string[] }

/** Why a request is not passed on to the site; null where it is. */
export function judgeRequest(
  { url = '', method = '', headers, httpVersion, rawHeaders = [] }: Judged,
  rules: HostRules,
): ErrorCode | null {
  // Before HTTP/1.1 a request had none, and no browser is as old.
  if (headers.host === undefined && httpVersion !== '1.0') return 'host-is-missing'
  if (rawHeaders.filter(isNameOfHost).length > 1) return 'request-is-malformed'
  if (headers.host !== undefined && !isAskedHere(headers.host, rules)) return 'host-is-unknown'
  if (url === '*' && method === 'OPTIONS') return null
  if (url.length > longestAddress) return 'address-is-too-long'
  if (!url.startsWith('/') || !isWellEncoded(url)) return 'address-is-malformed'
  // Nothing of the site is a picture that Next makes smaller.
  if (isPathOf(url, '/_next/image')) return 'page-is-unknown'
  if (!hasUsableBoundary(headers['content-type'])) return 'boundary-is-not-usable'
  if (!allowedMethods(url).includes(method)) return 'method-is-not-allowed'
  return Number(headers['content-length'] ?? 0) > mostBodyBytes ? 'body-is-too-large' : null
}

/** Names stand before their values. Whoever reads another of two Hosts than we do would be told of another site. */
function isNameOfHost(text: string, order: number): boolean {
  return order % 2 === 0 && text.toLowerCase() === 'host'
}

/** True for this path itself, with a slash after it or not, and any query. */
function isPathOf(url: string, path: string): boolean {
  const [own = ''] = url.split('?', 1)
  return own === path || own === `${path}/`
}

/** True if every `%` begins a byte of UTF-8 text, none of which is NUL. */
function isWellEncoded(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

/** The most characters that the boundary between the parts of a form may have. Source: RFC 2046 (5.1.1). */
const longestBoundary = 70

/** False for a form whose boundary is empty or too long; one without any is no form, and is told so where forms are read. */
function hasUsableBoundary(contentType = ''): boolean {
  const [, printed] = /^multipart\/.*?\bboundary=("[^"]*|[^;]*)/i.exec(contentType) ?? []
  const boundary = printed?.replace(/^"/, '').trim()
  return boundary === undefined || (boundary.length > 0 && boundary.length <= longestBoundary)
}
