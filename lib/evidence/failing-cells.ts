import { explainFailures } from '../checks/explain-failure.ts'
import { findCheckRule } from '../checks/index.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { sayCheck } from '../words/say-check.ts'

/** A cell of a table: a row, or its total, and the measure of a column. */
export type CellOf = { row: number | 'total'; measure: string }

/** A name for a cell, to look it up by. */
export function cellKey({ row, measure }: CellOf): string {
  return `${row} ${measure}`
}

/** The cells that a failing check compares or computes with: of its row, else of the total. */
export function cellsOf(check: Check): CellOf[] {
  if (check.measure === null) return []
  const row = check.bucket ?? 'total'
  const others = findCheckRule(check.code)?.computesWith
  const beside = typeof others === 'function' && row !== 'total' ? others(check) : []
  return [check.measure, ...beside].map(measure => ({ row, measure }))
}

/**
 * Where the failing checks of a table are: for each cell that one of them is about, what it says. The row whose figure,
 * printed otherwise, would make a column add up is among them, unless the table is only some of its rows: these alone do
 * not tell which row it is.
 *
 * > 70.01 to 75.00, balance   its percent is printed as 17.42, and its balance gives 16.12
 */
export function failingCells(
  report: FilingReport,
  table: Stratification,
  checks: readonly Check[],
): ReadonlyMap<string, string> {
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  const said = new Map<string, Set<string>>()
  const add = (cell: CellOf, check: Check) => {
    const key = cellKey(cell)
    const from = { row: cell.row, measure: cell.measure }
    said.set(key, (said.get(key) ?? new Set()).add(sayCheck(report, check, from)))
  }
  for (const check of failing) for (const cell of cellsOf(check)) add(cell, check)
  const explained = failing.length > 0 && !table.cut ? explainFailures(table, checks) : []
  for (const { bucket, measure, settles } of explained)
    for (const check of settles) add({ row: bucket ?? 'total', measure }, check)
  return new Map([...said].map(([key, sentences]) => [key, [...sentences].join('; ')]))
}
