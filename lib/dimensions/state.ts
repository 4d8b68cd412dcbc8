import type { Dimension } from './dimension.ts'

/** Where the property lies, as a two-letter postal code. */
export const state = {
  id: 'state',
  name: 'State',
  longName: 'State of the mortgaged property',
  unit: 'text',
  buckets: 'state',
  family: 'place',
  titles: [
    /\bgeographic/i,
    /\bstates?\b(?! remaining)/i,
    /\blocations? of (?:the )?(?:mortgaged )?propert/i,
    /\bproperty locations?\b/i,
  ],
  anyBusiness: true,
} as const satisfies Dimension
