import type { Dimension } from './dimension.ts'

/** Month, quarter or year in which leases end. */
export const leaseMaturity = {
  id: 'lease-maturity',
  name: 'Lease maturity',
  longName: 'Lease maturity',
  unit: 'text',
  buckets: 'category',
  unless: /\bterms?\b/i,
  rowsMayBeFigures: true,
  anyBusiness: true,
  titles: [
    /\b(?:lease|residual) (?:maturit(?:y|ies)|expirations?|terminations?)\b/i,
    /\bmaturity (?:quarters?|months?)\b/i,
    /\b(?:quarter|month)s? of (?:scheduled |lease )?(?:maturity|expiration|termination)\b/i,
  ],
} as const satisfies Dimension
