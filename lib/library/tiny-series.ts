import { rangeShares, stateShares } from '../charts/pool-shares.ts'
import { findFigure, findShownPool, onlyGroup } from '../pool/find-figure.ts'
import type { FilingReport } from '../report.ts'
import type { DealSummary } from './deal-summary.ts'

type TinySeries = Pick<DealSummary, 'largestState' | 'ltv' | 'rate' | 'states'>

/** The three shapes that a row of the library draws, of the pool; null where no table gives them. */
export function tinySeries(report: FilingReport): TinySeries {
  const group = onlyGroup(report.pool)
  return {
    ltv: rangeShares(report, 'original-ltv', group),
    rate: rangeShares(report, 'mortgage-rate', group),
    states: stateShares(report, group),
    largestState: largestState(report),
  }
}

function largestState({ pool }: FilingReport): DealSummary['largestState'] {
  const { code, value = null } = findFigure(findShownPool(pool), 'largest-state') ?? {}
  return code === undefined || value === null ? null : { code, pct: value }
}
