import type { Dimension } from './dimension.ts'

/** How days of a period are counted for interest. */
export const accrualMethod = {
  id: 'accrual-method',
  name: 'Interest accrual',
  longName: 'Interest accrual method',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:actual|30|act)\/(?:360|365|actual|act)\b/i,
  titles: [/\baccrual (?:methods?|bas[ie]s|types?)\b/i, /\bday[- ]count\b/i],
} as const satisfies Dimension
