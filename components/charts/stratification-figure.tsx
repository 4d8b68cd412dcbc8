import type { LinkPlace } from '@/components/deal/place-link.ts'
import { captionsOf } from '@/lib/charts/captions.ts'
import { chartModel } from '@/lib/charts/chart-model.ts'
import { type ChartMeasure, chartSource } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import { captionsOfFailing } from '@/lib/charts/failing-rows.ts'
import { cellKey } from '@/lib/evidence/failing-cells.ts'
import type { LongTable } from '@/lib/library/report-part.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { BothStills } from './both-stills.tsx'
import { ChartOnIntent } from './chart-on-intent.tsx'
import { StatedAverages } from './stated-averages.tsx'

type Props = {
  report: FilingReport
  stratification: Stratification
  link?: LinkPlace
  /** What the checks say that fail on its cells, see `failingCells`. */
  fails?: ReadonlyMap<string, string>
}

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
  fails,
}: Props & {
  measure?: ChartMeasure
  line?: LineWish
  /** There is never room for the wide still. */
  isNarrow?: boolean
}) {
  const source = chartSource(stratification, report.statistics, fails)
  if (source.rows.length === 0) return null
  const model = chartModel(source, measure)
  const failing = captionsOfFailing(model, report.checks)
  return (
    <figure className="figure">
      <ChartOnIntent id={source.id} {...{ measure, line, isNarrow }} />
      {failing.length > 0 && <p className="figure-fails">{failing.join(' ')}</p>}
      {captionsOf(model).length > 0 && <figcaption>{captionsOf(model).join(' ')}</figcaption>}
      <StatedAverages report={report} stratification={stratification} link={link} />
    </figure>
  )
}

/**
 * The figure of a table of too many rows to draw one by one: their sums (`sumRows`) as a still alone, for its marks are no
 * rows of the table, or in words why there are none.
 */
export function SummedFigure({
  report,
  stratification,
  summed,
  fails,
  says,
  isNarrow = false,
  link,
}: Omit<Props, 'fails'> & {
  summed: Stratification | null
  /** Its cells that are sums of figures that a check fails on. */
  fails: LongTable['chartFails']
  says: string
  isNarrow?: boolean
}) {
  const failing = new Set(fails.map(cellKey))
  const model = summed && chartModel(chartSource(summed, report.statistics, failing), 'percent')
  // Checks name rows of the table, which are not those of the chart.
  const sums = model ? captionsOfFailing(model, []) : []
  const captions = model ? [...captionsOf(model), says] : [says]
  return (
    <figure className="figure">
      {model && (
        <div className="figure-holder">
          <div className="figure-box">
            <BothStills
              figure={stratification.id}
              name={`${describeChart(model)} ${says}`}
              line="auto"
              {...{ model, isNarrow }}
            />
          </div>
        </div>
      )}
      {sums.length > 0 && <p className="figure-fails">{sums.join(' ')}</p>}
      <figcaption>{captions.join(' ')}</figcaption>
      <StatedAverages report={report} stratification={stratification} link={link} />
    </figure>
  )
}
