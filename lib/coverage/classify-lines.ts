import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineClaim } from '../filing/line-claim.ts'
import { isReadable } from '../filing/split-documents.ts'
import type { Coverage, FilingDocument } from '../report.ts'
import { findRunningHeaders } from './find-running-headers.ts'
import { isPageMark, isPageNumber, isRule } from './furniture.ts'
import { stripTags } from './strip-tags.ts'
import { hasTabularFigures } from './tabular-figures.ts'

export type LineKind = Exclude<keyof Coverage, 'lines'>

/** A line may be claimed twice, as a footnote inside a table's range; the later kind here wins. */
const CLAIM_ORDER = ['cover', 'table', 'footnote'] as const

/**
 * The kind of each line of the file, by index.
 *
 * In this order: blank; outside any document that is read, or a page mark: furniture; as claimed; then by shape: rules,
 * page numbers, running headers and bare tags are furniture, figures in columns are unexplained, and words are prose. All lines of
 * an exhibit of loans that was not read are unexplained.
 */
export function classifyLines(
  file: DecodedFile,
  documents: FilingDocument[],
  claims: LineClaim[],
): LineKind[] {
  const kinds = file.lines.map((line): LineKind => (line.trim() === '' ? 'blank' : 'furniture'))
  const claimed = markClaims(file.lines.length, claims)
  for (const document of documents.filter(isReadable)) classifyDocument(file.lines, document, claimed, kinds)
  for (const { kind, first, last } of claims)
    if (kind === 'unread')
      for (let index = first - 1; index < last; index++)
        if (kinds[index] === 'furniture') kinds[index] = 'unexplained'
  return kinds
}

function markClaims(count: number, claims: LineClaim[]): (LineKind | undefined)[] {
  const claimed: (LineKind | undefined)[] = new Array<LineKind | undefined>(count).fill(undefined)
  for (const kind of CLAIM_ORDER)
    for (const claim of claims)
      if (claim.kind === kind) claimed.fill(kind, Math.max(0, claim.first - 1), claim.last)
  return claimed
}

function classifyDocument(
  lines: string[],
  document: FilingDocument,
  claimed: (LineKind | undefined)[],
  kinds: LineKind[],
): void {
  const [first, last] = document.lines
  const isHtml = document.format === 'html'
  const running = findRunningHeaders(lines, first - 1, last)
  const isRunning = (line: string) => running.size > 0 && running.has(line.trim())
  for (let index = first - 1; index < last; index += 1) {
    const line = lines[index] ?? ''
    if (kinds[index] === 'blank' || isPageMark(line)) continue
    const above = kinds[index - 1]
    kinds[index] =
      claimed[index] ?? (isRunning(line) ? 'furniture' : kindByShape(lines, index, isHtml, above))
  }
}

/** `$153,216,269.03.`: the last words of a sentence, when it stands under prose. */
const END_OF_SENTENCE = /^\(?\$?\d[\d,.]*%?[).]*[.;]$/
/** Characters of such words; keeps the pattern short on a line of dots. */
const LONGEST_END = 40

function endsSentence(text: string): boolean {
  const words = text.trim()
  return words.length <= LONGEST_END && END_OF_SENTENCE.test(words)
}

function kindByShape(lines: string[], index: number, isHtml: boolean, above?: LineKind): LineKind {
  const line = lines[index] ?? ''
  const text = isHtml || line.includes('<') ? stripTags(line) : line
  if (isRule(text) || isPageNumber(lines, index, text)) return 'furniture'
  if (hasTabularFigures(text)) return 'unexplained'
  if (/\p{L}/u.test(text)) return 'prose'
  if (above === 'prose' && endsSentence(text)) return 'prose'
  return /\d/.test(text) ? 'unexplained' : 'furniture'
}
