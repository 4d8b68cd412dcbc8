import type { Dimension } from './dimension.ts'

/** Date on which the first payment was due. */
export const firstPaymentDate = {
  id: 'first-payment-date',
  name: 'First payment',
  longName: 'First payment date',
  unit: 'date',
  buckets: 'exact',
  anyBusiness: true,
  titles: [
    /\bfirst (?:monthly |scheduled )?payment (?:due )?dates?\b/i,
    /\bdates? of (?:the )?first (?:monthly |scheduled )?payments?\b/i,
  ],
} as const satisfies Dimension
