import './charts.css'
import type { LinkPlace } from '@/components/deal/place-link.ts'
import { captionsOf } from '@/lib/charts/captions.ts'
import { chartModel } from '@/lib/charts/chart-model.ts'
import { type ChartMeasure, chartSource } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import { drawChart, figureWidths } from '@/lib/charts/draw-chart.ts'
import { packChart } from '@/lib/charts/pack-chart.ts'
import { packStill, stillOf } from '@/lib/charts/pack-still.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { ChartOnIntent } from './chart-on-intent.tsx'
import { StatedAverages } from './stated-averages.tsx'

/**
 * A table's figure: its still at two widths (one is shown, by the room there is) or only the narrow one, what takes over from it on intent,
 * captions, and the stated averages against the rows.
 */
export function StratificationFigure({
  report,
  stratification,
  measure = 'percent',
  line = 'auto',
  isNarrow = false,
  link,
}: {
  report: FilingReport
  stratification: Stratification
  measure?: ChartMeasure
  line?: LineWish
  /** There is never room for the wide still. */
  isNarrow?: boolean
  link?: LinkPlace
}) {
  const source = chartSource(stratification, report.statistics)
  if (source.rows.length === 0) return null
  const model = chartModel(source, measure)
  const packAt = (width: number) => packStill(stillOf(drawChart(model, width, line)))
  return (
    <figure className="figure">
      <ChartOnIntent
        id={source.id}
        title={source.title}
        name={describeChart(model, line)}
        stills={{ narrow: packAt(figureWidths.narrow), wide: isNarrow ? null : packAt(figureWidths.wide) }}
        packed={packChart(source)}
        measure={measure}
        line={line}
      />
      {captionsOf(model).length > 0 && <figcaption>{captionsOf(model).join(' ')}</figcaption>}
      <StatedAverages report={report} stratification={stratification} link={link} />
    </figure>
  )
}
