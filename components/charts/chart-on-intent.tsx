'use client'

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { CumulativeWish } from '@/lib/charts/draw-chart.ts'
import { chartEvents, readMeasure } from './chart-events.ts'
import type { LiveProps } from './live-figure.tsx'
import { numberRows, tableBeside } from './table-rows.ts'

type Props = {
  packed: string
  title: string
  measure: ChartMeasure
  cumulative: CumulativeWish
  children: ReactNode
}

/**
 * A still that gives way to a live figure in the same box, once anyone points at it or at its table, focuses it, touches
 * it, or changes the measure. Until then nothing of the figure is loaded.
 *
 * The figure's rows come as one packed string to this leaf: as a property of a client component it is in the page once,
 * where a `data-` attribute would be in the HTML and again in the flight data.
 */
export function ChartOnIntent({ packed, title, measure, cumulative, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [Live, setLive] = useState<ComponentType<LiveProps> | null>(null)
  const [start, setStart] = useState<LiveProps['start']>(null)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const stop = new AbortController()
    const load = (event?: Event) => {
      stop.abort()
      if (event instanceof PointerEvent && event.currentTarget === element) setStart(event)
      import('./live-figure.tsx').then(({ LiveFigure }) => setLive(() => LiveFigure))
    }
    const table = tableBeside(element)
    if (table) numberRows(table)
    listen(element, ['pointerenter', 'focusin'], load, stop.signal)
    if (table) listen(table, ['pointerenter'], load, stop.signal)
    listen(window, [chartEvents.measure, chartEvents.cumulative, chartEvents.bucket], load, stop.signal)
    if ((readMeasure() ?? measure) !== measure || table?.querySelector('th.cumulative')) load()
    return () => stop.abort()
  }, [measure])

  return (
    <div className="figure-holder">
      <div className="figure-box" ref={box}>
        {Live ? <Live {...{ box, packed, measure, cumulative, start }} /> : children}
        <button
          type="button"
          className="figure-keys"
          aria-label={`${title}: rows of the figure, by arrow keys`}
        />
      </div>
    </div>
  )
}

function listen(target: EventTarget, events: string[], answer: (event: Event) => void, signal: AbortSignal) {
  for (const event of events) target.addEventListener(event, answer, { signal, passive: true })
}
