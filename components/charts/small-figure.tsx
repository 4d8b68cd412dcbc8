import './charts.css'
import { chartModel } from '@/lib/charts/chart-model.ts'
import { chartSource } from '@/lib/charts/chart-source.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import { drawChart, figureWidths } from '@/lib/charts/draw-chart.ts'
import { packStill, stillOf } from '@/lib/charts/pack-still.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { ChartOnIntent } from './chart-on-intent.tsx'

type Props = { report: FilingReport; stratification: Stratification }

/** A table's figure alone, at its narrow width, among others of its kind: it follows the page's measure as all do. */
export function SmallFigure({ report, stratification }: Props) {
  const source = chartSource(stratification, report.statistics)
  if (source.rows.length === 0) return null
  const model = chartModel(source, 'percent')
  const narrow = packStill(stillOf(drawChart(model, figureWidths.narrow, 'none')))
  return (
    <ChartOnIntent
      id={source.id}
      name={describeChart(model, 'none')}
      stills={{ narrow, wide: null }}
      measure="percent"
      line="none"
    />
  )
}
