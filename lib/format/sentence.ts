import type { Stratification, Unit } from '../report.ts'
import type { Sentence } from './opening.ts'
import { rowName } from './row-name.ts'
import { findRowShares, type RowShare } from './row-shares.ts'
import { sayCategories, sayStates } from './sentence-of-names.ts'
import { isExactRow, sayExactValues, sayRanges } from './sentence-of-ranges.ts'

function pickWords(
  rows: readonly RowShare[],
): (rows: readonly RowShare[], unit: Unit | null) => Sentence | null {
  if (rows.some(({ bucket }) => bucket.code !== null && bucket.code !== 'other')) return sayStates
  if (rows.every(({ bucket }) => bucket.range === null)) return sayCategories
  return rows.every(isExactRow) ? sayExactValues : sayRanges
}

/**
 * The sentence that opens a table, made from its own figures alone, or null when the table does not print enough.
 *
 * Shares come from balances, not from rounded percents, so "16.48% above" is the sum of what is above. `unit` is the
 * dimension's and gives its nouns (rates, months); without it the words stay general.
 */
export function openTable(table: Stratification, unit: Unit | null = null): Sentence | null {
  const rows = findRowShares(table)?.filter(({ share }) => share > 0)
  if (!rows || rows.length === 0) return null
  const [only] = rows
  if (rows.length === 1 && only) return { lead: `All of it is ${rowName(only.bucket)}.`, rest: '' }
  return pickWords(rows)(rows, unit)
}
