import { z } from 'zod'
import { sourceHref } from '../addresses/trends-address.ts'
import { type DealFigure, figureKey } from '../figures/index.ts'
import type { Library } from '../library/index.ts'
import {
  dateKinds,
  sayPoint,
  type Trend,
  type TrendDeal,
  type TrendPeriod,
  type TrendPoint,
} from '../trends/index.ts'
import { compareTexts, type ListOrder, pageOf } from './list-page.ts'
import { loadTrend } from './load-trends.ts'
import type { ErrorCode } from './service-errors.ts'
import { readTrendsQuery, type TrendsQuery } from './trends-query.ts'

const boundSchema = z.object({ low: z.number(), high: z.number() })
const dealSchema = z.object({ slug: z.string(), name: z.string() })

/** Deals over time in one measure. Money in cents, percent as printed, terms in months. */
export const trendsAnswerSchema = z.object({
  measure: z.string(),
  by: z.enum(['month', 'quarter', 'year']),
  /** Hand this back as `cursor` for the points that follow; null at the end. */
  next: z.string().nullable(),
  /** The deals that report the measure and have a date, by date. */
  points: z.array(
    z.object({
      deal: dealSchema,
      date: z.string(),
      /** Which of the filing's dates that is. */
      dateKind: z.enum(dateKinds),
      /** From `low` to `high`, which are equal where it is one figure; where a check on it fails, all that the filing says. */
      value: boundSchema.extend({ kind: z.enum(['stated', 'computed', 'bounded']) }),
      balanceCents: z.number().nullable(),
      checksFailed: z.int(),
      /** The deal’s page, at the table that gives the value where one does. */
      source: z.string(),
      /** All of it in words, its parts with semicolons between; where `sentences=1` asks for it. */
      sentence: z.string().optional(),
    }),
  ),
  /** One for each period from the first to the last, of the deals that are in the line. */
  series: z.array(
    z.object({
      period: z.string(),
      from: z.string(),
      /** The first day after it. */
      until: z.string(),
      value: boundSchema.nullable(),
      balanceCents: z.number(),
      exact: z.int(),
      bounded: z.int(),
      checksFailed: z.int(),
      notReported: z.int(),
    }),
  ),
  notReported: z.array(dealSchema.extend({ date: z.string().nullable() })),
  /** Deals that report the measure and have no part in the line. */
  excluded: z.array(dealSchema.extend({ reason: z.enum(['no-date', 'no-balance', 'checks-fail']) })),
})
export type TrendsAnswer = z.infer<typeof trendsAnswerSchema>

/** Why a trend is not answered, and what in the query it is about. */
export type TrendsRefusal = { code: ErrorCode; detail: string }

/** One measure over time, as a query asks for it. */
export type FoundTrend = {
  figure: DealFigure
  trend: Trend
  query: TrendsQuery
  withSentences: boolean
  /** Of the points. */
  page: { page: TrendPoint[]; next: string | null }
}

/** Find `?measure=waltv&shelf=…&q=…&deals=…&by=quarter&failing=in`, or say why not. */
export async function findTrend(
  library: Pick<Library, 'findTrends'>,
  given: URLSearchParams,
): Promise<FoundTrend | TrendsRefusal> {
  const query = readTrendsQuery(given)
  const [problem] = query.problems
  if (problem) return { code: 'query-is-not-understood', detail: `${problem.parameter}: ${problem.problem}` }
  const [figure, another] = query.figures
  if (figure === undefined || another !== undefined)
    return { code: 'query-is-not-understood', detail: 'measure: name one, as waltv or state.CA.' }
  const { trend, unknown } = await loadTrend(library, query, figure)
  if (unknown[0] !== undefined) return { code: 'deal-is-unknown', detail: unknown[0] }
  const page = pageOf(trend.points, orderOfPoints, given)
  if ('problem' in page) return { code: 'query-is-not-understood', detail: page.problem }
  return { figure, trend, query, withSentences: given.get('sentences') === '1', page }
}

/** What the call answers of a measure over time. */
export function answerTrend({ figure, trend, query, withSentences, page }: FoundTrend): TrendsAnswer {
  return {
    measure: figureKey(figure),
    by: query.by,
    next: page.next,
    ...answerOf(figure, { ...trend, points: page.page }, withSentences),
  }
}

/** By date, as they come. */
const orderOfPoints: ListOrder<TrendPoint> = {
  list: 'trends',
  keyOf: ({ dated, slug }) => `${dated.date} ${slug}`,
  compare: compareTexts,
}

function answerOf(
  figure: DealFigure,
  trend: Trend,
  withSentences: boolean,
): Omit<TrendsAnswer, 'measure' | 'by' | 'next'> {
  return {
    points: trend.points.map(point => {
      const { low, high, value, kind } = point.value
      return {
        deal: named(point),
        date: point.dated.date,
        dateKind: point.dated.kind,
        value: { low: value ?? low, high: value ?? high, kind },
        balanceCents: point.balanceCents?.low ?? null,
        checksFailed: point.checksFailed,
        source: sourceHref(figure, point.slug),
        ...(withSentences && { sentence: sayPoint(figure, point).join('; ') }),
      }
    }),
    series: trend.periods.map(seriesOf),
    notReported: trend.notReported.map(deal => ({ ...named(deal), date: deal.dated?.date ?? null })),
    excluded: trend.excluded.map(({ deal, reason }) => ({ ...named(deal), reason })),
  }
}

function seriesOf({ period, line, balanceCents, ...counts }: TrendPeriod): TrendsAnswer['series'][number] {
  return {
    period: period.key,
    from: period.from,
    until: period.until,
    value: line,
    balanceCents: balanceCents.low,
    exact: counts.exact,
    bounded: counts.bounded,
    checksFailed: counts.failing,
    notReported: counts.notReported,
  }
}

function named({ slug, name }: TrendDeal): { slug: string; name: string } {
  return { slug, name }
}
