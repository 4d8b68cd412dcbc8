import type { Footnote } from '../../report.ts'
import { LETTER_OR_SIGN, nameOfMark, RAISED } from '../../values/index.ts'
import { isFurnitureAt } from './find-header.ts'
import { fromAt, type ScannedLines, shapeAt, startsNote, textAt, toAt } from './scan-lines.ts'

const MARK = new RegExp(
  `^(\\(\\d{1,2}\\)|\\[\\d{1,2}\\]|\\*{1,3}|\\d{1,2}/|${RAISED}{1,2}|${LETTER_OR_SIGN}(?=\\s|$))\\s*`,
)
const UNSURE = new RegExp(`^(?:${LETTER_OR_SIGN})(?:\\s|$)`)
/** No such mark takes more with the blank behind it. */
const LONGEST_UNSURE = 5
/** So many blank lines may part a table from its notes. */
const MOST_BLANKS = 8

/**
 * Read the footnotes below a table, from `after` on and before `ceiling`.
 *
 * > ----------
 *   (1)   The weighted average original Loan-to-Value Ratio of the mortgage loans
 *         is expected to be approximately 72.65%.
 *
 *   (2)   Does not take into account …
 *
 * A note goes on until a blank line, a rule, a tag or the next mark. Text is joined; the place covers all its lines.
 * A letter or sign begins one where the table `prints` it as a mark.
 */
export function readNotes(
  scan: ScannedLines,
  after: number,
  ceiling: number,
  prints: (mark: string) => boolean,
): Footnote[] {
  const startsOwn = (index: number) => startsNote(scan, index) || startsUnsure(scan, index, prints)
  const notes: Footnote[] = []
  let index = after
  let blanks = 0
  while (index < ceiling) {
    const shape = shapeAt(scan, index)
    if (shape === 'text') {
      if (!startsOwn(index)) break
      const end = noteEnd(scan, index, ceiling, startsOwn)
      notes.push(readNote(scan, index, end))
      index = end
      blanks = 0
    } else {
      if (shape === 'page' || (shape === 'blank' && ++blanks > MOST_BLANKS)) break
      index++
    }
  }
  return notes
}

function startsUnsure(scan: ScannedLines, index: number, prints: (mark: string) => boolean): boolean {
  const from = fromAt(scan, index)
  const found = UNSURE.exec((scan.lines[index] ?? '').slice(from, from + LONGEST_UNSURE))
  return found !== null && prints(nameOfMark(found[0].trim()))
}

/** A mark on a line of its own may stand so many lines above its text. */
const MOST_TO_TEXT = 3

const isMarkAlone = (line: string) => MARK.exec(line)?.[0].length === line.length

/** The line after a note's last; above `index`, so that reading advances. */
function noteEnd(
  scan: ScannedLines,
  index: number,
  ceiling: number,
  startsOwn: (index: number) => boolean,
): number {
  let end = index + 1
  if (isMarkAlone(textAt(scan, index)))
    while (end < ceiling - 1 && end - index < MOST_TO_TEXT && shapeAt(scan, end) === 'blank') end++
  while (end < ceiling && shapeAt(scan, end) === 'text' && !startsOwn(end) && !isFurnitureAt(scan, end)) end++
  return end
}

function readNote(scan: ScannedLines, first: number, end: number): Footnote {
  const start = textAt(scan, first)
  const mark = MARK.exec(start)
  const parts = [start.slice(mark?.[0].length ?? 0)]
  for (let index = first + 1; index < end; index++) parts.push(textAt(scan, index))
  const at = { line: first + 1, start: fromAt(scan, first) + 1, end: toAt(scan, end - 1) + 1 }
  return {
    mark: nameOfMark(mark?.[1] ?? ''),
    text: foldAll(parts.join(' ')),
    at: end - 1 > first ? { ...at, lastLine: end } : at,
  }
}

const RUN = /\s\s|[^\S ]/

/** The text with all white space folded to single blanks; most notes have none to fold. */
function foldAll(text: string): string {
  return (RUN.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}
