import type { Dimension } from './dimension.ts'

/** The most that a line of credit lends, in cents; what is drawn of it is its balance. */
export const creditLimit = {
  id: 'credit-limit',
  name: 'Credit limit',
  longName: 'Credit limit',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\bcredit limits?\b(?! utili)/i, /\b(?:credit )?line (?:amounts?|sizes?|limits?)\b/i],
  averages: [{ measure: 'averageCreditLimitCents' }],
  anyBusiness: true,
} as const satisfies Dimension
