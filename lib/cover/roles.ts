/** What a party of a deal does; each is a leaf of the deal, `issuer` its trust. */
export type Role =
  | 'depositor'
  | 'sponsor'
  | 'seller'
  | 'masterServicer'
  | 'trustee'
  | 'underwriter'
  | 'issuer'

/** A role with how surely its words name it: 0 is the word itself, 1 a word that stands for it where it is not printed. */
export type NamedRole = { role: Role; rank: number }

const NOUN =
  'issuing entity|depositor|sponsor|seller|servicer|trustee|underwriter|manager|book-?runner|issuer|originator|transferor|administrator|custodian|guarantor|insurer|counterparty|provider|agent|advis[eo]r|registrar|purchaser|representative|reviewer|intermediary|company|registrant|borrower|remitter'
const ADJECTIVE =
  'co|lead|joint|sole|master|special|primary|sub|mortgage|loan|indenture|owner|eligible lender|supplemental interest|grantor|document|interest rate|insurance|credit enhancement|liquidity|yield maintenance|auction|delaware|trust|paying|securities|note|certificate|bond|collateral|swap|cap|hedge|back-?up|successor|initial|managing|book-?running|running|book|structuring|placement|senior|interim|credit risk|calculation|administrative|several|principal|responsible|contract|asset representations|asset|exclusive|operating|trust fund|certain'
const DETERMINER =
  '(?:one of |each of |a |an |the )?(?:(?:sole |joint |lead )?representatives? of )?(?:a |an |the |its |each an? )?'
/** One role: `the indenture trustee`, `co-lead manager`, `representative of the several underwriters`. */
const PART = new RegExp(`${DETERMINER}((?:(?:${ADJECTIVE})[ -]+){0,4}(?:${NOUN})s?)(?![a-z-])`, 'y')
const SEPARATOR = /(?:,? and (?:as )?(?:in its capacity as )?|,? & |, (?:as )?| ?\/ ?| - )/y
const WHOLE_TAIL = /^(?: (?:of|for|under) (?:the )?[a-z ]{3,40})?$/
/** A text without one of these names no role that the deal has a leaf for. */
const ROLE_OF_DEAL = /depositor|sponsor|seller|servicer|trustee|underwriter|manager|runner|issu(?:er|ing)/i
/** The same with roles that the deal has no leaf for, and that no company's name ends in: their captions have names too. */
export const ROLE_OF_ANY = new RegExp(
  `${ROLE_OF_DEAL.source}|originator|transferor|custodian|administrator|guarantor|insurer|counterparty|(?:paying|calculation|collateral) agent|registrar`,
  'i',
)

/** What the words of one role are for the deal; null for parties that it has no leaf for. */
function toRole(words: string): NamedRole | null {
  if (/^issu(?:er|ing entity)$/.test(words)) return { role: 'issuer', rank: 0 }
  if (/^depositors?$/.test(words)) return { role: 'depositor', rank: 0 }
  if (/sponsors?$/.test(words)) return { role: 'sponsor', rank: 0 }
  if (/sellers?$/.test(words)) return { role: 'seller', rank: 0 }
  if (/^master servicers?$/.test(words)) return { role: 'masterServicer', rank: 0 }
  if (/^trustees?$/.test(words)) return { role: 'trustee', rank: 0 }
  if (words === 'indenture trustee') return { role: 'trustee', rank: 1 }
  if (/underwriters?$|runners?$/.test(words)) return { role: 'underwriter', rank: 0 }
  if (/(?:\b(?:lead|co|joint|senior|managing)|running)[ -]managers?$/.test(words))
    return { role: 'underwriter', rank: 0 }
  return null
}

/**
 * The roles at the start of a phrase, and how long the words are that name them, others of the field included.
 *
 * > seller and as master servicer of the loans         two roles, 29 characters
 *   Sponsor, Originator and Servicer                   one role, 32 characters
 */
function parseRoles(phrase: string): { roles: NamedRole[]; length: number; isPlural: boolean } {
  const small = phrase.toLowerCase()
  const roles: NamedRole[] = []
  let length = 0
  let isPlural = false
  for (let at = 0; at < small.length; ) {
    PART.lastIndex = at
    const words = PART.exec(small)?.[1]
    if (words === undefined) break
    const role = toRole(words)
    if (role !== null) roles.push(role)
    isPlural ||= words.endsWith('s')
    length = PART.lastIndex
    SEPARATOR.lastIndex = length
    if (!SEPARATOR.test(small)) break
    at = SEPARATOR.lastIndex
  }
  return { roles, length, isPlural }
}

/** The roles that a phrase begins with: `seller and master servicer` has two, `one of the Underwriters` one. */
export function readRoles(phrase: string): NamedRole[] {
  return ROLE_OF_DEAL.test(phrase) ? parseRoles(phrase).roles : []
}

/** Does a phrase begin with a role for several: `underwriters of the notes`? */
export function isForSeveral(phrase: string): boolean {
  return parseRoles(phrase).isPlural && !/^(?:one|each|an?|(?:the |sole )?representatives?)\b/.test(phrase)
}

/**
 * The roles of a text that names nothing else: `Sponsor, Originator and Servicer`, `(as Depositor)`, `(ISSUER OF THE
 * SECURITIES)`; also none, when they have no leaf. Null for any other text.
 */
export function readRoleCaption(text: string): { roles: NamedRole[]; isPlural: boolean } | null {
  if (!ROLE_OF_ANY.test(text)) return null
  const bare = withoutBracket(text)
  const { length, ...found } = parseRoles(bare)
  return length > 0 && WHOLE_TAIL.test(bare.slice(length).toLowerCase()) ? found : null
}

/**
 * The words of two lines where roles run on from one to the next; null when they do not. The upper line is open, or the
 * lower leads on. Never a line of adjectives alone, for names are made of such words too.
 *
 * > Trustee and Supplemental Interest       Master Servicer, Paying Agent
 *          Trust Trustee                    and Custodian
 */
export function joinRoles(upper: string, lower: string): string | null {
  const bare = withoutBracket(upper)
  const isOpen = readRoleCaption(upper) === null && parseRoles(bare).length > 0
  if (!isOpen && !/^(?:and|&|\/) /i.test(lower)) return null
  const joined = `${upper} ${lower}`
  return parseRoles(withoutBracket(joined)).length > bare.length ? joined : null
}

function withoutBracket(text: string): string {
  return text.replace(/^\(|[):]+$/g, '').replace(/^as /i, '')
}

/** The roles in a caption of a cover: `(Exact name of sponsor as specified in its charter)`. */
export function readRolesOfCharter(text: string): NamedRole[] {
  const words = /exact\s+names?\s+of\s+(?:the\s+)?(.*)/i.exec(text)?.[1]
  return words === undefined ? [] : readRoles(words)
}
