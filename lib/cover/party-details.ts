import { readJurisdiction } from './jurisdictions.ts'
import { readRoleCaption } from './roles.ts'

/** `a Delaware corporation`, `(an affiliate of the depositor)`, `a wholly-owned subsidiary of Marram Bank` */
const KIND_OF_COMPANY =
  /^an? .*\b(?:corporation|company|association|bank|partnership|trust|entity|institution|subsidiary|affiliate|division)\b/i
/** `Organized under the laws of Nevada`, `formerly Alder Funding`, `Member FDIC` */
const TOLD_OF_COMPANY =
  /^(?:(?:organi[sz]ed|incorporated|formed|chartered|existing) (?:in|under)|(?:indirect(?:ly)? |direct(?:ly)? |wholly[- ]owned )*(?:subsidiary|affiliate|division) of|formerly|f\/k\/a|d\/b\/a|successor (?:by|in|to)|member fdic|attention:|attn:?|tel(?:ephone)?[ .:])/i
/** `100 Main Street`, `12-14 Quarry Lane, 3rd Floor`, `One Liberty Plaza`, `P.O. Box 12`, `Suite 200` */
const STREET =
  /^(?:(?:\d{1,6}(?:-\d{1,6})?[A-Z]?|one|two|three|four|five|six|seven|eight|nine|ten) (?:[\w.'’-]+ ){0,5}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|parkway|pkwy|highway|way|place|plaza|square|court|circle|terrace|center|centre|row|wharf|tower|broadway|building|floor)\b|p\.? ?o\.? box\b|(?:suite|mail ?stop|mail code) \w)/i
/** `Columbus, Ohio 43215`; the state is looked at by itself. */
const TOWN = /^[A-Z][A-Za-z.'’ -]{1,40}, ([A-Z][A-Za-z. ]{1,20}?)(?:,? \d{5}(?:-\d{4})?)?$/
/** A line of a bracket that runs over several: `(an affiliate of the sponsor and`, `a national banking association)`. */
const PART_OF_BRACKET = /^\([^()]*$|^[^()]*\)$/
const SECURITIES = /\b(?:certificates|notes|bonds)(?:,? (?:series|class(?:es)?) \S+)*$/i

/**
 * Is a line something that title pages tell of a party below its name, and no name?
 *
 * > Marram Funding Corp.             Teasel Bank, N.A.               Alder Home Loans LLC
 *   (a Delaware corporation)         100 Main Street                 an affiliate of the depositor
 *         Depositor                  Columbus, Ohio 43215                   Sponsor
 *                                          Trustee
 */
export function isDetail(text: string): boolean {
  if (readRoleCaption(text) !== null) return false
  if (/^\(.*\)$/.test(text) || PART_OF_BRACKET.test(text)) return true
  return KIND_OF_COMPANY.test(text) || TOLD_OF_COMPANY.test(text) || STREET.test(text) || isTown(text)
}

/** `Asset-Backed Certificates, Series 2007-1`, between the name of a trust and its role. */
export function isOfSecurities(text: string): boolean {
  return SECURITIES.test(text)
}

function isTown(text: string): boolean {
  const state = TOWN.exec(text)?.[1]
  return state !== undefined && readJurisdiction(state) !== null
}

/**
 * A name without the address that goes on behind it.
 *
 * > Alder Securities, Inc., 100 Main Street, Columbus, Ohio 43215        Larch Bank, N.A., New York, New York
 *                         ^ ends here                                                   ^
 */
export function withoutAddress(text: string): string {
  for (let comma = text.indexOf(', '); comma !== -1; comma = text.indexOf(', ', comma + 1)) {
    const rest = text.slice(comma + 2)
    if (STREET.test(rest) || isTown(rest)) return text.slice(0, comma)
  }
  return text
}
