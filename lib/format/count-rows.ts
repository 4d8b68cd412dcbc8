import type { Stratification } from '../report.ts'
import { formatCount } from './numbers.ts'

/** How many rows a table has in all, also where a part of a report holds only some of them. */
export function rowsInAll({ buckets, cut }: Pick<Stratification, 'buckets' | 'cut'>): number {
  return cut?.rows ?? buckets.length
}

/**
 * Which of a table's rows are shown.
 *
 * > Rows 1,001 to 2,000 of 150,000
 */
export function sayRowsShown(before: number, shown: number, all = shown): string {
  const first = formatCount(before + 1)
  const which = shown === 1 ? `Row ${first}` : `Rows ${first} to ${formatCount(before + shown)}`
  return `${which} of ${formatCount(all)}`
}

/** A number of rows in words: `1 row`, `150,000 rows`. */
export function sayRows(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`
}
