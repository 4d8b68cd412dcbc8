import { readReference } from '../../filing/character-reference.ts'
import { MarkupTags } from '../../filing/markup-tags.ts'
import type { Place } from '../../report.ts'
import type { Grid } from '../grid.ts'
import { mapPlaces } from '../map-places.ts'
import { toPlainLine } from '../plain-characters.ts'
import { findTextGrids } from '../text/find-text-grids.ts'

/** Tags that text tables know how to read stay; those that only dress words are not printed. */
const READ_TAGS = /^<\/?(?:table|caption|s|c|page)\b/i

/**
 * A line as it is shown, and for each of its characters and its end, the column it has in the markup, 0-based; null
 * where the two are the same.
 */
type ShownLine = { text: string; columns: Int32Array | null }

/** A part of a line of the document: its number, 1-based, and the columns that it holds, 0-based, end exclusive. */
export type LinePart = { line: number; from: number; to: number }

/**
 * Find the tables of preformatted stretches of HTML, given as the parts of lines that stand in them, in order.
 *
 * > <P>Loan Group 1<PRE><B>Loan Purpose</B>      Loan Purpose
 *   Purchase &amp; Other    12</PRE>Next          Purchase & Other    12
 *
 * Columns are drawn by what is shown, without tags and with character references read; places point into the markup.
 */
export function findPreformattedGrids(lines: readonly string[], parts: readonly LinePart[]): Grid[] {
  const [first, last] = [parts[0], parts[parts.length - 1]]
  if (first === undefined || last === undefined) return []
  if (parts.every(part => isWholeAndPlain(lines, part)))
    return [...findTextGrids(lines, first.line, last.line)]
  const shown = parts.map(({ line, from, to }) => showLine((lines[line - 1] ?? '').slice(from, to)))
  const columnAt = (index: number, column: number) =>
    (parts[index - 1]?.from ?? 0) + columnOf(shown[index - 1], column)
  const endAt = (index: number, column: number) =>
    (parts[index - 1]?.from ?? 0) + endOf(shown[index - 1], column)
  const move = ({ line, start, end, lastLine }: Place): Place => {
    const ends = {
      line: lineOf(parts, line),
      start: columnAt(line, start),
      end: endAt(lastLine ?? line, end),
    }
    return lastLine === undefined ? ends : { ...ends, lastLine: lineOf(parts, lastLine) }
  }
  const texts = shown.map(({ text }) => text)
  return [...findTextGrids(texts, 1, texts.length)].map(grid => mapPlaces(grid, move))
}

function lineOf(parts: readonly LinePart[], index: number): number {
  return parts[index - 1]?.line ?? 1
}

/** Saves time: of lines without markup nothing need be drawn. */
function isWholeAndPlain(lines: readonly string[], { line, from, to }: LinePart): boolean {
  const text = lines[line - 1] ?? ''
  return from === 0 && to === text.length && !text.includes('<') && !text.includes('&')
}

function columnOf(line: ShownLine | undefined, column: number): number {
  const columns = line?.columns ?? null
  return columns === null ? column : (columns[column - 1] ?? columns.at(-1) ?? 0) + 1
}

/** Behind the last character before `end`, so that tags which follow it stay outside. */
function endOf(line: ShownLine | undefined, end: number): number {
  return end <= 1 ? columnOf(line, end) : columnOf(line, end - 1) + 1
}

/** A tag that goes on over lines is shown as it stands; none of the tags that dress words does. */
function showLine(markup: string): ShownLine {
  if (!markup.includes('<') && !markup.includes('&')) return { text: toPlainLine(markup), columns: null }
  const tags = new MarkupTags(markup)
  const texts: string[] = []
  const columns = new Int32Array(markup.length + 1)
  let length = 0
  for (let at = 0; at < markup.length; ) {
    const tag = markup.charCodeAt(at) === LESS ? tags.endOf(at) : -1
    if (tag > at && !READ_TAGS.test(markup.slice(at, at + 12))) {
      at = tag
      continue
    }
    const reference = markup.charCodeAt(at) === AMPERSAND ? readReference(markup, at) : null
    const end = reference?.end ?? nextMark(markup, at + 1)
    const printed = reference?.printed ?? markup.slice(at, end)
    texts.push(printed)
    for (let n = 0; n < printed.length; n++) columns[length++] = reference === null ? at + n : at
    at = end
  }
  columns[length++] = markup.length
  return { text: toPlainLine(texts.join('')), columns: columns.subarray(0, length) }
}

const LESS = 60
const AMPERSAND = 38
const MARK = /[<&]/g

/** Where a tag or a reference may begin next, or the end. */
function nextMark(markup: string, from: number): number {
  MARK.lastIndex = from
  return MARK.test(markup) ? MARK.lastIndex - 1 : markup.length
}
