import { formatCount, formatPercent, formatShortMoney } from '@/lib/format/index.ts'
import type { DealSummary } from '@/lib/library/index.ts'

/** One figure of the pool as the picture prints it. */
export type CardFact = { label: string; figure: string; unit: string }

/** The pool's figures that are known, in the order of a deal page. */
export function listCardFacts(summary: DealSummary): CardFact[] {
  const { poolBalanceCents, loanCount, averageBalanceCents, wacPct, waltvPct, wamMonths } = summary
  const facts: (CardFact | null)[] = [
    fact('Pool balance', poolBalanceCents, formatShortMoney),
    fact('Loans', loanCount, formatCount),
    fact('Average', averageBalanceCents, formatShortMoney),
    fact(summary.wacIsNet ? 'WAC, net' : 'WAC', wacPct, value => formatPercent(value, 3), '%'),
    fact('WALTV', waltvPct, formatPercent, '%'),
    fact('WAM', wamMonths, value => formatCount(Math.round(value)), 'months'),
  ]
  return facts.filter(fact => fact !== null)
}

function fact(
  label: string,
  value: number | null,
  format: (value: number) => string,
  unit = '',
): CardFact | null {
  return value === null ? null : { label, figure: format(value), unit }
}

/** The shape that says most about the pool: by LTV, else by rate, else by state, else nothing. */
export function pickShape({ ltv, rate, states }: DealSummary) {
  if (ltv) return { kind: 'ranges', title: 'Original LTV', shares: ltv, from: 30 } as const
  if (rate) return { kind: 'ranges', title: 'Mortgage rate', shares: rate, from: null } as const
  return states ? ({ kind: 'states', title: 'Largest states', shares: states } as const) : null
}
