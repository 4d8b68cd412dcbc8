import type { Printed } from '../report.ts'
import { dateAt, findLastDate } from './find-date.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'

/** What may stand between "Date of Report" and the date: the phrase in brackets, a colon, leaders. */
const PHRASE_END =
  /(?:[ \n]?\((?:date[ \n])?of[ \n]earliest[ \n]event[ \n]reported\)?)?[ \n]?[:.]?[ \n_-]{0,4}/iy
const EARLIEST = /[ \n]?\(/y
const LONGEST_BEFORE = 60

/**
 * The date of the earliest event reported on a cover.
 *
 * > Date of Report (Date of earliest Event Reported)  September 30, 2002     after the phrase, with a colon or none
 *   September 30, 2002 / (Date of Report)                                    before it
 *   Date of Report: May 10, 2006 (April 28, 2006)                            the bracket holds the earlier date
 */
export function readEventDate(cover: Flow): Printed | null {
  for (const at of offsetsOf(cover, 'date of report')) {
    const date = dateAfter(cover, at + 'date of report'.length) ?? dateBefore(cover, at)
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

function dateBefore(cover: Flow, at: number): Printed | null {
  const start = Math.max(0, at - LONGEST_BEFORE)
  const before = cover.text.slice(start, at)
  const date = findLastDate(before)
  if (date === null || !/^[\s(_-]*$/.test(before.slice(date.to))) return null
  return printedInFlow(cover, start + date.from, start + date.to, date.value)
}
