'use client'

import { Bar, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { ChartModel } from '@/lib/charts/chart-model.ts'
import type { Box, Drawing } from '@/lib/charts/drawing.ts'
import { type PlotRow, plotRows, type Run } from '@/lib/charts/plot-rows.ts'
import { Hatches, type HatchIds, hatchIds, Shapes } from './shapes.tsx'

/** Layer of the labels: over Recharts' own marks, lines and dots. */
const aboveMarks = 1000

export type PlotProps = { model: ChartModel; drawing: Drawing; name: string }

/**
 * Bars, stems and cumulative line by Recharts, in the same box and on the same scales as the still, so that nothing moves
 * when it takes over, and a new measure grows out of the old one.
 */
export function RechartsPlot({ model, drawing, name }: PlotProps) {
  const { width, height, plot, x, y } = drawing
  const { rows, runs } = plotRows(model, drawing)
  const ids = hatchIds(`${model.source.id}-r`)
  const isAcross = model.kind === 'bars'
  const margin = {
    left: plot.x,
    top: plot.y,
    right: width - plot.x - plot.width,
    bottom: height - plot.y - plot.height,
  }
  return (
    <div className="figure-plot" role="img" aria-label={name}>
      <ComposedChart
        width={width}
        height={height}
        data={rows}
        margin={margin}
        layout={isAcross ? 'vertical' : 'horizontal'}
        accessibilityLayer={false}
        style={{ width: '100%', height: '100%' }}
      >
        <Hatches ids={ids} shapes={[...drawing.frame, ...drawing.marks]} />
        <Shapes ids={ids} shapes={drawing.frame} />
        <XAxis hide type="number" dataKey={isAcross ? undefined : 'at'} domain={[x.from, x.to]} />
        <YAxis hide type="number" dataKey={isAcross ? 'at' : undefined} domain={[y.from, y.to]} />
        <YAxis hide yAxisId="share" orientation="right" type="number" domain={[0, 100]} />
        <Bar
          dataKey="amount"
          animationDuration={240}
          shape={bar => <Mark {...bar} kind={model.kind} ids={ids} />}
        />
        {runs.map(run => (
          <CumulativeLine key={run.key} run={run} />
        ))}
        <ZIndexLayer zIndex={aboveMarks}>
          <Shapes ids={ids} shapes={drawing.notes} />
        </ZIndexLayer>
      </ComposedChart>
    </div>
  )
}

function CumulativeLine({ run }: { run: Run }) {
  return (
    <Line
      yAxisId="share"
      dataKey={run.key}
      className={run.isKnown ? 'ch-line' : 'ch-line-open'}
      stroke=""
      strokeWidth=""
      dot={false}
      activeDot={false}
      connectNulls
      type="linear"
      isAnimationActive={false}
    />
  )
}

type MarkProps = {
  x?: number
  y?: number
  width?: number
  height?: number
  payload?: PlotRow
  kind: ChartModel['kind']
  ids: HatchIds
}

/** One mark: Recharts gives its length, which may be on its way to a new one, the drawing its place and width. */
function Mark({ x = 0, y = 0, width = 0, height = 0, payload, kind, ids }: MarkProps) {
  if (!payload?.box) return null
  const { box, ink } = payload
  if (kind === 'lollipops') return <Stem x={box.x + box.width / 2} y={y} foot={y + height} />
  const placed: Box = kind === 'bars' ? { ...box, x, width } : { ...box, y, height }
  return <rect className={`ch-${ink}`} {...placed} {...(ink === 'open' && { fill: `url(#${ids.open})` })} />
}

function Stem({ x, y, foot }: { x: number; y: number; foot: number }) {
  return (
    <>
      <path className="ch-stem" d={`M${x} ${foot}V${y}`} />
      <circle className="ch-data" cx={x} cy={y} r={2.5} />
    </>
  )
}
