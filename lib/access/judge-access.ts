import type { Asker } from './asker.ts'
import { opensThing, type Thing } from './opened-by-link.ts'
import { type Need, roleAllows } from './role.ts'

/** Why something is not for whoever asks. */
export type AccessRefusal =
  | 'sign-in-is-needed'
  | 'link-opens-something-else'
  | 'role-is-missing'
  | 'role-is-not-enough'

/** True if whoever asks has a role that is enough; everybody has where nobody is asked who they are. */
export function mayDo(asker: Asker | null, need: Need): boolean {
  return asker === null || roleAllows(asker.person?.role ?? null, need)
}

/** The most that whoever asks may do, for what is shown to them; null where nobody is asked who they are. */
export function mostOf(asker: Asker | null): Need | null {
  if (asker === null) return null
  return (['own', 'edit', 'look'] as const).find(need => mayDo(asker, need)) ?? 'nothing'
}

/**
 * Null where whoever asks may do it. `thing` says what it is to look at, where that can be shared: a link then opens it.
 * Nothing is said of whether it exists.
 */
export function judgeAccess({ person, links }: Asker, need: Need, thing: Thing | null): AccessRefusal | null {
  if (roleAllows(person?.role ?? null, need)) return null
  if (need === 'look' && thing && links.some(({ address }) => opensThing(address, thing))) return null
  if (person) return person.role === null ? 'role-is-missing' : 'role-is-not-enough'
  return links.length > 0 ? 'link-opens-something-else' : 'sign-in-is-needed'
}
