import { type TrendsAddress, trendsHref } from '@/lib/addresses/trends-address.ts'
import { describeTrend } from '@/lib/charts/describe-trend.ts'
import { drawTrend, trendAxes } from '@/lib/charts/draw-trend.ts'
import { type DealFigure, figureKey, nameDealFigure } from '@/lib/figures/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { PeriodKind, Trend } from '@/lib/trends/index.ts'
import { TrendPlot } from './trend-plot.tsx'

type Props = {
  /** For each measure the trend of each shelf, in the order of `shelves`. */
  measures: { figure: DealFigure; trends: Trend[] }[]
  shelves: { shelf: string; deals: number }[]
  by: PeriodKind
  address: TrendsAddress
}

/** More points in all than these are left to the lines. */
const mostPoints = 1500

/** The same measures of each shelf, small, on one scale: a shelf’s name leads to it alone. */
export function TrendShelves({ measures, shelves, by, address }: Props) {
  return (
    <section className="trend-shelves" aria-labelledby="trend-shelves">
      <header className="trend-head">
        <h2 id="trend-shelves">By shelf</h2>
        <p>{measures.map(({ figure }) => nameDealFigure(figure).name).join(', then ')}, on one scale each</p>
      </header>
      {measures.map(({ figure, trends }) => {
        const axes = trendAxes(trends, figure, by)
        const isDense = trends.reduce((sum, { points }) => sum + points.length, 0) > mostPoints
        return (
          <ul key={figureKey(figure)}>
            {shelves.map(({ shelf, deals }, at) => {
              const trend = trends[at]
              if (trend === undefined) return null
              const drawing = drawTrend(trend, axes, 'small')
              return (
                <li key={shelf} aria-current={shelf === address.shelf ? 'true' : undefined}>
                  <p className="trend-shelf">
                    <a href={trendsHref({ ...address, shelf, open: undefined })} title={shelf}>
                      {shelf}
                    </a>
                    <span>
                      {formatCount(trend.points.length)} of {formatCount(deals)} report
                    </span>
                  </p>
                  <TrendPlot
                    drawing={isDense ? { ...drawing, marks: [] } : drawing}
                    figure={figure}
                    name={`${shelf}: ${describeTrend(trend, figure, by)}`}
                    points="plain"
                  />
                </li>
              )
            })}
          </ul>
        )
      })}
    </section>
  )
}
