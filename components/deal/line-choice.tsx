import { linesOf } from '@/lib/charts/chart-line.ts'
import { findMeasure } from '@/lib/measures/index.ts'
import type { Stratification } from '@/lib/report.ts'
import { LineSelect } from './line-select.tsx'

/** Which second line the charts show, beside the measure; offered where some table prints averages of its rows. */
export function LineChoice({ stratifications }: { stratifications: Stratification[] }) {
  const measures = [...new Set(stratifications.flatMap(linesOf).map(({ measure }) => measure))]
  if (measures.length === 0) return null
  return <LineSelect offered={measures.map(line => ({ line, name: findMeasure(line)?.name ?? line }))} />
}
