import type { Dimension } from './dimension.ts'

/** Insurer or kind of cover. */
export const mortgageInsurance = {
  id: 'mortgage-insurance',
  name: 'Mortgage insurance',
  longName: 'Mortgage insurance',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\b(?:mortgage|primary|private) insurance\b/i,
    /\bmi (?:provider|company|coverage|type)\b/i,
    /\bmortgage insurers?\b/i,
    /\bmi\b.*\bcoverage\b/i,
  ],
  rowsMayBeFigures: true,
} as const satisfies Dimension
