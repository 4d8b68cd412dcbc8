import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { PartCounts } from '@/lib/library/index.ts'
import type { Deal, FilingReport, Place, Printed } from '@/lib/report.ts'
import type { EdgarLink } from './edgar-address.ts'

/** One piece of a fact, with its place in the filing, or an address elsewhere. Words that join pieces have neither. */
export type FactPart = { text: string; at: Place | null; href?: string }
export type Fact = {
  label: string
  parts: FactPart[]
  /** The list of all, where these are only the first. */
  more?: { list: string; words: string }
}

type Lists = PartCounts['lists']

/** More underwriters than this share one cell: a selling group can have a dozen. */
const underwritersInCells = 2

type Header = FilingReport['submission']

/**
 * The facts of the cover, the agreement and the signature, in reading order: parties, then papers and dates. The form and the
 * day of filing come from the header of the submission where there is one; its lines are none of the document's.
 */
export function listFacts(deal: Deal, lists: Lists = {}, header: Header = null): Fact[] {
  const facts = [
    fact('Depositor', deal.depositor),
    fact('Sponsor', deal.sponsor),
    fact('Seller', deal.seller),
    fact('Master servicer', deal.masterServicer),
    fact('Trustee', deal.trustee),
    ...underwriterFacts(deal.underwriters, lists),
    formFact(deal, lists, header),
    { label: 'Filed', parts: unplaced(header?.filedOn && formatDate(header.filedOn)) },
    { label: 'Signed by', parts: join(', ', [deal.signatory, deal.signatoryTitle, dated(deal.signedOn)]) },
    fact('Cut-off date', dated(deal.cutOffDate)),
    fact('Agreement dated', dated(deal.agreementDate)),
    fact('Event', dated(deal.eventDate)),
    prospectusFact(deal),
    { label: 'Commission file', parts: join(', ', [deal.fileNumber, deal.stateOfIncorporation]) },
    fact('EIN', deal.ein),
    { label: 'Office', parts: join(', ', [deal.address, deal.phone]) },
  ]
  return facts.filter(({ parts }) => parts.length > 0)
}

const expected: [string, (deal: Deal) => Printed | null][] = [
  ['depositor', deal => deal.depositor],
  ['seller', deal => deal.seller ?? deal.sponsor],
  ['master servicer', deal => deal.masterServicer],
  ['trustee', deal => deal.trustee],
  ['cut-off date', deal => deal.cutOffDate],
  ['agreement date', deal => deal.agreementDate],
  ['signature date', deal => deal.signedOn],
]

/** What a deal's filing usually gives and this one does not, in words. */
export function listMissingFacts(deal: Deal): string[] {
  return expected.filter(([, find]) => find(deal) === null).map(([name]) => name)
}

function fact(label: string, printed: Printed | null): Fact {
  return { label, parts: join('', [printed]) }
}

function dated(printed: Printed | null): Printed | null {
  return printed && { ...printed, value: formatDate(printed.value) }
}

/** A piece that no line of the document prints. */
function unplaced(text: string | null | undefined): FactPart[] {
  return text ? [{ text, at: null }] : []
}

/** The pieces that are printed, with the separator between them. */
function join(separator: string, printed: readonly (Printed | null)[]): FactPart[] {
  const parts = printed.filter(part => part !== null).map(({ value, at }): FactPart => ({ text: value, at }))
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: separator, at: null }, part]))
}

function underwriterFacts(underwriters: Printed[], lists: Lists): Fact[] {
  if (underwriters.length <= underwritersInCells) return underwriters.map(one => fact('Underwriter', one))
  const all = lists.underwriters?.count ?? underwriters.length
  const label = `${formatCount(all)} underwriters`
  return [{ label, parts: join('; ', underwriters), ...moreOf('underwriters', lists) }]
}

/** > Filing 0000950117-01-501415, CIK 0001000695, File 333-65554 */
export function edgarFact(links: readonly EdgarLink[]): Fact[] {
  const parts = links.flatMap(({ text, href }, index): FactPart[] => [
    ...(index === 0 ? [] : [{ text: ', ', at: null }]),
    { text, at: null, href },
  ])
  return parts.length === 0 ? [] : [{ label: 'On EDGAR', parts }]
}

function moreOf(list: string, lists: Lists): Pick<Fact, 'more'> {
  const count = lists[list]?.count
  return count === undefined ? {} : { more: { list, words: ` and the rest of ${formatCount(count)}` } }
}

/** > 8-K, items 5 and 7 */
function formFact({ formType, items }: Deal, lists: Lists, header: Header): Fact {
  const form = formType ? join('', [formType]) : unplaced(header?.formType)
  if (items.length === 0) return { label: 'Form', parts: form }
  const word = `${form.length > 0 ? ', ' : ''}${items.length === 1 ? 'item' : 'items'} `
  const numbers = items.flatMap(({ number }, index): FactPart[] => {
    const separator = index === 0 ? word : index === items.length - 1 ? ' and ' : ', '
    return [
      { text: separator, at: null },
      { text: number.value, at: number.at },
    ]
  })
  return { label: 'Form', parts: [...form, ...numbers], ...moreOf('items', lists) }
}

/** > 24 September 2002, supplement 25 September 2002 */
function prospectusFact({ prospectusDate, prospectusSupplementDate }: Deal): Fact {
  const supplement = join('', [dated(prospectusSupplementDate)])
  if (!prospectusDate) return { label: 'Prospectus supplement', parts: supplement }
  const joint: FactPart[] = supplement.length > 0 ? [{ text: ', supplement ', at: null }] : []
  return { label: 'Prospectus', parts: [...join('', [dated(prospectusDate)]), ...joint, ...supplement] }
}
