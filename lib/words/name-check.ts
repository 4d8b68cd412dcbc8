import { findCheckRule, type NamedCheck } from '../checks/index.ts'
import { nameStatisticOf } from '../names/find-statistic.ts'
import { nameMeasure, nameRow, nameTable } from '../names/names.ts'
import type { Check, FilingReport, Place, Stratification } from '../report.ts'

/** The table and column that a check is about, and the table it is compared with, as people call them. */
export function describeCheck({ stratifications }: FilingReport, check: Check): NamedCheck {
  const find = (id: string | null | undefined) => stratifications.find(table => table.id === id) ?? null
  const table = find(check.stratification)
  const other = find(check.reference)
  return {
    table,
    measure: check.measure && table ? nameMeasure(table, check.measure) : null,
    reference: other && {
      name: nameTable(other),
      at: placeOfColumn(other, check.measure),
    },
  }
}

/** Where a table prints the figure of all its rows: in its total, else over the column. */
function placeOfColumn({ total, columns }: Stratification, measure: string | null): Place | null {
  if (measure === null) return null
  return total?.places[measure] ?? columns.find(column => column.measure === measure)?.at ?? null
}

/**
 * What a check is about, within its table, short enough for the first column of the ledger:
 *
 * > Balance, 11 rows
 * > 65.01 to 70.00, percent
 * > Loans, total elsewhere
 */
export function nameCheck(report: FilingReport, check: Check): string {
  if (check.statistic) return nameStatisticOf(report, check)
  const named = describeCheck(report, check)
  const { measure, table } = named
  if (check.bucket !== null && table)
    return [nameRow(table, check.bucket), measure].filter(Boolean).join(', ')
  const name = findCheckRule(check.code)?.name
  if (name) return name(named)
  return measure ? `${measure}: ${sayWording(check.code)}` : sayWording(check.code)
}

/** The wording of a check's code; a code without one is read as words. */
export function sayWording(code: string): string {
  return findCheckRule(code)?.wording ?? code.replaceAll('-', ' ')
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
