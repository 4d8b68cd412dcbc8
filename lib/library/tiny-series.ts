import { rangeShares, stateShares } from '../charts/pool-shares.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import type { FilingReport } from '../report.ts'
import type { DealSummary } from './deal-summary.ts'

type TinySeries = Pick<DealSummary, 'largestState' | 'ltv' | 'rate' | 'states'>

/** The three shapes that a row of the library draws, of the whole pool; null where no table gives them. */
export function tinySeries(report: FilingReport): TinySeries {
  return {
    ltv: rangeShares(report, 'original-ltv'),
    rate: rangeShares(report, 'mortgage-rate'),
    states: stateShares(report),
    largestState: largestState(report),
  }
}

function largestState({ pool }: FilingReport): DealSummary['largestState'] {
  const { code, value = null } = findFigure(findPool(pool, null), 'largest-state') ?? {}
  return code === undefined || value === null ? null : { code, pct: value }
}
