import { type RefObject, useEffect, useState } from 'react'
import { figureWidths } from '@/lib/charts/draw-chart.ts'

/** Which of the two widths there is room for, followed as the section changes. */
export function useFigureWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => widthFor(box.current))
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(widthFor(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}

function widthFor(element: HTMLElement | null): number {
  const room = element?.clientWidth ?? 0
  return room >= figureWidths.wide ? figureWidths.wide : figureWidths.narrow
}
