import { addAll } from '../add-all.ts'
import type { Bound } from '../distributions/index.ts'
import { type Period, type PeriodKind, periodOf, periodsBetween } from './periods.ts'
import { type Weighed, weigh, weighQuotients } from './weigh.ts'

/** Which of a filing's dates stands for its pool: its cut-off date, else the first of these that it gives. */
export const dateKinds = ['cut-off', 'event', 'signed', 'filed'] as const
export type DateKind = (typeof dateKinds)[number]
export type TrendDate = { date: string; kind: DateKind }

/**
 * What a filing tells of the measure: it lies from `low` to `high`; `value` is the one figure that both are, null where they
 * differ, if only by what printing rounded off, or where a check contradicts it and they take in all that the filing says.
 */
export type TrendValue = Bound & { value: number | null; kind: 'stated' | 'computed' | 'bounded' }

/** A deal as a trend counts it. Amounts in the units of reports: cents, percent as printed, months. */
export type TrendDeal = {
  slug: string
  name: string
  shelf: string | null
  dated: TrendDate | null
  /** What its figure weighs; null where no balance is known. */
  balanceCents: Bound | null
  /** Null where its filing does not report the measure. */
  value: TrendValue | null
  /** Checks that fail in the table, or on the figure, that gives the value. */
  checksFailed: number
}

/** How the deals of a period make one figure. */
export type Weighing =
  /** By balance, as averages over loans and shares of a balance are. */
  | 'balance'
  /** A balance per loan: all balances over all loans. */
  | 'quotient'
  /** Each deal alike, as for the size of a pool. */
  | 'deals'

/** A deal that reports the measure and has a date. */
export type TrendPoint = TrendDeal & { dated: TrendDate; value: TrendValue }

/** Why a deal has no part in the line. */
export type Exclusion = { deal: TrendDeal; reason: 'no-date' | 'no-balance' | 'checks-fail' }

export type TrendPeriod = {
  period: Period
  /** Of those that report the measure and those that do not, by date. */
  deals: TrendDeal[]
  /** Over the deals that are in the line; null where there is none. */
  line: Bound | null
  balanceCents: Bound
  /** Deals with one figure, with bounds, and with a figure that a check contradicts. */
  exact: number
  bounded: number
  failing: number
  notReported: number
}

export type Trend = {
  periods: TrendPeriod[]
  /** All deals and years in one. */
  whole: Omit<TrendPeriod, 'period'>
  points: TrendPoint[]
  notReported: TrendDeal[]
  excluded: Exclusion[]
}

export type TrendWish = {
  by: PeriodKind
  weighing: Weighing
  /** Whether deals whose table fails a check have a part in the line. */
  withFailing: boolean
}

/** Deals over time: a point for each that reports the measure, and a line by periods with bounds of its own. */
export function trendOf(deals: readonly TrendDeal[], wish: TrendWish): Trend {
  const ordered = deals.toSorted(byDate)
  const dated = ordered.filter(hasDate)
  const [first] = dated
  const last = dated.at(-1)
  const periods = first && last ? periodsBetween(first.dated.date, last.dated.date, wish.by) : []
  const own = new Map<string, TrendDeal[]>(periods.map(({ key }) => [key, []]))
  for (const [date, deals] of Map.groupBy(dated, deal => deal.dated.date))
    addAll(own.get(periodOf(date, wish.by).key) ?? [], deals)
  return {
    periods: periods.map(period => ({ period, ...countDeals(own.get(period.key) ?? [], wish) })),
    whole: countDeals(dated, wish),
    points: dated.filter(deal => reports(deal)),
    notReported: ordered.filter(({ value }) => value === null),
    excluded: ordered.flatMap(deal => {
      const reason = deal.value && whyExcluded(deal, wish)
      return reason ? [{ deal, reason }] : []
    }),
  }
}

/** Why a deal that reports the measure has no part in the line, or null. */
export function whyExcluded(deal: TrendDeal, wish: TrendWish): Exclusion['reason'] | null {
  if (deal.dated === null) return 'no-date'
  if (deal.checksFailed > 0 && !wish.withFailing) return 'checks-fail'
  return wish.weighing !== 'deals' && deal.balanceCents === null ? 'no-balance' : null
}

type Dated = TrendDeal & { dated: TrendDate }
type Reporting = TrendDeal & { value: TrendValue }
const hasDate = (deal: TrendDeal): deal is Dated => deal.dated !== null
const reports = <Deal extends TrendDeal>(deal: Deal): deal is Deal & Reporting => deal.value !== null

function countDeals(deals: TrendDeal[], wish: TrendWish): Omit<TrendPeriod, 'period'> {
  const reporting = deals.filter(reports)
  const failing = reporting.filter(({ checksFailed }) => checksFailed > 0).length
  const exact = reporting.filter(
    ({ checksFailed, value }) => checksFailed === 0 && value.value !== null,
  ).length
  return {
    deals,
    line: lineOf(
      reporting.filter(deal => whyExcluded(deal, wish) === null),
      wish.weighing,
    ),
    balanceCents: sumOf(deals.flatMap(({ balanceCents }) => balanceCents ?? [])),
    exact,
    bounded: reporting.length - exact - failing,
    failing,
    notReported: deals.length - reporting.length,
  }
}

/**
 * One figure where every deal has one, else bounds: of what rows leave open, and of what rounding may have taken off.
 */
function lineOf(points: readonly Reporting[], weighing: Weighing): Bound | null {
  const alike = { low: 1, high: 1 }
  const parts = points.flatMap(({ value, balanceCents }): Weighed[] => {
    const weight = weighing === 'deals' ? alike : balanceCents
    return weight ? [{ value: { low: value.low, high: value.high }, weight }] : []
  })
  return weighing === 'quotient' ? weighQuotients(parts) : weigh(parts)
}

function sumOf(bounds: readonly Bound[]): Bound {
  return bounds.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
    low: 0,
    high: 0,
  })
}

/** Undated deals last; deals of one day keep the order of their addresses, so that a drawing is always the same. */
function byDate(one: TrendDeal, other: TrendDeal): number {
  const [own, others] = [one.dated?.date ?? '9999', other.dated?.date ?? '9999']
  if (own !== others) return own < others ? -1 : 1
  return one.slug < other.slug ? -1 : 1
}
