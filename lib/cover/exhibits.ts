import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineRange } from '../filing/line-claim.ts'
import type { Exhibit, FilingDocument, Printed } from '../report.ts'
import { readMedium } from './exhibit-medium.ts'
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
  const exhibits = [...known.values()].map(exhibit => toExhibit(exhibit, context))
  const claimed = new Set([...known.values()].map(exhibit => findDocument(exhibit, context)))
  const others = context.documents
    .filter(each => /^EX-/i.test(each.type ?? '') && !claimed.has(each))
    .slice(0, MOST_EXHIBITS)
  return {
    exhibits: [...exhibits, ...others.map(each => fromDocument(each, context))],
    lists: listed.map(each => each.lines),
  }
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

function toExhibit(listed: ListedExhibit, context: ExhibitContext): Exhibit {
  const document = findDocument(listed, context)
  const sources = {
    number: listed.number,
    words: listed.words,
    body: context.body,
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

/** The lines under the heading "EXHIBIT 99.1", after the signature, up to the next exhibit. */
function findPages({ number }: ListedExhibit, { lines, sections }: ExhibitContext): TextLine[] {
  const after = lines.slice(sections.after.from)
  const at = after.findIndex(
    line => isExhibitHeading(line.text) && fold(line.text).endsWith(fold(number.value)),
  )
  if (at === -1) return []
  const rest = after.slice(at + 1)
  const end = rest.findIndex(line => isExhibitHeading(line.text))
  return end === -1 ? rest : rest.slice(0, end)
}

/** The document of an exhibit: of its very number, or named for it, or the only one of its whole number. */
function findDocument({ number }: ListedExhibit, { documents }: ExhibitContext): FilingDocument | null {
  const wanted = fold(number.value)
  const exhibits = documents.filter(each => /^EX-/i.test(each.type ?? ''))
  const named = exhibits.filter(
    each => fold(each.type ?? '') === wanted || fold(each.description ?? '').endsWith(`exhibit${wanted}`),
  )
  const whole = exhibits.filter(each => fold(each.type ?? '') === wanted.split('.')[0])
  return named[0] ?? (whole.length === 1 ? (whole[0] ?? null) : null)
}

/** `EX-99.(A)`, `99(a)` and `99.(a)` are one exhibit; `99.1` keeps its point. */
function fold(number: string): string {
  return number
    .toLowerCase()
    .replace(/^ex-/, '')
    .replace(/\.(?=\D|$)|[()\s-]/g, '')
}

function fromDocument(document: FilingDocument, context: ExhibitContext): Exhibit {
  const { at, description } = findTags(document, context.file)
  const number: Printed = { value: (document.type ?? '').replace(/^EX-/i, ''), at }
  const empty = toFlow([])
  const sources = { number, words: empty, body: context.body, pages: [], document }
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
