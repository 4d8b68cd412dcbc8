import type { Dimension } from './dimension.ts'

/** How the loan pays down. */
export const amortizationType = {
  id: 'amortization-type',
  name: 'Amortization',
  longName: 'Amortization type',
  unit: 'text',
  buckets: 'category',
  family: 'product',
  unless: /\bamortiz\w+ (?:terms?|months?|periods?)\b/i,
  titles: [/\bamortiz/i, /\bballoon\b/i, /\bfixed\b.*\badjustable\b/i, /\brate types?\b/i, /\bfixed\/arm\b/i],
} as const satisfies Dimension
