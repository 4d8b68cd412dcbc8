import type { Bucket, Stratification } from '../report.ts'

const sumOf = (one: number | null | undefined, other: number | null | undefined) =>
  one == null || other == null ? null : one + other

/** Two rows that lie beside each other as one: loans and balance added, and no average, for none is printed of both. */
function joinTwo(one: Bucket, other: Bucket): Bucket {
  const { range: low } = one
  const { range: high } = other
  return {
    ...one,
    label: `${one.label}; ${other.label}`,
    range: low &&
      high && {
        low: low.low,
        lowIncluded: low.lowIncluded,
        high: high.high,
        highIncluded: high.highIncluded,
      },
    values: {
      loanCount: sumOf(one.values.loanCount, other.values.loanCount),
      balanceCents: sumOf(one.values.balanceCents, other.values.balanceCents),
    },
  }
}

const meets = ({ range: one }: Bucket, { range: other }: Bucket) =>
  one !== null && other !== null && one.high !== null && one.high === other.low

/** The same loans printed in half as many rows: each two that share an edge are one. */
export function joinRows(table: Stratification): Stratification {
  const buckets: Bucket[] = []
  for (const row of table.buckets) {
    const last = buckets.at(-1)
    const isSingle = last !== undefined && table.buckets.includes(last)
    if (last && isSingle && meets(last, row)) buckets[buckets.length - 1] = joinTwo(last, row)
    else buckets.push(row)
  }
  const kept = new Set(['loanCount', 'balanceCents'])
  const only = (values: Bucket['values']) =>
    Object.fromEntries(Object.entries(values).filter(([measure]) => kept.has(measure)))
  return {
    ...table,
    columns: table.columns.filter(({ measure }) => measure !== null && kept.has(measure)),
    buckets: buckets.map(row => ({ ...row, values: only(row.values) })),
    total: table.total && { ...table.total, values: only(table.total.values) },
  }
}
