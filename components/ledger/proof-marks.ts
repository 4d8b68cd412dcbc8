import { groupChecks, type StripGroup } from '@/lib/layout/strip-layout.ts'
import type { PartCounts, ReportPart } from '@/lib/library/report-part.ts'

/** The marks of a proof strip, and what one of them stands for. */
export type ProofMarks = { groups: StripGroup[]; says: string }

/**
 * A mark for every check of a part, up to so many; beyond, or where a long table has checks on other pages, one for each
 * table: a failing one where any of its checks fails.
 */
export function proofMarks(
  { report, counts }: Pick<ReportPart, 'report' | 'counts'>,
  most: number,
): ProofMarks {
  const groups = groupChecks(report.checks, report.stratifications)
  const { passed, failed } = counts.checks
  if (passed + failed <= most && counts.longTables.length === 0)
    return { groups, says: 'one mark per check, grouped by table' }
  const known = new Set(groups.map(({ stratification }) => stratification))
  const elsewhere = counts.longTables.filter(
    ({ id, checks }) => !known.has(id) && checks.passed + checks.failed > 0,
  )
  const all = [...groups, ...elsewhere.map(({ id }): StripGroup => ({ stratification: id, outcomes: [] }))]
  return { groups: all.map(group => worstOf(group, counts)), says: 'one mark per table' }
}

function worstOf({ stratification, outcomes }: StripGroup, { longTables }: PartCounts): StripGroup {
  const long = longTables.find(({ id }) => id === stratification)
  const fails = outcomes.includes('fail') || (long?.checks.failed ?? 0) > 0
  return { stratification, outcomes: [fails ? 'fail' : 'pass'] }
}
