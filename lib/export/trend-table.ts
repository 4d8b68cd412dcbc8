import { type DealFigure, describeDealFigure, unitOfFigure } from '../figures/index.ts'
import type { Trend, TrendDeal } from '../trends/index.ts'
import { type Cell, type ExportTable, figureCell, textCell, withUnit } from './export-table.ts'

type Asked = {
  figure: DealFigure
  trend: Trend
  /** Address of the table of a deal that gives its value. */
  addressOf: (slug: string) => string
}

/** Deals over time as a plain table, a row for each by date; those that do not report the measure too, with no figure. */
export function trendTable({ figure, trend, addressOf }: Asked): ExportTable {
  const unit = unitOfFigure(figure)
  const name = describeDealFigure(figure)
  const deals = [...trend.points, ...trend.notReported].toSorted(byDate)
  const reasons = new Map(trend.excluded.map(({ deal, reason }) => [deal.slug, reason]))
  return {
    headers: [
      'Date',
      'Deal',
      'Shelf',
      withUnit(`${name}, at least`, unit),
      withUnit(`${name}, at most`, unit),
      'Kind',
      'Balance (USD)',
      'Checks failed',
      'Left out of the line',
      'Source',
    ],
    rows: deals.map(({ slug, name: deal, shelf, dated, value, balanceCents, checksFailed }): Cell[] => [
      dated === null ? null : { day: dated.date },
      textCell(deal),
      textCell(shelf),
      figureCell(value && (value.value ?? value.low), unit, null),
      figureCell(value && (value.value ?? value.high), unit, null),
      textCell(value === null ? 'not reported' : value.kind),
      figureCell(balanceCents?.low, 'cents', 2),
      figureCell(checksFailed, null, 0),
      textCell(reasons.get(slug)),
      textCell(addressOf(slug)),
    ]),
  }
}

function byDate(one: TrendDeal, other: TrendDeal): number {
  const [a, b] = [one.dated?.date ?? '9999', other.dated?.date ?? '9999']
  return a < b ? -1 : a > b ? 1 : 0
}
