import type { Stratification } from '@/lib/report.ts'
import { ChartOnIntent } from './chart-on-intent.tsx'

/** A table's figure alone, at its narrow width, among others of its kind: it follows the page's measure as all do. */
export function SmallFigure({ stratification: { id, buckets } }: { stratification: Stratification }) {
  if (buckets.length === 0) return null
  return <ChartOnIntent id={id} measure="percent" line="none" isNarrow />
}
