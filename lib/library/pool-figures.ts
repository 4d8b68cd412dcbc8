import { chooseRate, findPool, findValue } from '../pool/find-figure.ts'
import type { FilingReport } from '../report.ts'
import type { DealSummary } from './deal-summary.ts'

type PoolFigures = Pick<
  DealSummary,
  'poolBalanceCents' | 'loanCount' | 'averageBalanceCents' | 'wacPct' | 'wacIsNet' | 'waltvPct' | 'wamMonths'
>

/** The figures of the whole pool that lists show; null when nothing gives one. */
export function poolFigures({ pool }: FilingReport): PoolFigures {
  const whole = findPool(pool, null)
  const rate = chooseRate(whole)
  return {
    poolBalanceCents: findValue(whole, 'balance'),
    loanCount: findValue(whole, 'loans'),
    averageBalanceCents: findValue(whole, 'average'),
    wacPct: rate?.value ?? null,
    wacIsNet: rate?.id === 'net-wac',
    waltvPct: findValue(whole, 'waltv'),
    wamMonths: findValue(whole, 'wam'),
  }
}
