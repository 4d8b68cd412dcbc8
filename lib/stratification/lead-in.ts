import { stripTags } from '../coverage/strip-tags.ts'
import type { Grid } from '../grid/grid.ts'
import type { Place } from '../report.ts'

/** Lines above a table in which the sentence that introduces it begins, and characters, tags included. */
const LINES = 16
const CHARACTERS = 2000

/**
 * Tells the words over one table after another, as they are printed in `lines`: its title, the headings behind the last
 * sentence above it, that sentence where it introduces something, all headings; the nearest first.
 *
 * >             THE SERVICER                                               4
 *   The servicer was founded in 1988. As of December 31, 2004 it
 *   serviced mortgage loans for others in the states below.              3, without the sentence before
 *              LARGEST STATES                                            2
 *
 *         Geographic Distribution                                        1
 */
export function wordsAboveTeller(lines: readonly string[]): (grid: Grid) => () => Iterable<string> {
  let last: Place | null = null
  return grid => {
    const from = last
    last = grid.notes[grid.notes.length - 1]?.at ?? grid.at
    return () => wordsAbove(lines, from, grid)
  }
}

function* wordsAbove(lines: readonly string[], from: Place | null, grid: Grid): Generator<string, void> {
  yield grid.title.map(({ text }) => text).join(' ')
  const { before, sentence, rest } = readLeadIn(lines, from, grid.stub?.at ?? grid.rows[0]?.at ?? grid.at)
  const headings = grid.headings.map(({ text }) => text).reverse()
  yield* headings.filter(text => rest.includes(text))
  if (INTRODUCES.test(sentence)) {
    yield sentence
    if (SPEAKS_BACK.test(sentence)) yield before
  }
  yield* headings
}

const INTRODUCES =
  /\b(?:following|below|sets? forth|as follows|shows?|presents?|describes?|summari[sz]es?)\b|:$/i
/** > The distribution of those mortgage loans was as follows: */
const SPEAKS_BACK = /\b(?:those|such)\b/i
/** Markup between whose words a paragraph or a heading ends. */
const BLOCK = /<\/?(?:p|div|h\d|tr|table|center|title|li|hr|body)\b[^<>]*>/gi

/** The last sentence that ends between two places, the one before it in its paragraph, and what stands behind it. */
function readLeadIn(
  lines: readonly string[],
  from: Place | null,
  to: Place,
): { before: string; sentence: string; rest: string } {
  const ended = from === null ? 0 : (from.lastLine ?? from.line)
  const first = Math.max(1, ended, to.line - LINES)
  const parts: string[] = []
  let length = 0
  for (let line = to.line; line >= first && length < CHARACTERS; line--) {
    const start = from !== null && line === ended ? from.end - 1 : 0
    const own = (lines[line - 1] ?? '').slice(start, line === to.line ? to.start - 1 : undefined)
    parts.unshift(printedOf(own.slice(-CHARACTERS)))
    length += own.length
  }
  const printed = parts.join('\n').replace(/[^\S\n]+/g, ' ')
  const sentences = printed.split(/(?<=[a-z)\d][.:]["”]?)\s+(?=\S)|(?<=[a-z)\d][.:]["”]?)\s*$/)
  const rest = (sentences.pop() ?? '').trim()
  const [sentence = '', isOwn = ''] = (sentences.pop() ?? '').split(/\n\s*\n/).reverse()
  const before = isOwn === '' ? (sentences.pop() ?? '').split(/\n\s*\n/).pop() : ''
  return { before: fold(before ?? ''), sentence: fold(sentence), rest: fold(rest) }
}

/** What a line prints; between blocks stands a blank line. */
function printedOf(line: string): string {
  if (line.trim() === '') return ''
  return stripTags(line.includes('<') ? line.replace(BLOCK, '\n\n') : line)
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
