import { findLackingShare, splitsBy } from '../checks/lacking-share.ts'
import { findMeasure } from '../measures/index.ts'
import type { Stratification } from '../report.ts'

/**
 * May loans of a group lack what is averaged, as a credit score or a margin? Their balance then weighs nothing in it, and no
 * mean over all balances is the average. Only a table that splits the group by the figure shows that none does.
 */
export function mayLack(tables: readonly Stratification[], measure: string): boolean {
  if (!findMeasure(measure)?.lacking) return false
  return !tables.some(splitsBy(measure)) || findLackingShare(measure, 'balanceCents', tables, tables) > 0
}
