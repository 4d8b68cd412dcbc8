import type { Check, PoolFigure, PoolSummary, Statistic, Stratification } from '../report.ts'
import { withGroupsAdded } from './add-groups.ts'
import { averageFigures } from './average-figures.ts'
import { largestState } from './largest-state.ts'
import { type PoolInput, poolInput } from './pool-input.ts'
import { totalFigures } from './total-figures.ts'

function figuresOf(input: PoolInput, loanGroup: string | null): PoolFigure[] {
  const state = largestState(input, loanGroup)
  const figures = [...totalFigures(input, loanGroup), ...averageFigures(input, loanGroup)]
  return state ? [...figures, state] : figures
}

/** How checks came out. */
export function countChecks(checks: readonly Check[]): PoolSummary['checks'] {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  return { passed: checks.length - failed, failed }
}

/**
 * What the whole pool and each of its loan groups are known by: one figure for each question, whether it is stated, computed
 * or bounded, and whatever else the filing gives for the same. Everything that shows a pool reads this and nothing else.
 *
 * Money in cents, percents as printed, terms in months; computed averages to six decimals. `read` is what the checks were
 * made of.
 */
export function readPool(
  read: { stratifications: readonly Stratification[]; statistics: readonly Statistic[] },
  checks: readonly Check[],
): PoolSummary[] {
  const input = poolInput(read, checks)
  const { stratifications, statistics } = input
  const names = [...stratifications, ...statistics].map(({ loanGroup }) => loanGroup)
  const groupOf = new Map(stratifications.map(({ id, loanGroup }) => [id, loanGroup]))
  const byGroup = Map.groupBy(checks, ({ stratification }) => groupOf.get(stratification ?? '') ?? null)
  const countsOf = (loanGroup: string) => countChecks(byGroup.get(loanGroup) ?? [])
  const groups = [...new Set(names)]
    .filter(loanGroup => loanGroup !== null)
    .map(loanGroup => ({ loanGroup, figures: figuresOf(input, loanGroup), checks: countsOf(loanGroup) }))
    .filter(({ figures }) => figures.length > 0)
  const whole = withGroupsAdded(input, figuresOf(input, null), groups)
  return whole.length > 0
    ? [{ loanGroup: null, figures: whole, checks: countChecks(checks) }, ...groups]
    : groups
}
