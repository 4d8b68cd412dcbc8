import type { IncomingMessage } from 'node:http'
import { allowedMethods } from './allowed-methods.ts'
import { type HostRules, isAskedHere } from './asked-host.ts'
import type { ErrorCode } from './service-errors.ts'

/** Addresses as pages and scripts print them are far shorter. In characters. */
export const longestAddress = 8000

/** Why a request is not passed on to the site; null where it is. */
export function judgeRequest(
  { url = '', method = '', headers }: Pick<IncomingMessage, 'url' | 'method' | 'headers'>,
  rules: HostRules,
): ErrorCode | null {
  if (!isAskedHere(headers.host, rules)) return 'host-is-unknown'
  if (url === '*' && method === 'OPTIONS') return null
  if (url.length > longestAddress) return 'address-is-too-long'
  if (!url.startsWith('/') || !isWellEncoded(url)) return 'address-is-malformed'
  if (!hasUsableBoundary(headers['content-type'])) return 'boundary-is-not-usable'
  return allowedMethods(url).includes(method) ? null : 'method-is-not-allowed'
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
