import { isInside } from '@/lib/evidence/place-address.ts'
import { formatPercent } from '@/lib/format/index.ts'
import type { Check, Issue, Stratification } from '@/lib/report.ts'

/** The checks of one table. */
export function checksOf(checks: Check[], table: Pick<Stratification, 'id'>): Check[] {
  return checks.filter(({ stratification }) => stratification === table.id)
}

/** What could not be read between a table's title and its last line. */
export function issuesOf(issues: Issue[], { at: table }: Pick<Stratification, 'at'>): Issue[] {
  return issues.filter(({ at }) => at !== null && isInside(at, table))
}

/**
 * What adding up the rows has shown, in one line, or null when a sum fails, for then the failure speaks.
 *
 * > Rows add up to the cent; percents to 100.01, within rounding
 */
export function sayFooting(checks: Check[], table: Stratification): string | null {
  const sums = checks.filter(({ code }) => code === 'column-adds-up-to-total')
  if (sums.some(({ outcome }) => outcome === 'fail')) return null
  if (sums.length === 0) return table.total ? null : 'No total is printed, so there is none to add up to'
  const exact = sums.filter(sum => !isPercent(sum, table))
  const parts = [
    ...(exact.length > 0 ? [sayExact(exact)] : []),
    ...sums.flatMap(sum => sayPercents(sum, table)),
  ]
  return parts.length > 0 ? parts.join('; ') : null
}

function isPercent({ measure }: Check, { columns }: Stratification): boolean {
  return columns.find(column => column.measure === measure)?.unit === 'percent'
}

function sayExact(sums: Check[]): string {
  const isToTheCent = sums.some(({ measure }) => measure === 'balanceCents')
  const isRounded = sums.some(({ expected, found }) => expected !== found)
  return `Rows add up ${isRounded ? 'within rounding' : isToTheCent ? 'to the cent' : 'exactly'}`
}

function sayPercents(sum: Check, table: Stratification): string[] {
  if (!isPercent(sum, table) || Math.abs(sum.found - sum.expected) < 1e-9) return []
  const decimals = table.columns.find(({ measure }) => measure === sum.measure)?.decimals ?? 2
  return [`percents to ${formatPercent(sum.found, decimals)}, within rounding`]
}
