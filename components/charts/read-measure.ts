import type { ChartMeasure } from '@/lib/charts/chart-source.ts'

const measures = new Map<string, ChartMeasure>(
  Object.entries({
    balanceCents: 'balance',
    loanCount: 'count',
    balancePct: 'percent',
  }),
)

/** A measure of the page as figures know it, null where it is none that a figure can show. */
export function readMeasure(measure: string | null): ChartMeasure | null {
  return measures.get(measure ?? '') ?? null
}
