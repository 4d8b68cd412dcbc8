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

/**
 * Find the tables of a preformatted stretch of HTML, `first` to `last`, 1-based and inclusive.
 *
 * > <B>Loan Purpose</B>              Loan Purpose
 *   Purchase &amp; Other    12       Purchase & Other    12
 *
 * Columns are drawn by what is shown, without tags and with character references read; places point into the markup.
 */
export function findPreformattedGrids(lines: readonly string[], first: number, last: number): Grid[] {
  const own = lines.slice(first - 1, last)
  if (!own.some(line => line.includes('<') || line.includes('&')))
    return [...findTextGrids(lines, first, last)]
  const shown = own.map(showLine)
  const move = ({ line, start, end, lastLine }: Place): Place => {
    const at = { line: line + first - 1, start: columnOf(shown[line - 1], start), end: 0 }
    const ends = { ...at, end: endOf(shown[(lastLine ?? line) - 1], end) }
    return lastLine === undefined ? ends : { ...ends, lastLine: lastLine + first - 1 }
  }
  const texts = shown.map(({ text }) => text)
  return [...findTextGrids(texts, 1, texts.length)].map(grid => mapPlaces(grid, move))
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
