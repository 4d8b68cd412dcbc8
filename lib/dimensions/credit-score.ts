import type { Dimension } from './dimension.ts'

/** Credit bureau score at origination. */
export const creditScore = {
  id: 'credit-score',
  name: 'Credit score',
  longName: 'Credit score',
  unit: 'score',
  buckets: 'range',
  titles: [/\bcredit (?:bureau )?(?:risk )?scor(?:e|es|ing)\b/i, /\bfico\b/i, /\bbeacon\b/i],
  natural: [300, 999],
  averages: [{ measure: 'waCreditScore' }],
} as const satisfies Dimension
