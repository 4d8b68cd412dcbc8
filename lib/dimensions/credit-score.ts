import type { Dimension } from './dimension.ts'

const CURRENT = /\b(?:current|updated|refreshed|cut-?off)\b/i

/** Credit bureau score at origination. */
export const creditScore = {
  id: 'credit-score',
  name: 'Credit score',
  longName: 'Credit score',
  unit: 'score',
  buckets: 'range',
  ends: { least: 300, most: 850 },
  titles: [
    /\bcredit (?:bureau )?(?:risk )?scor(?:e|es|ing)\b/i,
    /\bfico\b/i,
    /\bbeacon\b/i,
    /\bvantage ?scores?\b/i,
    /\bempirica\b/i,
    /\b(?:transunion|equifax|experian) scores?\b/i,
    /^(?:range of )?scores?(?: ranges?)?$/i,
  ],
  unless: /\b(?:custom|internal|proprietary|application|behaviou?r(?:al)?) (?:credit |risk )?scor/i,
  natural: [300, 999],
  landmarks: [620, 680, 740],
  presets: [620, 660, 700],
  thresholds: [580, 600, 620, 640, 660, 680, 700, 720, 740, 760],
  averages: [{ measure: 'waCurrentCreditScore', words: CURRENT }, { measure: 'waCreditScore' }],
} as const satisfies Dimension
