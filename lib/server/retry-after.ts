/** When to ask again for what passes by itself, in seconds. */
const retryAfter = 30
const passing = new Set<string>(['upload-came-while-busy', 'library-busy', 'downloads-are-too-many'])

/**
 * The header that says when to ask again, where one of these codes is of something that passes: no room for now, or a locked
 * library. What somebody has to mend first has no time.
 */
export function retryHeaders(codes: readonly (string | null | undefined)[]): { 'retry-after'?: string } {
  return codes.some(code => code && passing.has(code)) ? { 'retry-after': String(retryAfter) } : {}
}
