import { checkWording } from '../issues.ts'
import type { Check, Stratification } from '../report.ts'
import { nameMeasure, nameRow, nameStatistic } from './names.ts'

/**
 * What a check is about, within its table, short enough for the first column of the ledger:
 *
 * > Balance, 11 rows
 * > 65.01 to 70.00, percent
 * > Loans, total elsewhere
 */
export function nameCheck(check: Check, table: Stratification | null): string {
  if (check.statistic) return nameStatistic(check.statistic)
  const measure = check.measure && table ? nameMeasure(table, check.measure) : null
  if (check.bucket !== null && table)
    return [nameRow(table, check.bucket), measure].filter(Boolean).join(', ')
  if (check.code === 'column-adds-up-to-total') return `${measure ?? 'Column'}, ${sayRows(table)}`
  if (check.code === 'total-is-the-same-in-every-table') return `${measure ?? 'Total'}, total elsewhere`
  return measure ? `${measure}: ${sayWording(check.code)}` : sayWording(check.code)
}

function sayRows(table: Stratification | null): string {
  const rows = table?.buckets.length ?? 0
  return rows === 1 ? '1 row' : `${rows} rows`
}

/** The wording of a check's code; a code without one is read as words. */
export function sayWording(code: string): string {
  const wording: Record<string, string> = checkWording
  return wording[code] ?? code.replaceAll('-', ' ')
}

/**
 * Where the checks of one row need no line of their own: those that pass, beyond the first few. Failures, sums and
 * stated figures are always listed.
 */
export function splitByInterest(checks: Check[], rowsShown: number): { shown: Check[]; folded: Check[] } {
  const isRow = ({ bucket, outcome }: Check) => bucket !== null && outcome === 'pass'
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  const others = checks.filter(check => check.outcome === 'pass' && !isRow(check))
  const rows = checks.filter(isRow)
  const isLongEnough = rows.length > rowsShown + 2
  return {
    shown: [...failing, ...others, ...(isLongEnough ? rows.slice(0, rowsShown) : rows)],
    folded: isLongEnough ? rows.slice(rowsShown) : [],
  }
}
