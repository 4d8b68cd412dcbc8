import { readDate } from '../values/date.ts'

/** A date found in a text: its value and where it stands. */
export type FoundDate = { value: string; from: number; to: number }

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?'
/** `September 1, 2002`, `October 29. 1998`, `1st day of May 2003`, `12/26/97`, `15-Oct-2002` */
const DATE = `(${MONTH})\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\s?[,.]?\\s{0,3}(\\d{4})|(\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d\\d))(?!\\d)|(\\d{1,2})(?:st|nd|rd|th)?(?: day of |[ -])(${MONTH}),?[ -](\\d{4})`
const AT = new RegExp(DATE, 'iy')
const ANYWHERE = new RegExp(`\\b(?:${DATE})`, 'i')
const ANYWHERE_AFTER = new RegExp(`\\b(?:${DATE})`, 'gi')

/** The date that starts exactly at an offset. Null when there is none, or when there is no such day. */
export function dateAt(text: string, at: number): FoundDate | null {
  AT.lastIndex = at
  return toFound(AT.exec(text))
}

/** The first date in a text. */
export function findDate(text: string): FoundDate | null {
  return toFound(ANYWHERE.exec(text))
}

/** The last date in a text. */
export function findLastDate(text: string): FoundDate | null {
  let last: RegExpExecArray | null = null
  ANYWHERE_AFTER.lastIndex = 0
  for (let found = ANYWHERE_AFTER.exec(text); found !== null; found = ANYWHERE_AFTER.exec(text)) last = found
  return toFound(last)
}

function toFound(found: RegExpExecArray | null): FoundDate | null {
  if (found === null) return null
  const [printed, month, day, year, numeric, dayFirst, monthAfter, yearAfter] = found
  const value = readDate(numeric ?? toWords(month ?? monthAfter, day ?? dayFirst, year ?? yearAfter))
  return value === null ? null : { value, from: found.index, to: found.index + printed.length }
}

/** Misspelt months are told by their first three letters, as `Septemebr` and `Janaury` are. */
function toWords(month = '', day = '', year = ''): string {
  return `${month.slice(0, 3)} ${day}, ${year}`
}
