import type { Printed } from '../report.ts'
import { findDate } from './find-date.ts'
import { findNameBefore } from './find-name.ts'
import { toNaturalCase } from './name-case.ts'
import { isComplete } from './name-lines.ts'
import { withoutAddress } from './party-details.ts'
import { readRoleCaption } from './roles.ts'
import { splitNames } from './split-names.ts'
import { placeAcross, type TextLine } from './text-lines.ts'
import type { Cell } from './title-page.ts'

/** What documents, their parts and amounts are called, and companies are not. */
const NOT_A_COMPANY =
  /^\W*\$|\b(?:approximate|prospectus|supplement|term sheet|free writing|preliminary|certificates|series|exhibit|annex|appendix|table|page|date|information|materials|contents|total|class(?:es)?|statement|rule|telephone|see|summary|parties|participants|overview|structure|characteristics|descriptions?|distributions?|number of|aggregate|percentage|balance|none|not applicable|n\/a)\b/i
/** What a company trades in: no name begins so and ends with the next word. */
const TRADE =
  'acceptance|bank|capital|finance|financial|funding|holdings|lending|loans?|markets|mortgage|partners|products|receivables|securities|services|servicing|trust'
const REST_OF_NAME = new RegExp(`^(?:${TRADE}),? \\S+$`, 'i')
/** A line that goes on with the name above it, or is gone on with by the one below. */
const GOES_ON =
  /^(?:inc|llc|l\.l\.c|corp|corporation|company|n\.a|national association|trust company|a |an |[a-z])\b/i
const IS_OPEN = /(?:,|&|\b(?:and|of))$/

/** The names that cells print, one below the other; none when they print anything else. */
export function readNames(cells: Cell[]): Printed[] {
  const text = withoutAddress(cells.map(each => each.text).join(' '))
  const [first] = cells
  if (first === undefined || NOT_A_COMPANY.test(withoutSeries(text)) || readRoleCaption(text) !== null)
    return []
  if (findDate(text) !== null) return []
  const spans = splitNames(text)
  if (spans === null) return []
  if (spans.some(({ from, to }) => !isName(text.slice(from, to)))) return []
  return spans.map(({ from, to }) => ({
    value: toNaturalCase(text.slice(from, to)),
    at: placeAcross(pointIn(cells, from), pointIn(cells, to - 1)),
  }))
}

/** A trust may have its series in its name. */
function withoutSeries(text: string): string {
  return /\btrust\b/i.test(text) ? text.replace(/\bseries\b/gi, '') : text
}

function isName(text: string): boolean {
  const lastWord = text.slice(text.lastIndexOf(' ') + 1)
  return (
    lastWord !== text &&
    readRoleCaption(lastWord) === null &&
    !isRestOfName(text) &&
    findNameBefore(text, text.length)?.from === 0
  )
}

/** `Securities Corp.`, `Bank, N.A.` */
function isRestOfName(text: string): boolean {
  return REST_OF_NAME.test(text) && isComplete(text)
}

/** The line and index of a character of the cells' joined text. */
function pointIn(cells: Cell[], offset: number): { line: TextLine; index: number } {
  let left = offset
  for (const cell of cells) {
    if (left < cell.text.length) return { line: cell.line, index: cell.from + left }
    left -= cell.text.length + 1
  }
  const last = cells.at(-1)
  if (last === undefined) throw new Error('A place was asked for in no cell')
  return { line: last.line, index: last.to - 1 }
}

/** Does a name go on from one line to the next? */
export function isOneName(first: string, next: string): boolean {
  return IS_OPEN.test(first) || GOES_ON.test(next) || isRestOfName(next)
}
