import { blankMarkup } from '../filing/blank-markup.ts'
import { lastNotAbove } from '../ordered.ts'
import type { FilingDocument, Place } from '../report.ts'

/**
 * The filing as one text, the way from its lines to offsets in it, and where its HTML documents start and end, in order.
 */
export type SourceText = {
  text: string
  lineStarts: readonly number[]
  htmlStarts: readonly number[]
  htmlEnds: readonly number[]
}

/** `text` is the lines joined by `\n`, for callers who have it. */
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
  const html = documents.filter(({ format }) => format === 'html')
  return {
    text,
    lineStarts,
    htmlStarts: html.map(({ lines: [first] }) => lineStarts[first - 1] ?? 0),
    htmlEnds: html.map(({ lines: [, last] }) => lineStarts[last] ?? text.length),
  }
}

/** Does the character stand in an HTML document? */
export function isInHtml({ htmlStarts, htmlEnds }: SourceText, offset: number): boolean {
  const order = lastNotAbove(htmlStarts, offset)
  return offset >= (htmlStarts[order] ?? Number.POSITIVE_INFINITY) && offset < (htmlEnds[order] ?? 0)
}

/**
 * What is printed from an offset up to another: as it stands, in HTML documents with blanks for the markup, so that
 * every character keeps its place.
 */
export function printedBetween(source: SourceText, from: number, to: number): string {
  const { text, htmlStarts, htmlEnds } = source
  const parts: string[] = []
  let done = from
  for (let order = lastNotAbove(htmlStarts, from); (htmlStarts[order] ?? to) < to; order++) {
    const start = Math.max(done, htmlStarts[order] ?? to)
    const end = Math.min(to, htmlEnds[order] ?? to)
    if (start >= end) continue
    parts.push(text.slice(done, start), blankMarkup(text.slice(start, end)))
    done = end
  }
  return parts.length === 0 ? text.slice(from, to) : parts.join('') + text.slice(done, to)
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
