import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import type { Caption } from './cover-fields.ts'
import { dateAt, findLastDate } from './find-date.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'
import { placeOnLine, type TextLine } from './text-lines.ts'

/** What may stand between "Date of Report" and the date: the phrase in brackets, a colon, leaders. */
const PHRASE_END =
  /(?:[ \n]?[([]?(?:the[ \n])?(?:date[ \n])?(?:of[ \n])?(?:the[ \n])?earliest[ \n]event[ \n]reported)?[)\]]?[ \n]?[:.]?[ \n_-]{0,4}/iy
const EARLIEST = /[ \n]?\(/y
const LONGEST_BEFORE = 60
/** The earlier event first: where both dates are printed, it is the one that is meant. */
const PHRASES = ['earliest event reported', 'date of report']

/**
 * The date of the earliest event reported on a cover.
 *
 * > Date of Report (Date of earliest Event Reported)  September 30, 2002     after the phrase, with a colon or none
 *   September 30, 2002 / (Date of Report)                                    before it
 *   Date of earliest event reported: September 24, 1997                      without the report's own date
 *   Date of Report: May 10, 2006 (April 28, 2006)                            the bracket holds the earlier date
 *
 * A caption without a date raises `cover-field-is-not-read`.
 */
export function readEventDate(flow: Flow, cover: TextLine[], captions: Caption[]): Staged<Printed | null> {
  const value = findEventDate(flow)
  const caption = captions.find(({ kind }) => kind === 'report-date')
  const line = cover[caption?.index ?? -1]
  if (value !== null || caption === undefined || line === undefined) return { value, issues: [] }
  const at = placeOnLine(line, caption.from, caption.to)
  return {
    value,
    issues: [issue('cover-field-is-not-read', { what: 'date of the event', printed: null }, at)],
  }
}

/** The date itself; null where the phrases are not printed, or no date right by them. */
export function findEventDate(cover: Flow): Printed | null {
  for (const phrase of PHRASES)
    for (const at of offsetsOf(cover, phrase)) {
      const date = dateAfter(cover, at + phrase.length) ?? dateBefore(cover, at)
      if (date !== null) return date
    }
  return null
}

function dateAfter(cover: Flow, from: number): Printed | null {
  PHRASE_END.lastIndex = from
  PHRASE_END.test(cover.text)
  const date = dateAt(cover.text, PHRASE_END.lastIndex)
  if (date === null) return null
  EARLIEST.lastIndex = date.to
  const earliest = EARLIEST.test(cover.text) ? dateAt(cover.text, EARLIEST.lastIndex) : null
  const found = earliest ?? date
  return printedInFlow(cover, found.from, found.to, found.value)
}

/** Right before the phrase, which may begin with "Date of Report" and a bracket. */
function dateBefore(cover: Flow, at: number): Printed | null {
  const start = Math.max(0, at - LONGEST_BEFORE)
  const before = cover.text.slice(start, at)
  const date = findLastDate(before)
  if (
    date === null ||
    !/^[\s(_-]*(?:date[ \n]of[ \n](?:report[ \n(]*(?:date[ \n]of[ \n])?)?)?$/i.test(before.slice(date.to))
  )
    return null
  return printedInFlow(cover, start + date.from, start + date.to, date.value)
}
