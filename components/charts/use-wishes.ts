import { type RefObject, useEffect, useState } from 'react'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { type CumulativeDetail, chartEvents, readLine, readMeasure } from './chart-events.ts'
import { tableBeside } from './table-rows.ts'

type Wishes = { measure: ChartMeasure; line: LineWish }

/** What the page wants shown: its measure and second line; a table that shows its cumulative column has that line. */
export function useWishes(
  id: string,
  measure: ChartMeasure,
  line: LineWish,
  box: RefObject<HTMLElement | null>,
): Wishes {
  const [wishes, setWishes] = useState<Wishes>(() => ({ measure: readMeasure() ?? measure, line }))
  useEffect(() => {
    const stop = new AbortController()
    const lineNow = () => {
      const table = box.current && tableBeside(box.current)
      return table?.querySelector('th.cumulative') ? 'cumulative' : (readLine() ?? line)
    }
    const follow = () => setWishes(wishes => ({ measure: readMeasure() ?? wishes.measure, line: lineNow() }))
    const onCumulative = (event: Event) => {
      const { detail } = event as CustomEvent<CumulativeDetail>
      if (detail.stratification === id) follow()
    }
    follow()
    addEventListener(chartEvents.measure, follow, { signal: stop.signal })
    addEventListener(chartEvents.line, follow, { signal: stop.signal })
    addEventListener(chartEvents.cumulative, onCumulative, { signal: stop.signal })
    return () => stop.abort()
  }, [id, line, box])
  return wishes
}
