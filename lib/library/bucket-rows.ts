import type { Bucket, FilingReport, Stratification } from '../report.ts'
import type { BucketTable } from './schema.ts'

/** A filing's buckets as rows of the roll-up table, its deal not yet known. Units as in the report. */
export type BucketRow = Omit<BucketTable, 'deal_id'>

export function bucketRows(report: FilingReport): BucketRow[] {
  return report.stratifications.flatMap(table =>
    table.buckets.map((bucket, position) => bucketRow(report.file.sha256, table, bucket, position)),
  )
}

function bucketRow(sha256: string, table: Stratification, bucket: Bucket, position: number): BucketRow {
  const { range, values } = bucket
  return {
    sha256,
    stratification: table.id,
    position,
    dimension: table.dimension,
    loan_group: table.loanGroup,
    label: bucket.label,
    code: bucket.code,
    low: range?.low ?? null,
    high: range?.high ?? null,
    low_included: range === null ? null : Number(range.lowIncluded),
    high_included: range === null ? null : Number(range.highIncluded),
    loan_count: values.loanCount ?? null,
    balance_cents: values.balanceCents ?? null,
    balance_pct: values.balancePct ?? null,
  }
}
