'use client'

import { type ComponentType, type RefObject, useEffect, useMemo, useState } from 'react'
import { chartModel } from '@/lib/charts/chart-model.ts'
import { chartOfTable } from '@/lib/charts/chart-of-table.ts'
import type { ChartMeasure, ChartSource } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import { drawChart } from '@/lib/charts/draw-chart.ts'
import type { PackedTable } from '@/lib/charts/packed-table.ts'
import { stillOf } from '@/lib/charts/still.ts'
import { sayTip, tipOf } from '@/lib/charts/tip-lines.ts'
import { useLooking } from '../view/view-store.ts'
import { ChartTip } from './chart-tip.tsx'
import type { PlotProps } from './recharts-plot.tsx'
import { Still } from './still.tsx'
import { type Point, useFigureInput } from './use-figure-input.ts'
import { useFigureWidth } from './use-figure-width.ts'

export type LiveProps = {
  box: RefObject<HTMLElement | null>
  table: PackedTable
  wishes: { measure: ChartMeasure; line: LineWish }
  start: Point | null
}

/**
 * A figure that answers: the pointer, a finger, arrow keys and the rows of its table find the same marks.
 *
 * Marks are found by the drawing's own targets, so that every row is found over its exact width of axis. Recharts draws
 * the marks of a figure with a plot once it is pointed at; until then, and again when it comes to show something else, it is
 * drawn as its still is, which takes far less time. The map stays as it is drawn.
 */
export function LiveFigure({ table, ...props }: LiveProps) {
  const source = useMemo(() => chartOfTable(table), [table])
  return source && <Figure table={table} source={source} {...props} />
}

function Figure({ box, table, source, wishes, start }: LiveProps & { source: ChartSource }) {
  const width = useFigureWidth(box)
  const model = useMemo(() => chartModel(source, wishes.measure), [source, wishes.measure])
  const drawing = useMemo(() => drawChart(model, width, wishes.line), [model, width, wishes.line])
  const bucket = useLooking(({ row }) => (row?.table === table.id ? row.bucket : null))
  useFigureInput({ box, table, drawing, bucket, start })
  const isEntered = useEntered({ box, table, wishes, start })
  const Plot = useRechartsPlot(isEntered && model.kind !== 'state-map')
  const target = drawing.targets.find(({ buckets }) => bucket !== null && buckets.includes(bucket))
  const tip = target ? tipOf(model, target.buckets, wishes.line) : null
  const name = describeChart(model, wishes.line)
  const still = useMemo(
    () => <Still still={stillOf(drawing)} figure={`${source.id}-l`} name={name} />,
    [drawing, source, name],
  )
  return (
    <div
      className="figure-live"
      style={{ width: drawing.width, aspectRatio: `${drawing.width} / ${drawing.height}` }}
    >
      {Plot ? <Plot model={model} drawing={drawing} name={name} /> : still}
      {target && tip && <ChartTip drawing={drawing} target={target} tip={tip} />}
      <p className="figure-said" aria-live="polite">
        {tip && sayTip(tip)}
      </p>
    </div>
  )
}

/** Whether the figure itself has been pointed at or focused since it shows what it shows. */
function useEntered({ box, wishes, start }: LiveProps): boolean {
  const shown = `${wishes.measure} ${wishes.line}`
  const [entered, setEntered] = useState(start === null ? null : shown)
  useEffect(() => {
    const stop = new AbortController()
    for (const type of ['pointerenter', 'pointermove', 'focusin'])
      box.current?.addEventListener(type, () => setEntered(shown), { signal: stop.signal, passive: true })
    return () => stop.abort()
  }, [box, shown])
  return entered === shown
}

/** Recharts while it is wanted, from the moment it has arrived. */
function useRechartsPlot(isWanted: boolean): ComponentType<PlotProps> | null {
  const [Plot, setPlot] = useState<ComponentType<PlotProps> | null>(null)
  useEffect(() => {
    if (isWanted) import('./recharts-plot.tsx').then(({ RechartsPlot }) => setPlot(() => RechartsPlot))
  }, [isWanted])
  return isWanted ? Plot : null
}
