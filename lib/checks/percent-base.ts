import type { Stratification } from '../report.ts'
import { findReferenceTable, findReferenceTotal } from '../statistics/index.ts'
import { cell, type Formula, sumOfCells } from './formula.ts'
import { halfUnitOf, printedFigures } from './printed-precision.ts'

/** What a table's percents are a share of: its own total or the whole pool's, in the measure's unit. */
export type PercentBase = { value: number; halfUnit: number; whole: 'table' | 'pool' }

type Share = { percent: string; of: string }

/** The table's own total: as printed, else the sum of rows that all print the measure. */
export function ownTotal(table: Stratification, measure: string): number | null {
  const printed = table.total?.values[measure]
  if (printed != null) return printed
  const rows = printedFigures(table, measure)
  return rows.length > 0 && rows.length === table.buckets.length
    ? rows.reduce((sum, value) => sum + value, 0)
    : null
}

/** What the table's percents come to: its printed total, else the sum of its rows. */
function percentTotal(table: Stratification, percent: string): number {
  const printed = table.total?.values[percent]
  return printed ?? table.buckets.reduce((sum, { values }) => sum + (values[percent] ?? 0), 0)
}

/**
 * Find what the percents of a table are a share of, null when its balances (or counts) are not printed.
 *
 * Tables of a loan group, and lists of the largest parts without a total, print percents of the group or of the pool. Percents of the group come to 100, percents of
 * the pool to the group's share of it; the base is the one whose total lies nearer to what the table's percents come to.
 */
export function findPercentBase(
  table: Stratification,
  { percent, of }: Share,
  tables: readonly Stratification[],
): PercentBase | null {
  const own = ownTotal(table, of)
  if (!own) return null
  const half = halfUnitOf(table, of)
  const ofTable: PercentBase = { value: own, halfUnit: half, whole: 'table' }
  const pool = table.loanGroup === null && table.total ? null : findReferenceTotal(tables, null, of)
  if (!pool) return isOfAnotherWhole(table, percent) ? null : ofTable
  const total = percentTotal(table, percent)
  const poolIsNearer = Math.abs(total - (own / pool) * 100) < Math.abs(total - 100)
  return poolIsNearer ? { value: pool, halfUnit: half, whole: 'pool' } : ofTable
}

/**
 * Do the percents of a loan group come to less or more than a hundred, in the rows and in the printed total alike? Then they are
 * of the pool, whose total the filing does not print.
 */
function isOfAnotherWhole(table: Stratification, percent: string): boolean {
  const total = table.total?.values[percent]
  if (table.loanGroup === null || total == null) return false
  const rows = printedFigures(table, percent)
  const rounding = (rows.length + 1) * halfUnitOf(table, percent)
  const sum = rows.reduce((all, value) => all + value, 0)
  return Math.abs(total - 100) > rounding && Math.abs(sum - total) <= rounding
}

/** What the base can be, as printed: the table's own total, the sum of its rows, the total of the whole pool. */
export function formulasOfBase(
  table: Stratification,
  of: string,
  tables: readonly Stratification[],
): Formula[] {
  const pool = findReferenceTable(tables, null, of)
  return [
    ...(table.total?.values[of] == null ? [] : [cell(table, 'total', of)]),
    sumOfCells(table, of),
    ...(pool ? [cell(pool, 'total', of)] : []),
  ]
}

/** How far a share in percent can move because balance and base are themselves rounded. */
export function shareRounding(value: number, base: PercentBase, valueHalfUnit: number): number {
  return ((valueHalfUnit + (Math.abs(value) / base.value) * base.halfUnit) / base.value) * 100
}
