import type { PartCounts } from '@/lib/library/report-part.ts'
import type { FilingReport } from '@/lib/report.ts'

/** The ids of the stratifications in which a check fails, on whatever page; null among them for the filing as a whole. */
export function failingTables(
  { checks }: Pick<FilingReport, 'checks'>,
  { longTables }: PartCounts,
): Set<string | null> {
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  return new Set([
    ...failing.map(({ stratification }) => stratification),
    ...longTables.filter(({ checks }) => checks.failed > 0).map(({ id }) => id),
  ])
}
