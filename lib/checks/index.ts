import type { Check, Stratification } from '../report.ts'
import { averageBalanceMatchesRow } from './average-balance-matches-row.ts'
import { balanceOverAverageIsACount } from './balance-over-average-is-a-count.ts'
import type { CheckInput } from './check-input.ts'
import type { CheckRole, CheckRule } from './check-rule.ts'
import { columnAddsUpToTotal } from './column-adds-up-to-total.ts'
import { computedAverageComesToTheLoans } from './computed-average-comes-to-the-loans.ts'
import { computedColumnComesToTheLoans } from './computed-column-comes-to-the-loans.ts'
import { type CheckFormula, type FigureRef, findFormula } from './formula.ts'
import { groupAveragesGiveTheAggregate } from './group-averages-give-the-aggregate.ts'
import { groupsAddUpToAggregate } from './groups-add-up-to-aggregate.ts'
import { rowAverageIsInsideItsRange } from './row-average-is-inside-its-range.ts'
import { rowAveragesAgreeAcrossTables } from './row-averages-agree-across-tables.ts'
import { rowPercentMatchesBalance } from './row-percent-matches-balance.ts'
import { shareMatchesItsRowElsewhere } from './share-matches-its-row-elsewhere.ts'
import { statedAverageMatchesRowAverages } from './stated-average-matches-row-averages.ts'
import { statedFigureMatchesTheRows } from './stated-figure-matches-the-rows.ts'
import { totalIsTheSameInEveryTable } from './total-is-the-same-in-every-table.ts'
import { totalPercentMatchesBalance } from './total-percent-matches-balance.ts'
import { weightedAverageMatchesRows } from './weighted-average-matches-rows.ts'

export type { CheckInput } from './check-input.ts'
export type { CheckRule } from './check-rule.ts'
export type { DescribedCheck, NamedCheck, Viewpoint } from './described-check.ts'
export { type CheckFormula, evaluate, type FigureRef, type Formula, figureValue } from './formula.ts'

export { listTablesOfOtherLoans } from './other-loans.ts'

/** Every kind of check, in the order a ledger lists them. */
export const checkRules: readonly CheckRule[] = [
  columnAddsUpToTotal,
  rowPercentMatchesBalance,
  totalPercentMatchesBalance,
  totalIsTheSameInEveryTable,
  averageBalanceMatchesRow,
  balanceOverAverageIsACount,
  rowAverageIsInsideItsRange,
  weightedAverageMatchesRows,
  rowAveragesAgreeAcrossTables,
  shareMatchesItsRowElsewhere,
  groupsAddUpToAggregate,
  groupAveragesGiveTheAggregate,
  statedFigureMatchesTheRows,
  statedAverageMatchesRowAverages,
  computedColumnComesToTheLoans,
  computedAverageComesToTheLoans,
]

const byCode = new Map(checkRules.map(rule => [rule.code, rule]))

/** The kind of check with this code; null for one that a report of another version may hold. */
export function findCheckRule(code: string): CheckRule | null {
  return byCode.get(code) ?? null
}

/** Whether a check is of a kind with this role. */
export function hasRole({ code }: Pick<Check, 'code'>, role: CheckRole): boolean {
  return byCode.get(code)?.role === role
}

/**
 * How a check was computed from printed figures, step by step, so that anybody can do it again; null where its rule does not
 * tell, or tells of none that gives what the check compared.
 */
export function formulaOf(
  check: Check,
  input: CheckInput,
  figureOf: (figure: FigureRef) => number | null,
): CheckFormula | null {
  return findFormula(check, findCheckRule(check.code)?.formulas?.(check, input) ?? [], figureOf)
}

/**
 * Everything the filing prints twice, or lets one compute, compared: one check per printed figure and rule.
 *
 * Figures are in the measure's unit and not rounded. Nothing is corrected; a check that has nothing to compare with
 * does not arise.
 */
export function checkStratifications(input: CheckInput): Check[] {
  return checkRules.flatMap(({ run }) => run(input))
}

/** Tables that are computed from loans, checked against what all of these come to; nothing of them is printed. */
export function checkComputedTables(stratifications: readonly Stratification[]): Check[] {
  const input = { stratifications, statistics: [] }
  return [...computedColumnComesToTheLoans.run(input), ...computedAverageComesToTheLoans.run(input)]
}
