import type { DecodedFile } from '../filing/decode-filing.ts'
import type { FilingDocument } from '../report.ts'
import { printHtml } from './print-html.ts'
import type { TextLine } from './text-lines.ts'

/** Covers, items and signatures stand at a document's ends, and parties are named early: more is not looked at. */
const LINES_AT_START = 2500
const LINES_AT_END = 400
/** No line of a cover is longer; what is (a scan, a data dump) is cut. */
export const LONGEST_LINE = 4000
/** Markup is several times its text, and may stand on one line. */
const LONGEST_HTML = 500_000

/** The lines at a document's start and end, as read by a person; a document of ordinary length comes whole. */
export function readTextLines(file: DecodedFile, document: FilingDocument): TextLine[] {
  const [first, last] = document.lines
  const headEnd = Math.min(last, first + LINES_AT_START - 1)
  const tailStart = Math.max(headEnd + 1, last - LINES_AT_END + 1)
  return [...readRange(file, document, first, headEnd), ...readRange(file, document, tailStart, last)]
}

function readRange(file: DecodedFile, document: FilingDocument, first: number, last: number): TextLine[] {
  if (first > last) return []
  if (document.format === 'html') return printHtml(file, { first, last }, LONGEST_HTML)
  return file.lines
    .slice(first - 1, last)
    .map((text, index) => ({ text: text.slice(0, LONGEST_LINE), line: first + index, origins: null }))
}
