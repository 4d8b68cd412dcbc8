import { isInside } from '@/lib/addresses/place-address.ts'
import { hasRole } from '@/lib/checks/index.ts'
import { formatMeasureDifference, formatPercent } from '@/lib/format/index.ts'
import { withUnit } from '@/lib/format/measure-value.ts'
import { nameMeasure } from '@/lib/names/names.ts'
import type { Check, Issue, Stratification } from '@/lib/report.ts'

/** The checks of one table. */
export function checksOf(checks: Check[], table: Pick<Stratification, 'id'>): Check[] {
  return checks.filter(({ stratification }) => stratification === table.id)
}

/** What could not be read between a table's title and its last line. */
export function issuesOf(issues: Issue[], { at: table }: Pick<Stratification, 'at'>): Issue[] {
  return issues.filter(({ at }) => at !== null && isInside(at, table))
}

/** What adding up the rows has shown: in one line, and how it came out; null of what could not be added. */
export type Footing = { says: string; outcome: Check['outcome'] | null }

/**
 * What adding up the rows has shown; null where there is nothing to say.
 *
 * > Rows add up to the cent; percents to 100.01, within rounding
 * > Rows do not add up: −$1,000,000.00
 */
export function sayFooting(checks: Check[], table: Stratification): Footing | null {
  const sums = checks.filter(check => hasRole(check, 'footing'))
  const failing = sums.filter(({ outcome }) => outcome === 'fail')
  if (failing.length > 0) return { says: sayFailing(failing, table), outcome: 'fail' }
  if (sums.length === 0)
    return table.total ? null : { says: 'No total is printed to add up to', outcome: null }
  const exact = sums.filter(sum => !isPercent(sum, table))
  const parts = [
    ...(exact.length > 0 ? [sayExact(exact)] : []),
    ...sums.flatMap(sum => sayPercents(sum, table)),
  ]
  const [first = '', ...rest] = parts
  const says = [first.replace(/^percents to/, 'Percents add up to'), ...rest].join('; ')
  return parts.length > 0 ? { says, outcome: 'pass' } : null
}

/** By how much the rows of each column miss its total; the columns are named where there are several to tell apart. */
function sayFailing(sums: Check[], table: Stratification): string {
  const missing = sums.map(({ measure, found, expected }) => {
    const column = table.columns.find(one => one.measure === measure)
    const { unit = null, decimals = 0 } = column ?? {}
    const apart = formatMeasureDifference(found - expected, unit, decimals)
    const difference = unit === 'percent' ? `${apart} points` : withUnit(apart, unit)
    return sums.length === 1 && unit === 'cents'
      ? difference
      : `${nameMeasure(table, measure ?? '')} ${difference}`
  })
  return `Rows do not add up: ${missing.join(', ')}`
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
