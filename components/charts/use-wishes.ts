import { type RefObject, useEffect, useState } from 'react'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { CumulativeWish } from '@/lib/charts/draw-chart.ts'
import { type CumulativeDetail, chartEvents, readMeasure } from './chart-events.ts'
import { tableBeside } from './table-rows.ts'

type Wishes = { measure: ChartMeasure; cumulative: CumulativeWish }

/** What the page wants shown: its measure, and the cumulative line where the table shows its column. */
export function useWishes(
  id: string,
  measure: ChartMeasure,
  cumulative: CumulativeWish,
  box: RefObject<HTMLElement | null>,
): Wishes {
  const [wishes, setWishes] = useState<Wishes>(() => ({ measure: readMeasure() ?? measure, cumulative }))
  useEffect(() => {
    const stop = new AbortController()
    const table = box.current && tableBeside(box.current)
    if (table?.querySelector('th.cumulative')) setWishes(wishes => ({ ...wishes, cumulative: 'on' }))
    const onMeasure = () => setWishes(wishes => ({ ...wishes, measure: readMeasure() ?? wishes.measure }))
    const onCumulative = (event: Event) => {
      const { detail } = event as CustomEvent<CumulativeDetail>
      if (detail.stratification === id)
        setWishes(wishes => ({ ...wishes, cumulative: detail.isShown ? 'on' : cumulative }))
    }
    addEventListener(chartEvents.measure, onMeasure, { signal: stop.signal })
    addEventListener(chartEvents.cumulative, onCumulative, { signal: stop.signal })
    return () => stop.abort()
  }, [id, cumulative, box])
  return wishes
}
