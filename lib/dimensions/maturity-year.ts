import type { Dimension } from './dimension.ts'

/** Year in which the loan falls due. */
export const maturityYear = {
  id: 'maturity-year',
  name: 'Maturity year',
  longName: 'Year of maturity',
  unit: 'years',
  buckets: 'exact',
  titles: [/\byears? of (?:stated |scheduled )?maturity\b/i, /\bmaturity years?\b/i],
  natural: [1950, 2100],
  anyBusiness: true,
} as const satisfies Dimension
