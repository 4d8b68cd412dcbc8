import { largest } from '../extremes.ts'
import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import { tablesOfGroup } from './table-index.ts'

/**
 * The table whose printed total of a measure stands for its loan group: the first of those that print the total most
 * tables print. One table out of line is then the one that differs, even when it comes first. Null when none prints it.
 */
export function findReferenceTable(
  tables: readonly Stratification[],
  loanGroup: string | null,
  measure: string,
): Stratification | null {
  const known = references(tables)
  const key = loanGroup === null ? measure : `${measure} ${loanGroup}`
  const old = known.get(key)
  if (old !== undefined) return old
  const found = electReference(tables, loanGroup, measure)
  known.set(key, found)
  return found
}

/** By the list of a filing's tables, which nobody changes once it is whole: each is asked for again for every table. */
const references = oncePer((_tables: readonly Stratification[]) => new Map<string, Stratification | null>())

function electReference(
  tables: readonly Stratification[],
  loanGroup: string | null,
  measure: string,
): Stratification | null {
  const printing = tablesOfGroup(tables, loanGroup).filter(({ total }) => total?.values[measure] != null)
  const votes = new Map<number, number>()
  for (const { total } of printing) {
    const value = total?.values[measure] ?? 0
    votes.set(value, (votes.get(value) ?? 0) + 1)
  }
  const most = Math.max(0, largest(votes.values()))
  return printing.find(({ total }) => votes.get(total?.values[measure] ?? 0) === most) ?? null
}

/** The total that stands for a loan group, in the measure's unit; null when no table prints it. */
export function findReferenceTotal(
  tables: readonly Stratification[],
  loanGroup: string | null,
  measure: string,
): number | null {
  return findReferenceTable(tables, loanGroup, measure)?.total?.values[measure] ?? null
}
