import type { Bucket, Stratification } from '../report.ts'

type Weighted = { weight: number; value: number }

/** The weighted mean, or null when nothing weighs. */
function weightedMean(rows: readonly Weighted[]): number | null {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return null
  return rows.reduce((sum, { weight, value }) => sum + weight * value, 0) / total
}

/** The measure that weighs the rows: the balance where every row prints it, else the percent of balance, else null. */
export function weightMeasure({ buckets }: Stratification): string | null {
  const printed = (measure: string) => buckets.every(({ values }) => values[measure] != null)
  return ['balanceCents', 'balancePct'].find(printed) ?? null
}

/** The rows that weigh anything, each with its value; null when one of them has no value, or rows have no weight. */
export function weighRows(
  table: Stratification,
  pickValue: (bucket: Bucket) => number | null,
): Weighted[] | null {
  const measure = weightMeasure(table)
  if (measure === null) return null
  const rows: Weighted[] = []
  for (const bucket of table.buckets) {
    const weight = bucket.values[measure] ?? 0
    if (weight === 0) continue
    const value = pickValue(bucket)
    if (value === null) return null
    rows.push({ weight, value })
  }
  return rows
}

/** The balance-weighted mean of a value over the rows, or null when the rows do not allow one. */
export function meanOverRows(
  table: Stratification,
  pickValue: (bucket: Bucket) => number | null,
): number | null {
  const rows = weighRows(table, pickValue)
  return rows && weightedMean(rows)
}
