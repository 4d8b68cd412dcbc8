import type { Printed } from '../report.ts'
import { findNameBefore, type Span } from './find-name.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { toReadableCase } from './parties.ts'
import { readRoleCaption } from './roles.ts'

/** The number of a trust: `Trust 2003-21T1`, `Trust, Series 2004-2`, `Trust Series 1998-C`. */
const TRUST_NUMBER = /trusts?(?:,? series)? ([12]\d{3}-[A-Z0-9]+(?:-[A-Z0-9]+)?)/iy
/** How far before the word its number may stand. */
const LONGEST_BEFORE = 40
/** `Series 2002-20`, `Series 1998-C`: a token with a digit, its points and brackets left outside. */
const SERIES_NUMBER = /series ([A-Z0-9]*\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*)/iy
/** On a cover the trust may stand right over its securities: `… TRUST 2001-4` and `Pass-Through Certificates`. */
const AFTER_TRUST = /^.*\btrust,? (?:series )?[12]\d{3}-\S+ (?=[A-Z])/i
/** In a sentence in capitals words of the sentence look like a name's: `PROVIDING FOR THE ISSUANCE OF HOME LOAN … CERTIFICATES` */
const AFTER_ISSUANCE = /^.*\b(?:issuance of|relating to|respect to|known as|holders of) (?:the )?/i
const SECURITIES = /\b(?:certificates?|notes?|bonds?|securities)$/i

/** `Tamarack Funding 2006-7 Trust`, `Penhallow 1997-C Owner Trust`: the number stands before the word. */
const NUMBER_BEFORE = /\b(?:19|20)\d\d-[A-Z0-9]{1,4}\b/

/** The trust that issues the securities, by a name that ends in "Trust" and its number, or holds its number before. */
export function readTrust(flow: Flow): Printed | null {
  for (const at of offsetsOf(flow, 'trust')) {
    TRUST_NUMBER.lastIndex = at
    const number = TRUST_NUMBER.exec(flow.text)
    const end = at + 'trust'.length
    if (number === null && !NUMBER_BEFORE.test(flow.text.slice(Math.max(0, at - LONGEST_BEFORE), at)))
      continue
    const name = findNameBefore(flow.text, end)
    if (name === null || name.from === at) continue
    if (number === null && !NUMBER_BEFORE.test(flow.text.slice(name.from, name.to))) continue
    const from = withoutHeading(flow, name)
    const to = number === null ? end : at + number[0].length
    return printedInFlow(flow, from, to, toReadableCase(flow, flow.text.slice(from, to)))
  }
  return null
}

/** What documents and their parts are called, and trusts are not. */
const OF_DOCUMENTS =
  /\b(?:exhibit|annex|appendix|schedule|characteristics|distributions?|materials|sheets?|cuts|descriptions?|tables?|information|summary|prospectus|supplement|report)\b/i
const FOR_THE = /\b(?:for|of) the /gi

/**
 * Where the name starts without headings in capitals that stand right on it, without what is told of it, and without its
 * role in the cell before (`Issuing Entity   Sandpiper Loan Trust 1998-4`).
 *
 * >     FICO DISTRIBUTION OF THE POOL             Computational Materials for the Sandpiper Loan Trust 1998-4
 *      SANDPIPER LOAN TRUST 1998-4
 */
function withoutHeading(flow: Flow, { from, to }: Span): number {
  const printed = flow.text.slice(from, to)
  const issued = AFTER_ISSUANCE.exec(printed)?.[0].length ?? 0
  if (issued > 0) return from + issued
  const lines = linesOf(flow, { from, to })
  const behindRole = endOfRole(printed, lines)
  if (behindRole > 0) return from + behindRole
  if (!OF_DOCUMENTS.test(printed)) return from
  const phrases = [...printed.matchAll(FOR_THE)].map(found => found.index + found[0].length)
  const start = [...lines, ...phrases].find(
    at => / /.test(printed.slice(at)) && !OF_DOCUMENTS.test(printed.slice(at)),
  )
  return from + (start ?? 0)
}

/** Where the lines of a stretch begin after its first, from its start on. */
function linesOf(flow: Flow, { from, to }: Span): number[] {
  return flow.pieces.flatMap(({ start }) => (start > from && start < to ? [start - from] : []))
}

/** Where the last of the lines ends that is a role by itself, as the rest of `…, as Issuing Entity` is; 0 without one. */
function endOfRole(printed: string, lines: number[]): number {
  const found = lines.findLast(
    (at, index) => readRoleCaption(printed.slice(lines[index - 1] ?? 0, at).trim()) !== null,
  )
  return found ?? 0
}

/** The series, without the word: `2002-20`; and the securities named right before it. */
export function readSeries(flow: Flow): { series: Printed | null; securities: Printed | null } {
  let series: Printed | null = null
  for (const at of offsetsOf(flow, 'series ')) {
    SERIES_NUMBER.lastIndex = at
    const number = SERIES_NUMBER.exec(flow.text)
    if (number === null) continue
    const from = at + 'series '.length
    series ??= printedInFlow(flow, from, at + number[0].length)
    const securities = readSecurities(flow, at)
    if (securities !== null) return { series, securities }
  }
  return { series, securities: null }
}

function readSecurities(flow: Flow, end: number): Printed | null {
  const name = findNameBefore(flow.text, end)
  if (name === null) return null
  const whole = flow.text.slice(name.from, name.to)
  const behind = (AFTER_TRUST.exec(whole) ?? AFTER_ISSUANCE.exec(whole))?.[0].length
  const from = name.from + (behind ?? endOfRole(whole, linesOf(flow, name)))
  const printed = flow.text.slice(from, name.to)
  return SECURITIES.test(printed) ? printedInFlow(flow, from, name.to, toReadableCase(flow, printed)) : null
}
