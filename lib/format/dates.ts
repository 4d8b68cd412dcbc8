const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The parts of a calendar date `YYYY-MM-DD`, or null when the text is not one. */
function splitDate(date: string): { year: string; month: string; day: number } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const month = monthNames[Number(parts?.[2]) - 1]
  if (!parts || !month) return null
  return { year: parts[1] ?? '', month, day: Number(parts[3]) }
}

/** A calendar date in words: `15 October 2002`. A text that is no date comes back as it is. */
export function formatDate(date: string): string {
  const parts = splitDate(date)
  return parts ? `${parts.day} ${parts.month} ${parts.year}` : date
}

/** A calendar date for a table: `15 Oct 2002`. A text that is no date comes back as it is. */
export function formatShortDate(date: string): string {
  const parts = splitDate(date)
  return parts ? `${parts.day} ${parts.month.slice(0, 3)} ${parts.year}` : date
}

/** > June 2024 */
export function formatMonth(date: string): string {
  const parts = splitDate(date)
  return parts ? `${parts.month} ${parts.year}` : date
}
