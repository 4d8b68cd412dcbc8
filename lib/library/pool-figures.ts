import type { FilingReport, Statistic } from '../report.ts'
import type { DealSummary } from './deal-summary.ts'

type PoolFigures = Pick<
  DealSummary,
  'poolBalanceCents' | 'loanCount' | 'averageBalanceCents' | 'wacPct' | 'wacIsNet' | 'waltvPct' | 'wamMonths'
>

/** The figures of the whole pool: from the tables' totals, else as stated, else as recomputed; null when none has it. */
export function poolFigures(report: FilingReport): PoolFigures {
  const poolBalanceCents = totalOf(report, 'balanceCents') ?? figure(report, 'pool-balance')
  const loanCount = totalOf(report, 'loanCount') ?? figure(report, 'loan-count')
  return {
    poolBalanceCents,
    loanCount,
    averageBalanceCents: averageOf(poolBalanceCents, loanCount) ?? figure(report, 'average-balance'),
    ...weightedAverageCoupon(report),
    waltvPct: figure(report, 'waltv'),
    wamMonths: figure(report, 'wam'),
  }
}

/** The total that most tables of the whole pool print; where tables disagree, a check has failed and says so. */
function totalOf(report: FilingReport, measure: string): number | null {
  const votes = new Map<number, number>()
  for (const { loanGroup, total } of report.stratifications) {
    const value = total?.values[measure] ?? null
    if (loanGroup === null && value !== null) votes.set(value, (votes.get(value) ?? 0) + 1)
  }
  return (
    [...votes].reduce<[number, number] | null>(
      (best, vote) => (best && best[1] >= vote[1] ? best : vote),
      null,
    )?.[0] ?? null
  )
}

function averageOf(balanceCents: number | null, loans: number | null): number | null {
  return balanceCents === null || loans === null || loans <= 0 ? null : Math.round(balanceCents / loans)
}

/**
 * The stated rate that the rows prove, gross before net; else the one stated, else the one recomputed.
 *
 * Filings that list net rates often state the gross average too, which no row can prove.
 */
function weightedAverageCoupon(report: FilingReport): { wacPct: number | null; wacIsNet: boolean } {
  const rates = ['wac', 'net-wac'].flatMap(id => statisticOf(report, id) ?? [])
  const chosen =
    rates.find(rate => rate.stated !== null && rate.recomputed !== null) ??
    rates.find(rate => rate.stated !== null) ??
    rates[0]
  return { wacPct: chosen?.stated ?? chosen?.recomputed ?? null, wacIsNet: chosen?.id === 'net-wac' }
}

function figure(report: FilingReport, id: string): number | null {
  const statistic = statisticOf(report, id)
  return statistic?.stated ?? statistic?.recomputed ?? null
}

function statisticOf(report: FilingReport, id: string): Statistic | undefined {
  return report.statistics.find(
    statistic =>
      statistic.id === id &&
      statistic.loanGroup === null &&
      (statistic.stated !== null || statistic.recomputed !== null),
  )
}
