import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { useLooking } from '../view/view-store.ts'
import { readMeasure } from './read-measure.ts'

type Wishes = { measure: ChartMeasure; line: LineWish }

/**
 * What a table's figure is to show: the page's measure and second line, `own` where none is chosen; a table that shows its
 * cumulative column has that line.
 */
export function useWishes(table: string, own: Wishes): Wishes {
  const measure = useLooking(looking => readMeasure(looking.measure))
  const line = useLooking(looking => (looking.cumulative.has(table) ? 'cumulative' : looking.line))
  return { measure: measure ?? own.measure, line: line ?? own.line }
}
