/** What a person may do, each with all that those before it may. */
export const roles = ['viewer', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/**
 * What a call or a page asks of whoever asks for it: nothing; to look; to add, change and delete what can be brought back; to
 * do what cannot be undone, and to read who did what.
 */
export type Need = 'nothing' | 'look' | 'edit' | 'own'

const leastRole: Record<Exclude<Need, 'nothing'>, Role> = { look: 'viewer', edit: 'editor', own: 'owner' }

/** True if a role is enough for something. Who has none may do what asks for nothing. */
export function roleAllows(role: Role | null, need: Need): boolean {
  if (need === 'nothing') return true
  return role !== null && roles.indexOf(role) >= roles.indexOf(leastRole[need])
}
