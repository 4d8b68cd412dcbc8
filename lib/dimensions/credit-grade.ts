import type { Dimension } from './dimension.ts'

/** The lender's own class of credit. */
export const creditGrade = {
  id: 'credit-grade',
  name: 'Credit grade',
  longName: 'Credit grade',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\b(?:credit|risk|underwriting) (?:grade|tier|level|class|categor|quality|rating)/i,
    /\brisk categor/i,
    /\bmortgage grade\b/i,
    /^(?:proprietary )?tiers?$/i,
  ],
  rowsMayBeFigures: true,
  anyBusiness: true,
} as const satisfies Dimension
