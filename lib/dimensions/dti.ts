import type { Dimension } from './dimension.ts'

/** The borrower's monthly debt over income, in percent points. */
export const dti = {
  id: 'dti',
  name: 'DTI',
  longName: 'Debt-to-income ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  thresholds: [36, 40, 43, 45, 50],
  titles: [
    /\bdebt-? ?to-? ?income\b/i,
    /\bdti\b/i,
    /\bdebt ratios?\b/i,
    /\bback[- ]?(?:end)? ratios?\b/i,
    /\bdebt service[- ]to[- ]income\b/i,
    /\bdebt to (?:gross |monthly |disposable )?income\b/i,
  ],
  unless: /\bfront[- ]?end\b|\bhousing\b/i,
  natural: [0, 150],
  averages: [{ measure: 'waDtiPct' }],
} as const satisfies Dimension
