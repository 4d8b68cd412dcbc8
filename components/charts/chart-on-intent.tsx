'use client'

import type { ReactNode } from 'react'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { CumulativeWish } from '@/lib/charts/draw-chart.ts'

/** A still that gives way to a live chart. */
export function ChartOnIntent({
  id,
  children,
}: {
  packed: string
  id: string
  measure: ChartMeasure
  cumulative: CumulativeWish
  children: ReactNode
}) {
  return (
    <div className="figure-holder">
      <div className="figure-box" data-figure={id}>
        {children}
      </div>
    </div>
  )
}
