import { isSamePlace } from '../addresses/place-address.ts'
import { findCheckRule } from '../checks/index.ts'
import type { Check, Place, Stratification } from '../report.ts'

/**
 * The checks that compute with one figure of a table: those about its row, those about its column, and those that
 * point at the very place. Those of the row come first.
 */
export function findTouchingChecks(
  checks: Check[],
  table: Stratification,
  figure: { row: number | 'total'; measure: string; at: Place },
): Check[] {
  const touching = checks.filter(check => {
    if (isSamePlace(check.at, figure.at)) return true
    if (check.stratification !== table.id || check.statistic !== null) return false
    if (check.bucket !== null) return check.bucket === figure.row && computesWith(check, figure.measure)
    if (findCheckRule(check.code)?.computesWith === 'column') return check.measure === figure.measure
    return figure.row === 'total' && computesWith(check, figure.measure)
  })
  return touching.sort((a, b) => Number(a.bucket === null) - Number(b.bucket === null))
}

function computesWith(check: Check, measure: string): boolean {
  if (check.measure === measure) return true
  const others = findCheckRule(check.code)?.computesWith
  return typeof others === 'function' && others(check).includes(measure)
}
