import type { Dimension } from './dimension.ts'

/** How a student loan is paid back: level, graduated, by income. */
export const repaymentPlan = {
  id: 'repayment-plan',
  name: 'Repayment plan',
  longName: 'Repayment plan',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:graduated|level repayment|income[- ](?:sensitive|contingent|based|driven))\b/i,
  titles: [/\brepayment (?:plans?|types?|schedules?|options?|terms?|methods?)\b/i],
} as const satisfies Dimension
