/** What a line over time has one step for. */
export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A month, quarter or year. `from` is its first day and `until` the first day after it. */
export type Period = {
  /** As addresses and answers name it: `2004`, `2004-Q2`, `2004-06`. */
  key: string
  year: number
  /** Within its year, from 0. */
  order: number
  from: string
  until: string
}

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 }

/** The period that a calendar date `YYYY-MM-DD` lies in. */
export function periodOf(date: string, kind: PeriodKind): Period {
  return periodAt(placeOf(date, kind), kind)
}

/** All periods from that of one date to that of a later one, those between without any deal too. */
export function periodsBetween(first: string, last: string, kind: PeriodKind): Period[] {
  const from = placeOf(first, kind)
  const length = Math.max(0, placeOf(last, kind) - from + 1)
  return Array.from({ length }, (_, step) => periodAt(from + step, kind))
}

/** Days since 1970-01-01, for places on an axis of time. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** How many periods lie between year nought and the one of a date. */
function placeOf(date: string, kind: PeriodKind): number {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return Math.floor((year * 12 + month - 1) / monthsOf[kind])
}

function periodAt(place: number, kind: PeriodKind): Period {
  const firstMonth = place * monthsOf[kind]
  const year = Math.floor(firstMonth / 12)
  const order = (firstMonth % 12) / monthsOf[kind]
  return {
    key: keyOf(year, order, kind),
    year,
    order,
    from: dateOfMonth(firstMonth),
    until: dateOfMonth(firstMonth + monthsOf[kind]),
  }
}

function keyOf(year: number, order: number, kind: PeriodKind): string {
  const padded = String(year).padStart(4, '0')
  if (kind === 'year') return padded
  return kind === 'quarter' ? `${padded}-Q${order + 1}` : `${padded}-${String(order + 1).padStart(2, '0')}`
}

function dateOfMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** > 2004   Q2 2004   Jun 2004 */
export function namePeriod({ year, order }: Period, kind: PeriodKind): string {
  if (kind === 'year') return String(year)
  return kind === 'quarter' ? `Q${order + 1} ${year}` : `${months[order]} ${year}`
}
