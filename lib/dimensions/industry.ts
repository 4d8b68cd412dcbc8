import type { Dimension } from './dimension.ts'

/** Business that the obligor is in. */
export const industry = {
  id: 'industry',
  name: 'Industry',
  longName: 'Industry of the obligor',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bindustr(?:y|ies)\b/i,
    /\bobligor business(?:es)?\b/i,
    /\bbusiness(?:es)? of (?:the )?obligors?\b/i,
  ],
  anyBusiness: true,
} as const satisfies Dimension
