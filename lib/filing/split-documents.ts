import { issue, type Staged } from '../issues.ts'
import type { FilingDocument, Issue, Submission } from '../report.ts'
import type { DecodedFile } from './decode-filing.ts'
import { findFormat } from './find-format.ts'
import { findHeaderEnd } from './find-header-end.ts'
import type { LineRange } from './line-claim.ts'
import { nameXml } from './name-xml.ts'
import { readDocumentTags } from './read-document-tags.ts'
import { readSubmission } from './read-submission.ts'

/** What a file holds: its submission header, its documents, and the lines that belong to neither but wrap them. */
export type SplitFiling = {
  submission: Submission | null
  documents: FilingDocument[]
  /** Submission header, wrapper, document tags, and the lines of documents that are not read; in file order. */
  furniture: LineRange[]
}

/**
 * Split a file into its documents, each with its line range, and read the submission header before them.
 *
 * > <SEC-DOCUMENT>…                  or <IMS-DOCUMENT>, <SUBMISSION>, a PEM wrapper, or nothing of the kind
 *   <SEC-HEADER>…</SEC-HEADER>       → submission
 *   <DOCUMENT> <TYPE>8-K … <TEXT>    → one document, from the line after <TEXT> to the one before </TEXT>
 *
 * A file without such tags is one document. Documents that are not text (graphics, PDFs, XML) are listed with their
 * format and raise `document-is-not-read`, but for loans, which `lib/tape` reads. Tags may be missing: a document ends where the next begins.
 */
export function splitDocuments(file: DecodedFile): Staged<SplitFiling> {
  const { lines } = file
  const header: LineRange = { first: 1, last: findHeaderEnd(lines) }
  const submission = header.last === 0 ? null : readSubmission(lines.slice(0, header.last))
  const found = findDocuments(lines, header.last)
  const documents = found.length > 0 ? found : wholeFile(lines, header.last)
  return {
    value: { submission, documents, furniture: findFurniture(documents, lines.length) },
    issues: documents.flatMap(document => reportUnread(document, lines)),
  }
}

/** Whether the reader reads documents of this format. */
export function isReadable(document: FilingDocument): boolean {
  return document.format === 'text' || document.format === 'html'
}

function findDocuments(lines: string[], headerEnd: number): FilingDocument[] {
  const documents: FilingDocument[] = []
  let at = headerEnd
  while (at < lines.length) {
    const next = readDocumentTags(lines, at)
    if (next === null) break
    documents.push({
      ...next.tags,
      format: findFormat(lines, next.lines, next.tags.filename),
      lines: next.lines,
    })
    at = next.end
  }
  return documents
}

/** The file as one document, when what follows the header is more than closing tags. */
function wholeFile(lines: string[], headerEnd: number): FilingDocument[] {
  const first =
    lines.findIndex((line, index) => index >= headerEnd && !/^\s*(?:<\/[A-Z-]+>\s*)?$/.test(line)) + 1
  if (first === 0) return []
  const range: [number, number] = [headerEnd === 0 ? 1 : first, lines.length]
  const tags = { sequence: null, type: null, filename: null, description: null }
  return [{ ...tags, format: findFormat(lines, range, null), lines: range }]
}

/** All that lies outside the readable documents. */
function findFurniture(documents: FilingDocument[], lineCount: number): LineRange[] {
  const furniture: LineRange[] = []
  let next = 1
  for (const document of documents.filter(isReadable)) {
    const [first, last] = document.lines
    if (first > next) furniture.push({ first: next, last: first - 1 })
    next = Math.max(next, last + 1)
  }
  if (next <= lineCount) furniture.push({ first: next, last: lineCount })
  return furniture
}

function reportUnread(document: FilingDocument, fileLines: readonly string[]): Issue[] {
  if (isReadable(document) || document.format === 'asset-data') return []
  const { type, filename, format, lines } = document
  const what = format === 'xml' ? nameXml(fileLines, document) : null
  return [
    issue('document-is-not-read', { type, filename, format, what }, { line: lines[0], start: 1, end: 1 }),
  ]
}
