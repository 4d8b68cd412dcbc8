import type { Bucket, Stratification } from '../report.ts'

/** A row with its share of the table's balance, in percent. */
export type RowShare = { bucket: Bucket; share: number }

/** What the rows sum to: the printed total, or all rows where every one is printed. */
function wholeOf({ buckets, total }: Stratification, measure: string): number | null {
  const printed = total?.values[measure]
  if (printed != null) return printed
  const rows = buckets.map(({ values }) => values[measure] ?? null)
  return rows.includes(null) ? null : rows.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/**
 * The rows with their shares of balance, in the table's order: computed from balances, else as printed in percent.
 * Null when a row prints neither, for then no sentence about the table is safe.
 */
export function findRowShares(table: Stratification): RowShare[] | null {
  const whole = wholeOf(table, 'balanceCents')
  const rows = table.buckets.map(bucket => {
    const balance = bucket.values.balanceCents
    const share = balance != null && whole ? (balance / whole) * 100 : (bucket.values.balancePct ?? null)
    return { bucket, share }
  })
  const known = rows.flatMap(({ bucket, share }) => (share === null || share < 0 ? [] : [{ bucket, share }]))
  return rows.length > 0 && known.length === rows.length ? known : null
}

/** The sum of shares, in percent. */
export function addShares(rows: readonly RowShare[]): number {
  return rows.reduce((sum, { share }) => sum + share, 0)
}

/** Rows from the largest share to the smallest; rows alike keep the table's order. */
export function largestFirst(rows: readonly RowShare[]): RowShare[] {
  return [...rows].sort((a, b) => b.share - a.share)
}
