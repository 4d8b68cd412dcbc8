'use client'

import { Bar, BarChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { ChartModel } from '@/lib/charts/chart-model.ts'
import type { Box, Drawing } from '@/lib/charts/drawing.ts'
import { type PlotRow, plotRows } from '@/lib/charts/plot-rows.ts'
import { Hatches, type HatchIds, hatchIds, Shapes } from './shapes.tsx'

/** Layer of the labels: over Recharts' own marks, lines and dots. */
const aboveMarks = 1000

export type PlotProps = { model: ChartModel; drawing: Drawing; name: string }

/**
 * Bars and stems by Recharts, in the same box and on the same scales as the still, so that nothing moves
 * when it takes over, and a new measure grows out of the old one.
 */
export function RechartsPlot({ model, drawing, name }: PlotProps) {
  const { width, height, plot, x, y } = drawing
  const rows = plotRows(model, drawing)
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
      <BarChart
        key={Object.values(plot).join()}
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
        <Bar
          dataKey="amount"
          animationDuration={240}
          shape={bar => <Mark {...bar} kind={model.kind} ids={ids} />}
        />
        <ZIndexLayer zIndex={aboveMarks}>
          <Shapes ids={ids} shapes={drawing.line} />
          <Shapes ids={ids} shapes={drawing.notes} />
        </ZIndexLayer>
      </BarChart>
    </div>
  )
}

type MarkProps = {
  x?: number
  y?: number
  width?: number
  height?: number
  payload?: PlotRow
  isAnimating?: boolean
  isEntrance?: boolean
  kind: ChartModel['kind']
  ids: HatchIds
}

/**
 * One mark, where the drawing has it. On its way from one measure to another its length comes from Recharts; when the
 * chart takes over from the still it stands at once.
 */
function Mark({ payload, kind, ids, isAnimating, isEntrance, ...moving }: MarkProps) {
  if (!payload?.box) return null
  const box = isAnimating && !isEntrance ? along(kind, payload.box, moving) : payload.box
  if (kind === 'lollipops') return <Stem {...box} />
  const fill = payload.ink === 'open' ? `url(#${ids.open})` : undefined
  return <rect className={`ch-${payload.ink}`} {...box} fill={fill} />
}

/** A box with the length that Recharts gives: across for bars, upwards for the others. */
function along(
  kind: ChartModel['kind'],
  box: Box,
  { x = 0, y = 0, width = 0, height = 0 }: Partial<Box>,
): Box {
  return kind === 'bars' ? { ...box, x, width } : { ...box, y, height }
}

function Stem({ x, y, width, height }: Box) {
  const middle = x + width / 2
  return (
    <>
      <path className="ch-stem" d={`M${middle} ${y + height}V${y}`} />
      <circle className="ch-data" cx={middle} cy={y} r={width / 2} />
    </>
  )
}
