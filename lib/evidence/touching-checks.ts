import type { Check, Place, Stratification } from '../report.ts'
import { isSamePlace } from './place-address.ts'

/** Measures, beside its own, whose figures a check of a row computes with. */
const rowInputs: Record<string, string[]> = {
  'row-percent-matches-balance': ['balanceCents'],
  'row-average-is-inside-its-range': ['balanceCents', 'loanCount'],
}

/**
 * The checks that compute with one figure of a table: those about its row, those about its column, and those that
 * point at the very place.
 */
export function findTouchingChecks(
  checks: Check[],
  table: Stratification,
  figure: { row: number | 'total'; measure: string; at: Place },
): Check[] {
  return checks.filter(check => {
    if (isSamePlace(check.at, figure.at)) return true
    if (check.stratification !== table.id || check.statistic !== null) return false
    if (check.bucket === null) return check.measure === figure.measure && addsRows(check)
    return check.bucket === figure.row && computesWith(check, figure.measure)
  })
}

function addsRows(check: Check): boolean {
  return check.code === 'column-adds-up-to-total'
}

function computesWith(check: Check, measure: string): boolean {
  return check.measure === measure || (rowInputs[check.code]?.includes(measure) ?? false)
}
