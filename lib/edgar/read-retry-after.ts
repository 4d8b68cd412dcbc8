/** More than this is not waited for at once, whatever is asked. In milliseconds. */
const longestMs = 3_600_000

/**
 * How long a `Retry-After` asks to wait from now on, in milliseconds; null where it is not there or not understood.
 *
 * > 120                             so many seconds
 * > Wed, 21 Oct 2015 07:28:00 GMT   until then
 *
 * Source: RFC 9110 (10.2.3).
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? null : Math.min(longestMs, Math.max(0, ms))
}
