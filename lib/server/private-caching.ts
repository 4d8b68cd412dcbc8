/**
 * What is read from a library is for who asked alone. An answer that says nothing of caches is kept by none; one that Next
 * made for shared caches is asked for anew each time. The site's own files say that anybody may keep them, and may. Where
 * people sign in, an answer is asked for anew each time, for the next person at a browser may be another.
 */
export function privateCaching(told: unknown, isPersonal = false): string {
  const control = told === undefined ? '' : String(told)
  if (control === '') return 'private, no-store'
  if (isPersonal && /\bprivate\b/i.test(control)) return 'private, no-cache'
  return /\bs-maxage\b/i.test(control) ? 'private, no-cache' : control
}
