import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import { dateAt, type FoundDate, findLastDate } from './find-date.ts'
import { type Flow, offsetsOf, pointInFlow, printedInFlow, staysInCell } from './flow.ts'
import { cellsOf, type TextCell, type TextLine } from './text-lines.ts'
import { isOver } from './title-page.ts'

const SPELLINGS = ['cut-off date', 'cutoff date', 'cut off date']
/** `Cut-off Date (September 1, 2002)`, `Cut-off Date: `, `cut-off date for the loans is `, `Cut-off Date" is the close of business on ` */
const BETWEEN =
  /["”]?\)?(?: (?:for|of|with respect to) (?:the|all) [a-z][a-z ]{2,40}?(?= (?:is|was|will|means)\b))?[ ,:.]{0,4}(?:is |was |of |means |shall be |will be |shall mean |falls |occurs |will occur |[([]|-+ ?)?(?:as of )?(?:the )?(?:opening of business |close of business )?(?:on |as of |as )?(?:the )?/iy
/** What says that a date is the one called so: `which is`, `which we call`, `referred to in this supplement as`, `being`. */
const HEREIN = '(?: herein(?:after)?| in this [a-z]{3,12}(?: [a-z]{3,12})?)?'
const CALLED = `(?:which |that )?(?:date |day )?(?:(?:is|was|will be|shall be|being)(?:${HEREIN} (?:called|known as|defined as|referred to${HEREIN} as))?|we (?:call|define as|refer to${HEREIN} as)|(?:also )?(?:called|known as|referred to${HEREIN} as)|hereinafter)`
/** `September 1, 2002 (the "Cut-off Date")`, `October 1, 2003, the cut-off date` */
const AFTER_DATE = new RegExp(
  `^,? ?\\(?(?:or |${CALLED} )?(?:the |such date,? )?(?:related |applicable |initial |statistical )?["“]?$`,
  'i',
)
const LONGEST_BEFORE = 110
/** How far before and behind the words their sentence is looked at. */
const LONGEST_SENTENCE = 300
/** Words before "cut-off date" that make it another than the deal's own, from the nearest to the farthest from it. */
const QUALIFIERS = [/\binitial $/i, /\bstatistical (?:calculation )?$|\bpreliminary $/i, /\bsubsequent $/i]
/** `Alder Trust 2003-1`, `the 2003-1 pool`. */
const SERIES = /\b(?:19|20)\d\d-[A-Z\d]+(?:-[A-Z\d]+)?/g
const ENDS_SENTENCE = /[a-z\d)”"]{3}\. (?=[A-Z“"(])|\n/g
/** Of a figure in a table: `$4,000,000`, `40.00%`. */
const FIGURE = /^[$(]?\d[\d,.]*%?\)?$/
/** Below a column's header its figures begin after this many lines, units and rules between. */
const LINES_TO_FIGURES = 4

/** A date that a text calls a cut-off date, `rank` by what it is called. */
type Told = FoundDate & { rank: number }

/**
 * The cut-off date, where the text gives it as a date; "as of the applicable Cut-off Date" gives none.
 * Read after the words, or before them when they define the date.
 *
 * > The statistical cut-off date is May 1, 2006. The cut-off date is June 1, 2006.       the second: it is called nothing else
 *   The Alder Trust 2003-1 pool had a cut-off date of February 1, 2003.                  not that of Alder Trust 2004-3
 *   As of Cut-off Date     As of June 30, 2004                                           none: headers of two columns
 *
 * `own` are the numbers of the deal's trust and series. Where several are called the same, the first is given, and
 * `cover-prints-several` counts them.
 */
export function readCutOffDate(flow: Flow, lines: TextLine[], own: string[]): Staged<Printed | null> {
  const all = SPELLINGS.flatMap(words => findTold(flow, lines, words, own))
  const rank = all.reduce((least, told) => Math.min(least, told.rank), QUALIFIERS.length)
  const told = all.filter(each => each.rank === rank).toSorted((one, other) => one.from - other.from)
  const [first] = told
  if (first === undefined) return { value: null, issues: [] }
  const value = printedInFlow(flow, first.from, first.to, first.value)
  const count = new Set(told.map(each => each.value)).size
  const facts = { what: 'cut-off dates', count, first: first.value }
  return { value, issues: count > 1 ? [issue('cover-prints-several', facts, value.at)] : [] }
}

function findTold(flow: Flow, lines: TextLine[], words: string, own: string[]): Told[] {
  const found: Told[] = []
  for (const at of offsetsOf(flow, words)) {
    const end = at + words.length
    const date = dateAfter(flow, end) ?? dateBefore(flow, at)
    if (date === null || isOfAnother(flow.text, at, end, own) || isHeader(flow, lines, at, date)) continue
    found.push({ ...date, rank: rankOf(flow.text, at) })
  }
  return found
}

function rankOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - LONGEST_BEFORE), at)
  return QUALIFIERS.findIndex(words => words.test(before)) + 1
}

function dateAfter(flow: Flow, from: number): FoundDate | null {
  BETWEEN.lastIndex = from
  BETWEEN.test(flow.text)
  return dateAt(flow.text, BETWEEN.lastIndex)
}

/** In its own cell alone: the one before holds what belongs to another caption. */
function dateBefore(flow: Flow, at: number): FoundDate | null {
  const start = Math.max(0, at - LONGEST_BEFORE)
  const before = flow.text.slice(start, at)
  const date = /\d/.test(before) ? findLastDate(before) : null
  if (date === null || !AFTER_DATE.test(before.slice(date.to))) return null
  const found = { ...date, from: start + date.from, to: start + date.to }
  return staysInCell(flow, found.to - 1, at) ? found : null
}

/** Does the sentence speak of the pool of another trust? */
function isOfAnother(text: string, at: number, end: number, own: string[]): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_SENTENCE), at)
  const start = [...before.matchAll(ENDS_SENTENCE)].at(-1)
  const after = text.slice(end, end + LONGEST_SENTENCE)
  const stop = [...after.matchAll(ENDS_SENTENCE)].at(0)?.index ?? after.length
  const sentence =
    before.slice(start === undefined ? 0 : start.index + start[0].length) + after.slice(0, stop)
  const named = sentence.match(SERIES) ?? []
  return own.length > 0 && named.length > 0 && !named.some(number => own.includes(number.toUpperCase()))
}

/**
 * Do the words and the date head columns of figures, beside each other?
 *
 * > As of Cut-off Date     As of June 30, 2004
 *             Balance                  Balance
 *          $4,000,000               $3,000,000
 */
function isHeader(flow: Flow, lines: TextLine[], at: number, date: FoundDate): boolean {
  if (date.from < at || staysInCell(flow, at, date.from)) return false
  const { index } = pointInFlow(flow, at)
  const heads = [at, date.from].map(offset => cellAt(lines[index], pointInFlow(flow, offset).column))
  let printed = 0
  for (let below = index + 1; below < lines.length && printed < LINES_TO_FIGURES; below += 1) {
    const cells = cellsOf(lines[below] ?? NOTHING).filter(cell => FIGURE.test(cell.text))
    if (heads.every(head => head !== undefined && cells.some(cell => isOver(cell, head)))) return true
    if (cellsOf(lines[below] ?? NOTHING).length > 0) printed += 1
  }
  return false
}

const NOTHING: TextLine = { text: '', line: 0, origins: null }

function cellAt(line: TextLine | undefined, column: number): TextCell | undefined {
  return line === undefined ? undefined : cellsOf(line).find(({ from, to }) => from <= column && column < to)
}
