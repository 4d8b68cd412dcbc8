import type { FilingDocument, Place } from '../report.ts'
import { lastNotAbove } from './ordered.ts'

/** The filing as one text, in which every character keeps its line and column. */
export type SourceText = { text: string; lineStarts: readonly number[] }

const tag = /<[^<>]*>/g
const blockTag = /^<\/?(?:p|div|br|tr|td|th|table|h\d|li|ul|ol|hr|page|center)\b/i
const entity = /&(?:#\d{1,5}|#x[\da-f]{1,4}|[a-z]{2,8});/gi

/** Blanks of the same length; line breaks stay, and a block tag leaves an empty line's worth of break behind. */
function blank(markup: string): string {
  const spaces = markup.replace(/[^\n]/g, ' ')
  return blockTag.test(markup) ? `\f${spaces.slice(1)}` : spaces
}

/** HTML without its markup, every other character where it was. A block tag becomes a form feed, which ends a passage. */
export function blankMarkup(html: string): string {
  return html
    .replace(tag, blank)
    .replace(entity, name => (name === '&amp;' ? '&    ' : ' '.repeat(name.length)))
}

/**
 * The lines as one text, with the markup of HTML documents blanked out in place. `text` is the lines joined by `\n`,
 * for callers who have it.
 */
export function joinSource(
  lines: readonly string[],
  documents: readonly FilingDocument[],
  text = lines.join('\n'),
): SourceText {
  const lineStarts: number[] = []
  let length = 0
  for (const line of lines) {
    lineStarts.push(length)
    length += line.length + 1
  }
  return { text: blankHtml(text, lineStarts, documents), lineStarts }
}

/** Blank the markup of the HTML documents, which stand one after another; what lies between them stays. */
function blankHtml(
  text: string,
  lineStarts: readonly number[],
  documents: readonly FilingDocument[],
): string {
  const parts: string[] = []
  let done = 0
  for (const { format, lines } of documents) {
    const from = lineStarts[lines[0] - 1] ?? 0
    const to = lineStarts[lines[1]] ?? text.length
    if (format !== 'html' || from < done) continue
    parts.push(text.slice(done, from), blankMarkup(text.slice(from, to)))
    done = to
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

/** Offset of a column of a line, at most the line's end. Lines and columns are 1-based. */
function offsetOf({ lineStarts, text }: SourceText, line: number, column: number): number {
  const start = lineStarts[line - 1] ?? text.length
  const end = (lineStarts[line] ?? text.length + 1) - 1
  return Math.min(start + column - 1, Math.max(start, end))
}

/** Offset of a place's first character. */
export function startOffset(source: SourceText, at: Place): number {
  return offsetOf(source, at.line, at.start)
}

/** Offset behind a place's last character. */
export function endOffset(source: SourceText, at: Place): number {
  return offsetOf(source, at.lastLine ?? at.line, at.end)
}

/** The place of the characters from `start` to `end`, which stand on one line. */
export function placeAt(source: SourceText, start: number, end: number): Place {
  const line = lastNotAbove(source.lineStarts, start)
  const lineStart = source.lineStarts[line] ?? 0
  return { line: line + 1, start: start - lineStart + 1, end: end - lineStart + 1 }
}
