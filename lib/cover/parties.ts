import { issue } from '../issues.ts'
import type { Issue, Place, Printed } from '../report.ts'
import { type DefinedTerms, foldTerm } from './find-defined-terms.ts'
import { findNameAfter, findNameBefore, type Span } from './find-name.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { isAllCapitals, toNaturalCase } from './name-case.ts'
import { isForSeveral, type NamedRole, type Role, readRoleCaption, readRoles } from './roles.ts'
import { namesBefore } from './split-names.ts'

/** The parties by role, each name once, in the order they are named. */
export type Parties = Record<Role, Printed[]>

/** A party with its role; of several the lowest rank comes first. */
export type FoundParty = { role: Role; rank: number; party: Printed }
/** A role that is printed as a caption, with what stands beside it, which is no name as far as can be told. */
export type UnreadRole = { role: Role; printed: string; at: Place }
/** What leads from a name to its role: `X, as seller`, `X (as seller)`, `X, also an underwriter`, `X is the sponsor`. */
const LEADS = [' as ', '(as ', ', also ', ' is the ', ', the ']
/** What leads from a role to its name: `The sponsor is X`, `the depositor, X,`; X stands for the role where nothing says "as". */
const ROLE_FIRST =
  /\b[Tt]he (depositor|sponsor|(?:mortgage loan )?seller|master servicer|(?:indenture )?trustee|(?:lead )?underwriters?|issuing entity)(?: (?:of|for) the [a-z -]{3,40})?(?: (?:is|are|will be|was)(?: the)?|,) (?=[A-Z])/g
/** What is not the last of the name, but says how it acts: `X, not in its individual capacity but solely as trustee` */
const MANNER =
  /(?:,? (?:in its capacity|not in its individual capacity,?(?: but)?(?: solely)?|solely|acting|(?:will |shall )?(?:serves?|acts?|be acting|acted)))$/
const LONGEST_MANNER = 60
const LONGEST_PHRASE = 80
/** Parties are named a few dozen times; of longer lists the first are enough. */
const MOST_MENTIONS = 400
const MOST_SPELLINGS = 40
/** A role that stands before its name, or as a term for it, is told less surely than one behind "as". */
const RANK_OF_ROLE_FIRST = 2

/**
 * Read who is what, by the grammar of the sentence and never by the name.
 *
 * > Ashgrove Home Loans, Inc., as seller (the "Seller"), … The Bank of Fernhill, as trustee
 *   ^ name                        ^ role
 *   The sponsor is Teasel Home Lending.     Larch LLC and Alder Inc., as underwriters
 *
 * Who "has prepared certain materials" for investors counts as an underwriter. A defined term standing for a name
 * (`the Company, as depositor`) gives the name. Names in capitals come in natural case. `titled` are the parties whose role
 * stands by itself, see `findTitleRoles`.
 */
export function readParties(flow: Flow, terms: DefinedTerms, titled: FoundParty[]): Parties {
  const found = [
    ...titled,
    ...findByRole(flow, terms).toSorted((one, other) => compare(one.party.at, other.party.at)),
    ...findByRoleFirst(flow),
    ...findByTerm(terms),
    ...findPreparers(flow, terms),
  ]
  const parties: Parties = {
    depositor: [],
    sponsor: [],
    seller: [],
    masterServicer: [],
    trustee: [],
    underwriter: [],
    issuer: [],
  }
  const ranked = found.toSorted((one, other) => one.rank - other.rank)
  for (const { role, party } of ranked.slice(0, MOST_MENTIONS)) {
    if (role === 'issuer' && !/\btrust\b|\d-[A-Z\d]/i.test(party.value)) continue
    const isKnown = parties[role].some(known => foldTerm(known.value) === foldTerm(party.value))
    if (!isKnown) parties[role].push(role === 'depositor' ? asPrinted(flow, party) : party)
  }
  return parties
}

/** Roles that one party has; of several captions for one, the first is given, and an issue counts them. */
const OF_ONE: [Role, string][] = [
  ['depositor', 'depositors'],
  ['sponsor', 'sponsors'],
  ['seller', 'sellers'],
  ['masterServicer', 'master servicers'],
  ['trustee', 'trustees'],
]

/** Issues for roles by themselves that name several parties. Raises `cover-prints-several`. */
export function reportSeveralParties(titled: FoundParty[]): Issue[] {
  return OF_ONE.flatMap(([role, what]) => {
    const own = titled.filter(each => each.role === role && each.rank === 0)
    const count = new Set(own.map(({ party }) => foldTerm(party.value))).size
    const [first] = own
    return first === undefined || count < 2
      ? []
      : [issue('cover-prints-several', { what, count, first: first.party.value }, first.party.at)]
  })
}

const IN_WORDS: Record<Role, string> = {
  depositor: 'depositor',
  sponsor: 'sponsor',
  seller: 'seller',
  masterServicer: 'master servicer',
  trustee: 'trustee',
  underwriter: 'underwriters',
  issuer: 'issuing entity',
}

/** Issues for labels without a name, once for each role that nothing else names. Raises `cover-field-is-not-read`. */
export function reportUnreadRoles(unread: readonly UnreadRole[], parties: Parties): Issue[] {
  const told = new Set<Role>()
  return unread.flatMap(({ role, printed, at }) => {
    if (told.has(role) || parties[role].length > 0) return []
    told.add(role)
    return [issue('cover-field-is-not-read', { what: IN_WORDS[role], printed: printed || null }, at)]
  })
}

