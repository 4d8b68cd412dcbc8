import type { Dimension } from './dimension.ts'

/** All loans on the property over its value, in percent points. Ahead of the original ratio, whose words it contains. */
export const combinedLtv = {
  id: 'combined-ltv',
  name: 'Combined LTV',
  longName: 'Combined loan-to-value ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\bcombined (?:original |current )?(?:loan-? ?to-? ?value|ltv)/i,
    /\boriginal combined\b/i,
    /\bcltv\b/i,
    /\b(?:loan-? ?to-? ?value|ltv)s?(?: ratios?)? ?[([] ?combined\b/i,
  ],
  natural: [0, 300],
  landmarks: [80],
  presets: [80, 90],
  thresholds: [60, 70, 80, 90, 95, 100],
  averages: [
    { measure: 'waCurrentCltvPct', words: /\b(?:current|updated|cut-?off)\b/i },
    { measure: 'waCltvPct' },
  ],
} as const satisfies Dimension
