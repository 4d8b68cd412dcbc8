import type { Stratification } from '../report.ts'
import { findColumn } from './printed-precision.ts'
import { saysWeighted } from './weighing.ts'

/**
 * The balance that a table's average balance is of, by MeasureId: "Average Original Balance" is of another one than "Average
 * Balance". Null where the table prints no average balance, or one that is weighted and so no division.
 */
export function findAveragedBalance(table: Stratification): string | null {
  const column = findColumn(table, 'averageBalanceCents')
  if (!column || saysWeighted(column.header)) return null
  return /\borigina(?:l|tion)\b/i.test(column.header) ? 'originalBalanceCents' : 'balanceCents'
}
