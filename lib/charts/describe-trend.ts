import { type DealFigure, describeDealFigure } from '../figures/index.ts'
import { formatCount } from '../format/index.ts'
import { type PeriodKind, sayChange, sayCounts, type Trend } from '../trends/index.ts'

/** A chart over time in words, for who cannot see it; the table below it has the figures. */
export function describeTrend(trend: Trend, figure: DealFigure, by: PeriodKind): string {
  const change = sayChange(trend, figure, by) ?? describeDealFigure(figure)
  return `${change}. ${sayPoints(trend.points.length)}: ${sayCounts(trend)}.`
}

function sayPoints(count: number): string {
  return count === 1 ? 'One point, for one deal' : `A point for each of ${formatCount(count)} deals`
}
