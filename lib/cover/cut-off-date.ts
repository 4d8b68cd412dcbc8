import type { Printed } from '../report.ts'
import { dateAt, findLastDate } from './find-date.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'

const SPELLINGS = ['cut-off date', 'cutoff date', 'cut off date']
/** `Cut-off Date (September 1, 2002)`, `Cut-off Date: `, `cut-off date of `, `Cut-off Date" is the close of business on ` */
const BETWEEN =
  /["”]?\)?[ ,:.]{0,4}(?:is |of |means |shall be |will be |shall mean |[([]|-+ ?)?(?:as of )?(?:the )?(?:opening of business |close of business )?(?:on |as of |as )?(?:the )?/iy
/** `September 1, 2002 (the "Cut-off Date")`, `October 1, 2003, the cut-off date` */
const AFTER_DATE =
  /^,? ?\(?(?:or )?(?:the |such date,? )?(?:related |applicable |initial |statistical )?["“]?$/i
const LONGEST_BEFORE = 60

/**
 * The cut-off date, where the text gives it as a date; "as of the applicable Cut-off Date" gives none.
 * Read after the words, or before them when they define the date.
 */
export function readCutOffDate(flow: Flow): Printed | null {
  for (const words of SPELLINGS)
    for (const at of offsetsOf(flow, words)) {
      const date = dateAfter(flow, at + words.length) ?? dateBefore(flow, at)
      if (date !== null) return date
    }
  return null
}

function dateAfter(flow: Flow, from: number): Printed | null {
  BETWEEN.lastIndex = from
  BETWEEN.test(flow.text)
  const date = dateAt(flow.text, BETWEEN.lastIndex)
  return date === null ? null : printedInFlow(flow, date.from, date.to, date.value)
}

function dateBefore(flow: Flow, at: number): Printed | null {
  const start = Math.max(0, at - LONGEST_BEFORE)
  const before = flow.text.slice(start, at)
  const date = /\d/.test(before) ? findLastDate(before) : null
  if (date === null || !AFTER_DATE.test(before.slice(date.to))) return null
  return printedInFlow(flow, start + date.from, start + date.to, date.value)
}
