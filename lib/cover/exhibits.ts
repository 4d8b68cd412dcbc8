import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineRange } from '../filing/line-claim.ts'
import { remember } from '../remember.ts'
import type { Exhibit, FilingDocument, Printed } from '../report.ts'
import { type ExhibitSources, findPaperInText, readMedium } from './exhibit-medium.ts'
import type { DefinedTerms } from './find-defined-terms.ts'
import type { Sections } from './find-sections.ts'
import { type Flow, toFlow } from './flow.ts'
import { type ListedExhibit, MOST_EXHIBITS, readDescription, readListedExhibits } from './listed-exhibits.ts'
import { readPreparer } from './preparer.ts'
import { isPageMark, type TextLine } from './text-lines.ts'

/** What exhibits are read from: the main document by parts, its running text and terms, and all documents. */
export type ExhibitContext = {
  file: DecodedFile
  lines: TextLine[]
  sections: Sections
  body: Flow
  terms: DefinedTerms
  documents: FilingDocument[]
}

/**
 * The exhibits of a report, each once: as its items list them, as its index does, and as documents of the submission.
 * `lists` are the lines of all entries, of those told before too.
 */
export function readExhibits(context: ExhibitContext): { exhibits: Exhibit[]; lists: LineRange[] } {
  const listed = findListed(context)
  const known = new Map<string, ListedExhibit>()
  for (const exhibit of listed)
    if (!known.has(fold(exhibit.number.value))) known.set(fold(exhibit.number.value), exhibit)
  const all = context.documents.filter(each => /^EX-/i.test(each.type ?? ''))
  const parts = {
    ...context,
    headings: findPageHeadings(context),
    documentOf: documentFinder(all),
    paperOf: remember(number => findPaperInText(context.body, number)),
  }
  const { documentOf } = parts
  const exhibits = [...known.values()].map(exhibit => toExhibit(exhibit, parts))
  const claimed = new Set([...known.values()].map(({ number }) => documentOf(number.value)))
  const others = all.filter(each => !claimed.has(each)).slice(0, MOST_EXHIBITS)
  return {
    exhibits: [...exhibits, ...others.map(each => fromDocument(each, parts))],
    lists: listed.map(each => each.lines),
  }
}

/**
 * What is looked up for each exhibit: the lines that head the pages of one, and by its number the document, and where the
 * running text says that it is filed on paper.
 */
type ExhibitParts = ExhibitContext & {
  headings: readonly number[]
  documentOf: (number: string) => FilingDocument | null
  paperOf: ExhibitSources['paperOf']
}

/** Lists stand under the item of exhibits, and in an index after the signature, before the exhibits themselves. */
function findListed({ lines, sections }: ExhibitContext): ListedExhibit[] {
  const heading = sections.items.findLast(index =>
    /exhibit|\b9\.01\b|\bitem\s+7\b/i.test(lines[index]?.text ?? ''),
  )
  const inItems = heading === undefined ? [] : lines.slice(heading + 1, sections.body.to)
  const after = lines.slice(sections.after.from)
  const indexAt = after.findIndex(line => /exhibit\s+index|index\s+(?:to|of)\s+exhibits/i.test(line.text))
  const rest = indexAt === -1 ? [] : after.slice(indexAt + 1)
  const indexEnd = rest.findIndex(line => isPageMark(line.text) || isExhibitHeading(line.text))
  return [
    ...readListedExhibits(inItems),
    ...readListedExhibits(indexEnd === -1 ? rest : rest.slice(0, indexEnd)),
  ]
}

function isExhibitHeading(text: string): boolean {
  return /^\s*exhibit\s+(?:no\.?\s+)?\d{1,2}(?:\.\d+)?(?:\([a-z0-9]+\))*\s*$/i.test(text)
}

