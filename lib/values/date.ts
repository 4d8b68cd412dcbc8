const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const NUMERIC = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const WORDS = /^([a-z]{3,9})\.?\s+(\d{1,2})\s*[,.]?\s+(\d{4})$/i
const DAY_FIRST = /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s-](\d{4})$/i

/**
 * A calendar date as `YYYY-MM-DD`: `October 15, 2002`, `10/15/2002`, `10/15/02`, `15-Oct-2002`, `2002-10-15`.
 *
 * Two-digit years from 70 are of the last century. Null when there is no such day.
 */
export function readDate(printed: string): string | null {
  const text = printed.trim()
  const numeric = NUMERIC.exec(text)
  if (numeric) return toDate(fullYear(numeric[3]), Number(numeric[1]), Number(numeric[2]))
  const iso = ISO.exec(text)
  if (iso) return toDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const words = WORDS.exec(text)
  if (words) return toDate(Number(words[3]), monthOf(words[1]), Number(words[2]))
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? toDate(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1])) : null
}

function fullYear(printed = ''): number {
  const year = Number(printed)
  if (printed.length === 4) return year
  return year >= 70 ? 1900 + year : 2000 + year
}

/** A month's number from its name or a beginning of at least three letters; 0 when there is none. */
function monthOf(name = ''): number {
  const start = name.toLowerCase()
  return MONTHS.findIndex(month => month.startsWith(start)) + 1
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
