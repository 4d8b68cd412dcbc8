import { isFurnitureAt } from './find-header.ts'
import { splitFragments } from './fragments.ts'
import { isProseAt } from './prose.ts'
import { mayEndRow } from './row-line.ts'
import { type ScannedLines, shapeAt, startsNote, textAt } from './scan-lines.ts'

const MOST_LINES = 3
/** So many blank lines, rules and page numbers may stand between words and the end of their page. */
const MOST_BETWEEN = 8

/**
 * The lines of words that stand alone at the foot of a page, where the lines below, `first` and what follows it, stand at
 * the top of the next: a title that its table was cut off from. None where other things stand there.
 *
 * >        PRINCIPAL BALANCES AT THE CUT-OFF DATE
 *
 *                         S-23
 *   <PAGE>
 *   SOME MORTGAGE TRUST                Series 1998-2        `first`
 *
 *   Range          Loans      Balance
 */
export function findOrphan(scan: ScannedLines, first: number, floor: number): number[] {
  const page = endOfPage(scan, first, floor)
  if (page < 0) return []
  const foot = lastWords(scan, page - 1, floor)
  const orphan: number[] = []
  let index = foot
  for (; index > floor && shapeAt(scan, index) === 'text' && orphan.length < MOST_LINES; index--) {
    if (!canBeTitle(scan, index)) return []
    orphan.unshift(index)
  }
  // Words right under other things belong to them.
  return index <= floor || shapeAt(scan, index) === 'blank' || shapeAt(scan, index) === 'page' ? orphan : []
}

/** The page break right above a line, with blank lines and rules between alone; -1 where there is none. */
function endOfPage(scan: ScannedLines, first: number, floor: number): number {
  let index = first - 1
  while (index > floor && first - index <= MOST_BETWEEN && /^(?:blank|rule)$/.test(shapeAt(scan, index)))
    index--
  return index > floor && shapeAt(scan, index) === 'page' ? index : -1
}

/** The last line of a page that is no page number, rule or blank; -1 where none is near. */
function lastWords(scan: ScannedLines, bottom: number, floor: number): number {
  for (let index = bottom; index > floor && bottom - index < MOST_BETWEEN; index--) {
    const shape = shapeAt(scan, index)
    if (shape === 'text' && !isFurnitureAt(scan, index)) return index
    if (shape === 'tag' || shape === 'page') return -1
  }
  return -1
}

function canBeTitle(scan: ScannedLines, index: number): boolean {
  if (isProseAt(scan, index) || startsNote(scan, index) || splitFragments(scan, index).length > 1)
    return false
  const text = textAt(scan, index)
  return !mayEndRow(text.charCodeAt(text.length - 1)) || /\)$/.test(text) || !/\d[,.]\d/.test(text)
}
