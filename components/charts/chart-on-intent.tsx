'use client'

import { type ComponentType, memo, useEffect, useRef, useState } from 'react'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { chartEvents, readLine, readMeasure } from './chart-events.ts'
import type { LiveProps } from './live-figure.tsx'
import { BothStills, type PackedStills } from './still.tsx'
import { numberRows, tableBeside } from './table-rows.ts'

type Props = {
  id: string
  title: string
  /** What the still says to who cannot see it. */
  name: string
  stills: PackedStills
  packed: string
  measure: ChartMeasure
  line: LineWish
}

/** Drawn once: what the browser keeps of the server's drawing must not be drawn again with every change around it. */
const Stills = memo(BothStills)

/**
 * A still that gives way to a live figure in the same box, once anyone points at it or at its table, focuses it, touches
 * it, or changes the measure. Until then nothing of the figure is loaded.
 *
 * The stills and the figure's rows come as packed strings: every element of the server's would be in the page twice, in
 * its HTML and, several times as long, in the data that the browser takes it over by.
 */
export function ChartOnIntent({ id, title, name, stills, packed, measure, line }: Props) {
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
      if (table) numberRows(table)
      import('./live-figure.tsx').then(({ LiveFigure }) => setLive(() => LiveFigure))
    }
    const table = tableBeside(element)
    listen(element, ['pointerenter', 'focusin'], load, stop.signal)
    if (table) listen(table, ['pointerenter'], load, stop.signal)
    const near = new IntersectionObserver(seen => seen.some(one => one.isIntersecting) && load(), {
      rootMargin: '400px',
    })
    stop.signal.addEventListener('abort', () => near.disconnect())
    /** Of sixty figures a few are seen: the others wait until they nearly are, or there is time, or paper asks. */
    const loadWhenSeen = () => {
      if (isAsStill(table, measure, line)) return
      near.observe(element)
      window.requestIdleCallback?.(() => stop.signal.aborted || element.offsetParent === null || load())
    }
    listen(window, [chartEvents.measure, chartEvents.line, chartEvents.cumulative], loadWhenSeen, stop.signal)
    listen(window, ['beforeprint'], () => isAsStill(table, measure, line) || load(), stop.signal)
    loadWhenSeen()
    return () => stop.abort()
  }, [measure, line])

  return (
    <div className="figure-holder">
      <div className="figure-box" ref={box}>
        {Live ? (
          <Live {...{ box, packed, measure, line, start }} />
        ) : (
          <Stills stills={stills} figure={id} name={name} />
        )}
        <button
          type="button"
          className="figure-keys"
          aria-label={`${title}: rows of the figure, by arrow keys`}
        />
      </div>
    </div>
  )
}

/** Whether the page wants what the still shows. */
function isAsStill(table: HTMLTableElement | null, measure: ChartMeasure, line: LineWish): boolean {
  if (table?.querySelector('th.cumulative')) return false
  return (readMeasure() ?? measure) === measure && (readLine() ?? line) === line
}

function listen(target: EventTarget, events: string[], answer: (event: Event) => void, signal: AbortSignal) {
  for (const event of events) target.addEventListener(event, answer, { signal, passive: true })
}
