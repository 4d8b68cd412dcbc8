import { isReadable } from '../filing/split-documents.ts'
import { formatDate } from '../format/dates.ts'
import { formatCount } from '../format/numbers.ts'
import type { Coverage, Deal, Exhibit, FilingDocument } from '../report.ts'
import { readDate } from '../values/date.ts'

/** Why a filing shows no stratification. */
export type NothingReason =
  | 'exhibits-filed-on-paper'
  | 'exhibits-are-graphics'
  | 'only-other-data'
  | 'loans-not-read'
  | 'no-loans'
  | 'all-loans-paid'
  | 'exhibits-not-included'
  | 'only-other-tables'
  | 'tables-left-out'
  | 'tables-not-understood'
  | 'no-documents'
  | 'no-tables'

/** What is known of a filing without stratifications. `otherTables` counts the tables kept as something else. */
export type NothingFacts = {
  deal: Deal
  documents: FilingDocument[]
  coverage: Coverage
  otherTables: number
  /** The loans of the exhibit that was read, where all of them are paid; else 0. */
  paidLoans: number
  /** The exhibit of loans was read, and none of them counts for anything. */
  holdsNoLoans: boolean
  /** Tables that the report has no room for. */
  leftOut: boolean
  /** What a document of XML is. */
  nameXml: (document: FilingDocument) => string
}

const SE_DATE = /form se,? dated (?:as of )?([a-z]+ \d{1,2}, \d{4})/i

/**
 * Say why there is nothing to show, the surest reason first, in one sentence that names exhibits, who prepared them,
 * and dates as people read them everywhere in Strata. Source: 8-Ks whose computational materials went to the Commission on paper, and slide decks.
 */
export function explainNoStratifications(facts: NothingFacts): { reason: NothingReason; message: string } {
  const { deal, documents, coverage, otherTables, paidLoans, holdsNoLoans, leftOut, nameXml } = facts
  const by = (medium: string) => deal.exhibits.filter(exhibit => exhibit.medium?.value === medium)
  if (by('paper').length > 0) return { reason: 'exhibits-filed-on-paper', message: sayPaper(by('paper')) }
  if (paidLoans > 0) return { reason: 'all-loans-paid', message: sayPaid(paidLoans) }
  if (otherTables > 0) return { reason: 'only-other-tables', message: sayOtherTables(otherTables) }
  if (holdsNoLoans)
    return { reason: 'no-loans', message: 'The exhibit of loans was read. It holds no loan with a balance.' }
  if (documents.some(({ format }) => format === 'asset-data'))
    return {
      reason: 'loans-not-read',
      message: 'The loans of this filing could not be read; its issues say why.',
    }
  const data = documents.filter(({ format }) => format === 'xml')
  if (data.length > 0 && data.length === documents.length)
    return { reason: 'only-other-data', message: sayData(data.map(nameXml)) }
  const graphics = documents.filter(document => !isReadable(document) && document.format !== 'xml')
  if (by('graphic').length + graphics.length > 0)
    return { reason: 'exhibits-are-graphics', message: sayGraphics(by('graphic'), graphics) }
  if (leftOut)
    return {
      reason: 'tables-left-out',
      message:
        'The tables of this filing are too large for a report. Cut into several files, they can be read.',
    }
  if (coverage.unexplained > 0)
    return { reason: 'tables-not-understood', message: sayUnexplained(coverage.unexplained) }
  if (by('missing').length > 0) return { reason: 'exhibits-not-included', message: sayMissing(by('missing')) }
  if (documents.length === 0)
    return {
      reason: 'no-documents',
      message: 'The file holds a submission header but no document, so there are no tables to read.',
    }
  return { reason: 'no-tables', message: 'The whole filing was read. It holds no table.' }
}

function sayPaid(loans: number): string {
  return loans === 1
    ? 'The only loan of this exhibit is paid: nothing is left of it at the end of the period.'
    : `All ${formatCount(loans)} loans of this exhibit are paid: nothing is left of them at the end of the period.`
}

function sayPaper(exhibits: Exhibit[]): string {
  const dates = new Set(exhibits.map(exhibit => SE_DATE.exec(exhibit.description?.value ?? '')?.[1] ?? ''))
  const [date = ''] = dates
  const dated = dates.size === 1 && date !== '' ? ` dated ${formatDate(readDate(date) ?? date)}` : ''
  return `${nameExhibits(exhibits)} filed on paper under Form SE${dated}, so the electronic filing holds no tables.`
}

function sayData(kinds: string[]): string {
  const [first = ''] = kinds
  return `${kinds.length === 1 ? `This is ${first}` : `The documents are ${[...new Set(kinds)].join(', ')}`}, which Strata does not read: of XML it reads loans as Form ABS-EE has them (EX-102).`
}

function sayGraphics(exhibits: Exhibit[], documents: FilingDocument[]): string {
  const what =
    exhibits.length > 0
      ? nameExhibits(exhibits)
      : `${documents.map(nameDocument).join(', ')} ${documents.length === 1 ? 'was' : 'were'}`
  return `${what} filed as pictures or PDF, so there is no text to read tables from.`
}

function sayMissing(exhibits: Exhibit[]): string {
  const named = nameExhibits(exhibits)
    .replace(/ was$/, ' is')
    .replace(/ were$/, ' are')
  return `${named} listed but not in this file. Drop the complete submission, or the exhibit itself.`
}

function sayOtherTables(count: number): string {
  if (count === 1) return 'The filing holds one table, which does not break down a pool.'
  return `The filing holds ${formatCount(count)} tables. None of them breaks down a pool.`
}

function sayUnexplained(lines: number): string {
  return `${lines === 1 ? 'One line of this filing prints' : `${formatCount(lines)} lines of this filing print`} figures that could not be read as a table, and the rest breaks down no pool.`
}

/** `Exhibits 99.1 (prepared by A) and 99.2 (prepared by B) were` */
function nameExhibits(exhibits: Exhibit[]): string {
  const names = exhibits.map(({ number, preparedBy }) => {
    const name = number?.value ?? 'without a number'
    return preparedBy === null ? name : `${name} (prepared by ${preparedBy.value})`
  })
  const last = names.at(-1) ?? ''
  return names.length === 1
    ? `Exhibit ${last} was`
    : `Exhibits ${names.slice(0, -1).join(', ')} and ${last} were`
}

function nameDocument(document: FilingDocument): string {
  return document.filename ?? document.type ?? 'a document'
}
