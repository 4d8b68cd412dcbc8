import { firstThat } from '../../ordered.ts'
import type { Extent } from './line-up.ts'

/**
 * The columns, as they stand from left to right, that a stretch of a line touches: from `first` up to `end`, exclusive.
 * Found in a few steps, for a header may have as many pieces as the table has columns.
 */
export function columnsUnder(
  columns: readonly Extent[],
  { start, end }: Extent,
): { first: number; end: number } {
  return {
    first: firstThat(columns, column => column.end > start),
    end: firstThat(columns, column => column.start >= end),
  }
}
