import { findDimension } from '../dimensions/index.ts'
import { compareNames } from './compare-names.ts'
import { compareRanges } from './compare-ranges.ts'
import type { CompareChoice, Comparison, ToCompare } from './compared.ts'

/**
 * Bring tables to rows that all of them have: ranges to the edges that each prints, where all are exact, or to edges of one's
 * own, where what lies across is bounded; figures printed one by one to those figures; names by what they stand for.
 */
export function compareTables(asked: readonly ToCompare[], choice: CompareChoice): Comparison {
  return hasRanges(asked[0]?.table.dimension ?? null)
    ? compareRanges(asked, choice)
    : compareNames(asked, choice.measure)
}

/** Are rows of a dimension ranges of a figure, and no names? */
export function hasRanges(dimension: string | null): boolean {
  const unit = findDimension(dimension)?.unit ?? 'text'
  return unit !== 'text' && unit !== 'date'
}
