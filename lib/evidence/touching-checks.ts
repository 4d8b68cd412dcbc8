import { shares } from '../checks/percent-shares.ts'
import type { Check, Place, Stratification } from '../report.ts'
import { isSamePlace } from './place-address.ts'

/** Measures, beside its own, whose figures in the same row a check computes with. */
const rowInputs: Record<string, (check: Check) => string[]> = {
  'row-percent-matches-balance': ({ measure }) =>
    shares.filter(({ percent }) => percent === measure).map(({ of }) => of),
  'average-balance-matches-row': () => ['balanceCents', 'loanCount'],
  'row-average-is-inside-its-range': ({ measure }) => (measure === 'balanceCents' ? ['loanCount'] : []),
}

/** Checks whose figure comes from every row of its column. */
const columnCodes = ['column-adds-up-to-total', 'weighted-average-matches-rows']

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
    if (columnCodes.includes(check.code)) return check.measure === figure.measure
    return figure.row === 'total' && computesWith(check, figure.measure)
  })
  return touching.sort((a, b) => Number(a.bucket === null) - Number(b.bucket === null))
}

function computesWith(check: Check, measure: string): boolean {
  return check.measure === measure || (rowInputs[check.code]?.(check).includes(measure) ?? false)
}