function toExhibit(listed: ListedExhibit, context: ExhibitParts): Exhibit {
  const document = context.documentOf(listed.number.value)
  const sources = {
    number: listed.number,
    words: listed.words,
    paperOf: context.paperOf,
    pages: findPages(listed, context),
    document,
  }
  return {
    number: listed.number,
    description: readDescription(listed),
    medium: readMedium(context.file, sources),
    preparedBy: readPreparer(listed.words, context.body, context.terms),
  }
}

/** The lines after the signature that say "EXHIBIT 99.1" or another number, and nothing else. */
function findPageHeadings({ lines, sections }: ExhibitContext): number[] {
  const headings: number[] = []
  for (let index = sections.after.from; index < lines.length; index++)
    if (isExhibitHeading(lines[index]?.text ?? '')) headings.push(index)
  return headings
}

/** The lines under the heading "EXHIBIT 99.1", after the signature, up to the next exhibit. */
function findPages({ number }: ListedExhibit, { lines, headings }: ExhibitParts): TextLine[] {
  const wanted = fold(number.value)
  const order = headings.findIndex(index => fold(lines[index]?.text ?? '').endsWith(wanted))
  const at = headings[order]
  return at === undefined ? [] : lines.slice(at + 1, headings[order + 1])
}

/**
 * Finds the document of an exhibit: of its very number, or named for it, or the only one of its whole number. A
 * submission may have as many documents as its list has exhibits, so that each is looked at once.
 */
function documentFinder(documents: readonly FilingDocument[]): ExhibitParts['documentOf'] {
  const named = new Map<string, FilingDocument>()
  const typed = new Map<string, FilingDocument[]>()
  for (const each of documents) {
    const type = fold(each.type ?? '')
    typed.set(type, [...(typed.get(type) ?? []).slice(0, 1), each])
    for (const number of [type, numberIn(each.description ?? '')])
      if (number !== null && !named.has(number)) named.set(number, each)
  }
  return number => {
    const wanted = fold(number)
    const [whole, another] = typed.get(wanted.split('.')[0] ?? '') ?? []
    return named.get(wanted) ?? (another === undefined ? (whole ?? null) : null)
  }
}

/** The number that a description ends in: `EXHIBIT 99.1`; null where it names none. */
function numberIn(description: string): string | null {
  const folded = fold(description)
  const at = folded.lastIndexOf(EXHIBIT)
  return at < 0 ? null : folded.slice(at + EXHIBIT.length)
}

const EXHIBIT = 'exhibit'

/** `EX-99.(A)`, `99(a)` and `99.(a)` are one exhibit; `99.1` keeps its point. */
function fold(number: string): string {
  return number
    .toLowerCase()
    .replace(/^ex-/, '')
    .replace(/\.(?=\D|$)|[()\s-]/g, '')
}

function fromDocument(document: FilingDocument, context: ExhibitParts): Exhibit {
  const { at, description } = findTags(document, context.file)
  const number: Printed = { value: (document.type ?? '').replace(/^EX-/i, ''), at }
  const empty = toFlow([])
  const sources = { number, words: empty, paperOf: context.paperOf, pages: [], document }
  return { number, description, medium: readMedium(context.file, sources), preparedBy: null }
}

/** Where the submission's tags name a document: they stand on the few lines before its text. */
function findTags(
  document: FilingDocument,
  file: DecodedFile,
): { at: Printed['at']; description: Printed | null } {
  const start = Math.max(0, document.lines[0] - 10)
  const tagAt = (tag: RegExp) => {
    const index = file.lines.slice(start, document.lines[0]).findLastIndex(line => tag.test(line))
    const text = file.lines[start + index] ?? ''
    const from = text.indexOf('>') + 1
    return index === -1
      ? null
      : {
          value: text.slice(from).trim(),
          at: { line: start + index + 1, start: from + 1, end: Math.max(text.trimEnd().length, from) + 1 },
        }
  }
  const type = tagAt(/^\s*<TYPE>/i)
  return {
    at: type?.at ?? { line: document.lines[0], start: 1, end: 1 },
    description: tagAt(/^\s*<DESCRIPTION>/i),
  }
}
