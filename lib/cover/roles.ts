/** What a party of a deal does; each is a leaf of the deal. */
export type Role = 'depositor' | 'sponsor' | 'seller' | 'masterServicer' | 'trustee' | 'underwriter'

/**
 * The words for each role, tried at the start of what follows "as" or stands before a colon. Rank 0 is the word itself;
 * 1 is a word that stands for the role where the other is not printed.
 */
const ROLE_WORDS: { role: Role; words: RegExp; rank: number }[] = [
  { role: 'depositor', words: /^depositor\b/, rank: 0 },
  { role: 'sponsor', words: /^(?:co-)?sponsors?\b/, rank: 0 },
  { role: 'seller', words: /^(?:(?:mortgage )?loan |mortgage )?sellers?\b/, rank: 0 },
  { role: 'masterServicer', words: /^master servicer\b/, rank: 0 },
  { role: 'trustee', words: /^trustee\b/, rank: 0 },
  { role: 'trustee', words: /^indenture trustee\b/, rank: 1 },
  { role: 'underwriter', words: /^(?:lead |co-|sole |managing )?underwriters?\b/, rank: 0 },
]
/** A phrase without one of these names no role. */
const ROLE_WORD = /depositor|sponsor|seller|servicer|trustee|underwriter/i
/** Roles that the deal has no leaf for; others may follow them. */
const OTHER_ROLE = /^(?:mortgage )?(?:originator|issuer|transferor)s?$/
const DETERMINER = /^(?:one of |representatives? of )?(?:an? |the |its |each an? )?(?:several )?/

/** The roles that a phrase names: `seller and master servicer` has two, `one of the Underwriters` one. */
export function readRoles(phrase: string): { role: Role; rank: number }[] {
  const roles: { role: Role; rank: number }[] = []
  if (!ROLE_WORD.test(phrase)) return roles
  for (const part of phrase.toLowerCase().split(/, and |, | and |\/| & /)) {
    const words = part.trim().replace(DETERMINER, '')
    const found = ROLE_WORDS.find(entry => entry.words.test(words))
    if (found === undefined && OTHER_ROLE.test(words)) continue
    if (found === undefined) break
    roles.push({ role: found.role, rank: found.rank })
  }
  return roles
}
