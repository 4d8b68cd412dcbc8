import type { Dimension } from './dimension.ts'

/** How the loan came to the lender. */
export const channel = {
  id: 'channel',
  name: 'Channel',
  longName: 'Origination channel',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bchannels?\b/i,
    /\borigination (?:source|type)s?\b/i,
    /\bproduction (?:source|type)s?\b/i,
    /\bloan sources?\b/i,
  ],
  rows: /\b(?:wholesale|retail|correspondent|brokers?|bulk|direct)\b/i,
  anyBusiness: true,
} as const satisfies Dimension