function findByRole(flow: Flow, terms: DefinedTerms): FoundParty[] {
  const found: FoundParty[] = []
  for (const lead of LEADS)
    for (const at of offsetsOf(flow, lead)) {
      if (found.length >= MOST_MENTIONS) return found
      const phrase = phraseAfter(flow.text, at + lead.length)
      const roles = lead === ', the ' ? readRoleAlone(phrase) : readRoles(phrase)
      if (roles.length > 0)
        for (const party of readParty(flow, at + 1, phrase, terms)) addParty(found, roles, party)
    }
  return found
}

/** `Larch Securities Inc., the underwriter, bought`; never `if it pays Larch Securities Inc., the underwriter bought`. */
function readRoleAlone(phrase: string): NamedRole[] {
  const comma = phrase.indexOf(',')
  const words = comma === -1 ? phrase : phrase.slice(0, comma)
  const isEnded = comma !== -1 || phrase.length < LONGEST_PHRASE
  const roles = isEnded ? (readRoleCaption(words)?.roles ?? []) : []
  return roles.map(({ role }) => ({ role, rank: RANK_OF_ROLE_FIRST }))
}

function compare(one: Place, other: Place): number {
  return one.line - other.line || one.start - other.start
}

function addParty(found: FoundParty[], roles: NamedRole[], party: Printed): void {
  for (const role of roles) found.push({ ...role, party })
}

/** The name before an offset; before a role for several all names that are listed there. */
function readParty(flow: Flow, at: number, phrase: string, terms: DefinedTerms): Printed[] {
  const end = beforeManner(flow.text, at)
  if (!isForSeveral(phrase)) return [readName(flow, end, terms)].filter(name => name !== null)
  return namesBefore(flow.text, end).flatMap(span => readSpan(flow, span, terms) ?? [])
}

function beforeManner(text: string, end: number): number {
  const start = Math.max(0, end - LONGEST_MANNER)
  const manner = MANNER.exec(text.slice(start, end).trimEnd())
  return manner === null ? end : start + manner.index
}

function findByRoleFirst(flow: Flow): FoundParty[] {
  const found: FoundParty[] = []
  for (const match of flow.text.matchAll(ROLE_FIRST)) {
    if (found.length >= MOST_MENTIONS) break
    const span = findNameAfter(flow.text, match.index + match[0].length)
    if (span === null) continue
    const party = printedInFlow(
      flow,
      span.from,
      span.to,
      toReadableCase(flow, flow.text.slice(span.from, span.to)),
    )
    for (const { role } of readRoles(match[1] ?? '')) found.push({ role, rank: RANK_OF_ROLE_FIRST, party })
  }
  return found
}

/** `Wythop Lending Corp. (the "Seller")`: a term that is a role names it for whom it stands for. */
function findByTerm(terms: DefinedTerms): FoundParty[] {
  const found: FoundParty[] = []
  for (const [term, party] of terms)
    for (const { role } of readRoleCaption(term)?.roles ?? [])
      found.push({ role, rank: RANK_OF_ROLE_FIRST, party })
  return found
}

/** A depositor is the registrant, whose exact name the cover gives: it keeps its capitals. */
function asPrinted(flow: Flow, party: Printed): Printed {
  const at = flow.lower.indexOf(party.value.toLowerCase())
  return at === -1 ? party : printedInFlow(flow, at, at + party.value.length)
}

function findPreparers(flow: Flow, terms: DefinedTerms): FoundParty[] {
  const found: FoundParty[] = []
  for (const verb of [' has prepared certain', ' have prepared certain'])
    for (const at of offsetsOf(flow, verb)) {
      if (found.length >= MOST_MENTIONS) return found
      const party = readName(flow, endBeforeRole(flow.text, at), terms)
      if (party !== null) found.push({ role: 'underwriter', rank: 1, party })
    }
  return found
}

/** `X ("Y"), as one of the Underwriters of the Certificates, has prepared`: X ends before its role. */
function endBeforeRole(text: string, end: number): number {
  const start = Math.max(0, end - 160)
  const role = text.slice(start, end).lastIndexOf(', as ')
  return role === -1 ? end : start + role
}

function phraseAfter(text: string, from: number): string {
  return /^[^;().\n]*/.exec(text.slice(from, from + LONGEST_PHRASE))?.[0] ?? ''
}

/** The name before an offset, or the one its defined term stands for; null for a term that nothing defines. */
function readName(flow: Flow, end: number, terms: DefinedTerms): Printed | null {
  const span = findNameBefore(flow.text, end)
  return span === null ? null : readSpan(flow, span, terms)
}

function readSpan(flow: Flow, span: Span, terms: DefinedTerms): Printed | null {
  const printed = flow.text.slice(span.from, span.to)
  const meant = terms.get(foldTerm(printed.replace(/^The /, '')))
  if (meant !== undefined) return meant
  if (readRoles(printed).length > 0) return null
  if (
    /^(?:the |such )$/i.test(flow.text.slice(Math.max(0, span.from - 4), span.from)) &&
    !printed.includes(' ')
  )
    return null
  return printedInFlow(flow, span.from, span.to, toReadableCase(flow, printed))
}

/** A name in capitals as the filing writes it elsewhere, else in natural case. */
export function toReadableCase(flow: Flow, name: string): string {
  if (!isAllCapitals(name)) return name
  let seen = 0
  for (const at of offsetsOf(flow, name.toLowerCase())) {
    seen += 1
    if (seen > MOST_SPELLINGS) break
    const other = flow.text.slice(at, at + name.length)
    if (/[a-z]/.test(other)) return other
  }
  return toNaturalCase(name)
}
