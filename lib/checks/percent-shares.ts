/** The share of each additive measure that filings print as a percent, and what it is a percent of. */
export const shares = [
  { percent: 'balancePct', of: 'balanceCents' },
  { percent: 'countPct', of: 'loanCount' },
  { percent: 'originalBalancePct', of: 'originalBalanceCents' },
] as const
