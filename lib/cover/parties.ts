import type { Printed } from '../report.ts'
import { type DefinedTerms, foldTerm } from './find-defined-terms.ts'
import { findNameBefore } from './find-name.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { isAllCapitals, toNaturalCase } from './name-case.ts'
import { type Role, readRoles } from './roles.ts'

/** The parties by role, each name once, in the order they are named. */
export type Parties = Record<Role, Printed[]>

/** A party with its role; of several the lowest rank comes first. */
export type FoundParty = { role: Role; rank: number; party: Printed }
/** What leads from a name to its role: `X, as seller`, `X (as seller)`, `X, also an underwriter`. */
const LEADS = [' as ', '(as ', ', also ']
const LONGEST_PHRASE = 80
/** Parties are named a few dozen times; of longer lists the first are enough. */
const MOST_MENTIONS = 400
const MOST_SPELLINGS = 40

/**
 * Read who is what, by the grammar of the sentence and never by the name.
 *
 * > Ashgrove Home Loans, Inc., as seller (the "Seller"), … The Bank of Fernhill, as trustee
 *   ^ name                        ^ role
 *
 * Who "has prepared certain materials" for investors counts as an underwriter. A defined term standing for a name
 * (`the Company, as depositor`) gives the name. Names in capitals come in natural case. `labelled` are the parties that
 * labels name, see `findLabelledParties`.
 */
export function readParties(flow: Flow, terms: DefinedTerms, labelled: FoundParty[]): Parties {
  const found = [...findByRole(flow, terms), ...findPreparers(flow, terms), ...labelled]
  const parties: Parties = {
    depositor: [],
    sponsor: [],
    seller: [],
    masterServicer: [],
    trustee: [],
    underwriter: [],
  }
  const ranked = found.toSorted((one, other) => one.rank - other.rank)
  for (const { role, party } of ranked.slice(0, MOST_MENTIONS)) {
    const isKnown = parties[role].some(known => foldTerm(known.value) === foldTerm(party.value))
    if (!isKnown) parties[role].push(party)
  }
  return parties
}

function findByRole(flow: Flow, terms: DefinedTerms): FoundParty[] {
  const found: FoundParty[] = []
  for (const lead of LEADS)
    for (const at of offsetsOf(flow, lead)) {
      if (found.length >= MOST_MENTIONS) return found
      const roles = readRoles(phraseAfter(flow.text, at + lead.length))
      const party = roles.length === 0 ? null : readName(flow, at + 1, terms)
      if (party !== null)
        for (const role of roles)
          found.push({ ...role, party: role.role === 'depositor' ? asPrinted(flow, party) : party })
    }
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
  if (span === null) return null
  const printed = flow.text.slice(span.from, span.to)
  const meant = terms.get(foldTerm(printed.replace(/^The /, '')))
  if (meant !== undefined) return meant
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
