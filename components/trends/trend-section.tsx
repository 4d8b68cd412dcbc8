import { describeTrend } from '@/lib/charts/describe-trend.ts'
import { drawTrend, trendAxes } from '@/lib/charts/draw-trend.ts'
import { type DealFigure, describeDealFigure, figureKey, nameDealFigure } from '@/lib/figures/index.ts'
import { type PeriodKind, sayCounts, type Trend, weighingOf, weighingSays } from '@/lib/trends/index.ts'
import { type Export, ExportMenu } from '../sharing/export-menu.tsx'
import { NearestPoint } from './nearest-point.tsx'
import { TrendPlot } from './trend-plot.tsx'
import { TrendPointer } from './trend-pointer.tsx'

type Props = {
  figure: DealFigure
  trend: Trend
  by: PeriodKind
  /** What can be taken along of it. */
  exports: Export[]
  /** Where its numbers are as JSON. */
  dataHref: string
}

/** Points beyond these are no links of their own: a page of thousands would be as long as a book. What each is, is asked for when a pointer comes near. */
const mostLinks = 400

/** One measure over time. */
export function TrendSection({ figure, trend, by, exports, dataHref }: Props) {
  const key = figureKey(figure)
  const title = describeDealFigure(figure)
  const axes = trendAxes([trend], figure, by)
  const isLinked = trend.points.length <= mostLinks
  const plot = (
    <TrendPlot
      drawing={drawTrend(trend, axes, 'large')}
      figure={figure}
      name={describeTrend(trend, figure, by)}
      measured={nameDealFigure(figure).measured}
      points={isLinked ? 'links' : 'numbered'}
    />
  )
  return (
    <section className="trend-section" aria-labelledby={`trend-${key}`}>
      <header className="trend-head">
        <h2 id={`trend-${key}`}>{title}</h2>
        <p>
          {sayCounts(trend)}; the line is {weighingSays[weighingOf(figure)]}
        </p>
        <div className="trend-acts">
          <ExportMenu className="action" label={`Export ${title}`} items={exports} />
        </div>
      </header>
      {trend.points.length > 0 ? (
        <figure className="trend-figure">
          {isLinked ? (
            <TrendPointer>{plot}</TrendPointer>
          ) : (
            <NearestPoint href={`${dataHref}&sentences=1`}>{plot}</NearestPoint>
          )}
          {!isLinked && (
            <figcaption>
              <span className="needs-script">
                The point nearest to the pointer says what it is, and a click opens its deal.{' '}
              </span>
              The table below lists all deals.
            </figcaption>
          )}
        </figure>
      ) : (
        <p className="trend-nothing">
          {trend.excluded.length > 0
            ? 'None of the deals that report it has a date, so there is nothing to draw over time.'
            : 'None of these deals reports it.'}
        </p>
      )}
    </section>
  )
}
