import { chooseRate, findFigure, findShownPool, findValue } from '../pool/find-figure.ts'
import type { FilingReport, PoolFigure } from '../report.ts'
import type { DealSummary } from './deal-summary.ts'

type PoolFigures = Pick<
  DealSummary,
  | 'loanGroup'
  | 'poolBalanceCents'
  | 'loanCount'
  | 'averageBalanceCents'
  | 'wacPct'
  | 'wacIsNet'
  | 'waltvPct'
  | 'wamMonths'
  | 'bounds'
>

/** The figures that lists show of a pool; null when nothing gives one. */
export function poolFigures({ pool }: FilingReport): PoolFigures {
  const whole = findShownPool(pool)
  const rate = chooseRate(whole)
  return {
    loanGroup: whole?.loanGroup ?? null,
    poolBalanceCents: findValue(whole, 'balance'),
    loanCount: findValue(whole, 'loans'),
    averageBalanceCents: findValue(whole, 'average'),
    wacPct: rate?.value ?? null,
    wacIsNet: rate?.id === 'net-wac',
    waltvPct: findValue(whole, 'waltv'),
    wamMonths: findValue(whole, 'wam'),
    bounds: {
      ...boundsOf('wacPct', rate),
      ...boundsOf('waltvPct', findFigure(whole, 'waltv')),
      ...boundsOf('wamMonths', findFigure(whole, 'wam')),
    },
  }
}

/** What bounds a figure that is known no better. */
function boundsOf(name: keyof DealSummary['bounds'], figure: PoolFigure | undefined): DealSummary['bounds'] {
  return figure?.value === null && figure.bounds ? { [name]: figure.bounds } : {}
}
