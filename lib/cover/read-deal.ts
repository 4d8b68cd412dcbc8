import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineClaim } from '../filing/line-claim.ts'
import { isReadable } from '../filing/split-documents.ts'
import type { Staged } from '../issues.ts'
import type { Deal, FilingDocument, Printed, Submission } from '../report.ts'
import { readAddress } from './address.ts'
import { readAgreementDate, readProspectusDates } from './agreement.ts'
import { findCaptions } from './captions.ts'
import { claimCover } from './claim-cover.ts'
import { readCoverFields } from './cover-fields.ts'
import { readCutOffDate } from './cut-off-date.ts'
import { readEventDate } from './event-date.ts'
import { readExhibits } from './exhibits.ts'
import { findDefinedTerms } from './find-defined-terms.ts'
import { findSections } from './find-sections.ts'
import { toFlow } from './flow.ts'
import { readFormType } from './form-type.ts'
import { readIssuer } from './issuer.ts'
import { readItems } from './items.ts'
import { findNamesAtFoot } from './names-at-foot.ts'
import { type Parties, readParties, reportSeveralParties, reportUnreadRoles } from './parties.ts'
import { readTextLines } from './read-text-lines.ts'
import { readRegistrants } from './registrant.ts'
import { readRegistrationNumber } from './registration-number.ts'
import { readSignature } from './signature.ts'
import { findTitleRoles } from './title-roles.ts'

/**
 * Read who issued what, when and under which papers: the cover page, items, exhibits and signature of the main
 * document, and the sentences that name parties and dates.
 *
 * Each leaf is the first that the text gives, with its place, or null. `claims` are the lines that are read as cover.
 * Raises `cover-prints-several`, `cover-field-is-not-read`, `registrant-has-no-role`, `signature-is-not-read`.
 */
export function readDeal(
  file: DecodedFile,
  documents: FilingDocument[],
  submission: Submission | null,
): Staged<Deal> & { claims: LineClaim[] } {
  const main = findMain(documents)
  const lines = main === null ? [] : readTextLines(file, main)
  const sections = findSections(lines)
  const cover = lines.slice(sections.cover.from, sections.cover.to)
  const told = lines.slice(0, sections.body.to)
  const text = toFlow(told)
  const terms = findDefinedTerms(text)
  const captions = findCaptions(cover)
  const registrants = readRegistrants(cover, captions)
  const onTitlePages = findTitleRoles(lines)
  const captioned = [...registrants.parties, ...onTitlePages.parties]
  const atFoot = findNamesAtFoot(lines, captioned)
  const titled = [...captioned, ...atFoot.parties]
  const parties = readParties(text, terms, titled)
  const fields = readCoverFields(cover, captions)
  const eventDate = readEventDate(text, cover, captions)
  const address = readAddress(cover, captions)
  const signature = readSignature(lines.slice(sections.signature.from, sections.signature.to))
  const items = readItems(lines, sections.items)
  const { exhibits, lists } = readExhibits({ file, lines, sections, body: text, terms, documents })
  const prospectus = readProspectusDates(text)
  const issuer = readIssuer(text, registrants.value, parties, submission)
  const own = numbersOf(issuer.value)
  const inReport = readCutOffDate(text, told, own)
  const cutOffDate = inReport.value === null ? readFromExhibits(file, documents, main, own) : inReport
  const value: Deal = {
    ...issuer.value,
    ...readParts(parties),
    ...fields.value,
    fileNumber: fields.value.fileNumber ?? readRegistrationNumber(text),
    address: address.value,
    formType: readFormType(cover),
    eventDate: eventDate.value,
    agreementDate: readAgreementDate(text),
    cutOffDate: cutOffDate.value,
    prospectusDate: prospectus.prospectus,
    prospectusSupplementDate: prospectus.supplement,
    ...signature.value,
    items,
    exhibits,
  }
  const read = [registrants, issuer, eventDate, fields, cutOffDate, address, signature]
  const issues = [
    ...read.flatMap(each => each.issues),
    ...reportSeveralParties(titled),
    ...reportUnreadRoles([...onTitlePages.unread, ...atFoot.unread], parties),
  ]
  return { value, issues, claims: claimCover(lines, sections, value, lists) }
}

/** The report itself, before its exhibits; where only exhibits are tagged, the first that can be read. */
function findMain(documents: FilingDocument[]): FilingDocument | null {
  const readable = documents.filter(isReadable)
  return readable.find(each => !/^EX-/i.test(each.type ?? '')) ?? readable[0] ?? null
}

function readParts(parties: Parties) {
  return {
    sponsor: parties.sponsor[0] ?? null,
    seller: parties.seller[0] ?? null,
    masterServicer: parties.masterServicer[0] ?? null,
    trustee: parties.trustee[0] ?? null,
    underwriters: parties.underwriter,
  }
}

/** The numbers that the deal goes by: of its trust, and of its series. */
function numbersOf({ trust, series }: Pick<Deal, 'trust' | 'series'>): string[] {
  return [trust, series].flatMap(
    printed => printed?.value.toUpperCase().match(/[A-Z\d]+(?:-[A-Z\d]+)+/g) ?? [],
  )
}

/** Exhibits that are read at their start say the cut-off date when the report itself does not. */
function readFromExhibits(
  file: DecodedFile,
  documents: FilingDocument[],
  main: FilingDocument | null,
  own: string[],
): Staged<Printed | null> {
  for (const document of documents) {
    if (document === main || !isReadable(document)) continue
    const lines = readTextLines(file, document)
    const date = readCutOffDate(toFlow(lines), lines, own)
    if (date.value !== null) return date
  }
  return { value: null, issues: [] }
}
