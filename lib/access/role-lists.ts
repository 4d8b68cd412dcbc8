import { type Role, roles } from './role.ts'

/** Who has which role: entries of the lists STRATA_OWNERS, STRATA_EDITORS and STRATA_VIEWERS. */
export type RoleLists = Record<Role, ReadonlySet<string>>

/** What a provider or a proxy says of somebody. An address is only here where it may be believed. */
export type Claims = {
  subject?: string | undefined
  address?: string | undefined
  groups?: readonly string[] | undefined
}

/**
 * The entries of a list, with commas between: an address, all addresses of a domain, a group of the provider, what the provider
 * calls somebody, or everybody who signs in.
 *
 * > ada@desk.example, @desk.example, group:strata-editors, sub:248289761001, *
 *
 * Null where an entry is none of these.
 */
export function readRoleList(printed = ''): ReadonlySet<string> | null {
  const entries = printed
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
  return entries.every(isEntry) ? new Set(entries.map(foldEntry)) : null
}

function isEntry(entry: string): boolean {
  return entry === '*' || /^(?:group|sub):\S/.test(entry) || /^(?!group:|sub:)[^\s:*]+$/.test(entry)
}

/** Addresses are the same in large and small letters; groups and what the provider calls somebody are not. */
function foldEntry(entry: string): string {
  return /^(?:group|sub):/.test(entry) ? entry : entry.toLowerCase()
}

/** The highest role that any list gives; null where none names this person. */
export function roleOf({ subject, address, groups = [] }: Claims, lists: RoleLists): Role | null {
  // What is written like another kind of entry is no address.
  const folded = address && /^[^@:*][^:*]*$/.test(address) ? address.toLowerCase() : undefined
  const domain = folded?.includes('@') ? folded.slice(folded.lastIndexOf('@')) : undefined
  const entries = [
    '*',
    ...(folded ? [folded] : []),
    ...(domain ? [domain] : []),
    ...(subject ? [`sub:${subject}`] : []),
    ...groups.map(group => `group:${group}`),
  ]
  return roles.findLast(role => entries.some(entry => lists[role].has(entry))) ?? null
}
