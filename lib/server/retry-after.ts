import { largest } from '../extremes.ts'

/** When to ask again for what passes by itself, in seconds. */
const retryAfter: Readonly<Record<string, number>> = {
  'upload-came-while-busy': 30,
  'library-busy': 30,
  'edgar-is-busy': 120,
  'downloads-are-too-many': 30,
  'requests-are-too-many': 1,
  'uploads-are-too-many': 5,
}

/**
 * The header that says when to ask again, where one of these codes is of something that passes: no room for now, too much
 * under way, or a locked library. What somebody has to mend first has no time.
 */
export function retryHeaders(codes: readonly (string | null | undefined)[]): { 'retry-after'?: string } {
  const seconds = codes.flatMap(code =>
    code && Object.hasOwn(retryAfter, code) ? (retryAfter[code] ?? []) : [],
  )
  return seconds.length > 0 ? { 'retry-after': String(largest(seconds)) } : {}
}
