import type { Note } from '@/lib/library/index.ts'

/** What readers noted on places of a filing, by place; several notes on one are one below the other. */
export function notedPlaces(notes: readonly Note[], sha256: string): ReadonlyMap<string, string> {
  const noted = new Map<string, string>()
  for (const { filing, at, text } of notes) {
    if (filing !== sha256 || at === null) continue
    const before = noted.get(at)
    noted.set(at, before === undefined ? text : `${before}\n${text}`)
  }
  return noted
}
