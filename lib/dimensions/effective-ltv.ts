import type { Dimension } from './dimension.ts'

/** What insurance does not cover of a loan over property value, in percent points. Ahead of the original ratio, whose words it contains. */
export const effectiveLtv = {
  id: 'effective-ltv',
  name: 'Effective LTV',
  longName: 'Effective loan-to-value ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\b(?:effective|net|(?:(?:mi|pmi|insurance)[- ])?adjusted) (?:(?:original|current|combined|mortgage) )?(?:loan-? ?to-? ?value|c?ltvs?)/i,
    /\b(?:loan-? ?to-? ?value ratios?|c?ltv)s?,? (?:(?:ratios?|\(%\)) )?(?:net of|after) (?:primary |lender-paid |borrower-paid )?(?:mi|pmi|mortgage insurance|insurance)\b/i,
  ],
  natural: [0, 300],
  landmarks: [80],
  presets: [80, 90],
} as const satisfies Dimension
