import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'

/** What figures and tables tell each other, as events on the window. */
export const chartEvents = {
  /** Emphasise a row: `{ stratification, bucket, from }`, bucket null for none. */
  bucket: 'strata:bucket',
  /** A row was chosen in a figure: `{ stratification, bucket }`. Prevent its default to answer it. */
  choose: 'strata:choose',
  /** The page's measure changed: its id. */
  measure: 'strata:measure',
  /** Another second line was chosen for all figures: `auto`, `cumulative`, `none` or a measure. */
  line: 'strata:line',
  /** A table's cumulative column was put on or off: `{ stratification, isShown }`. */
  cumulative: 'strata:cumulative',
} as const

export type BucketDetail = { stratification: string; bucket: number | null; from: 'chart' | 'table' }
export type CumulativeDetail = { stratification: string; isShown: boolean }

const measures: Record<string, ChartMeasure> = {
  balanceCents: 'balance',
  loanCount: 'count',
  balancePct: 'percent',
}

/** The page's measure as figures know it, null where it has none that a figure can show. */
export function readMeasure(
  id: string | undefined = document.documentElement.dataset.measure,
): ChartMeasure | null {
  return measures[id ?? ''] ?? null
}

/** The page's second line as figures know it, null where the figure is as by itself. */
export function readLine(): LineWish | null {
  return document.documentElement.dataset.line ?? null
}

/** Tell everyone which row is looked at. */
export function tellBucket(detail: BucketDetail) {
  dispatchEvent(new CustomEvent<BucketDetail>(chartEvents.bucket, { detail }))
}
