import type { Dimension } from './dimension.ts'

/** A score of the lender’s own, on a scale of its own. */
export const internalScore = {
  id: 'internal-score',
  name: 'Internal score',
  longName: 'Internal scoring',
  unit: 'score',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\b(?:custom|internal|proprietary|application|behaviou?r(?:al)?) (?:credit |risk )?scor(?:es?|ing)\b/i,
  ],
} as const satisfies Dimension
