import type { Dimension } from './dimension.ts'

/** How many days payments are overdue. */
export const delinquency = {
  id: 'delinquency',
  name: 'Delinquency',
  longName: 'Days past due',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:delinquent|past due|\d+ days)\b/i,
  anyBusiness: true,
  titles: [
    /\b(?:periods?|number of days|days|months|status) (?:of )?(?:delinquen(?:t|cy)|past due)\b/i,
    /\bdelinquency (?:status|periods?|categor(?:y|ies)|bands?)\b/i,
  ],
} as const satisfies Dimension
