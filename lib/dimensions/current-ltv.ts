import type { Dimension } from './dimension.ts'

/** Balance at the cut-off date over property value, in percent points. */
export const currentLtv = {
  id: 'current-ltv',
  name: 'Current LTV',
  longName: 'Current loan-to-value ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\b(?:current|cut-?off(?: date)?) (?:loan-? ?to-? ?value|ltv)/i,
    /\b(?:loan-? ?to-? ?value|ltv) ratios? as of the cut-?off/i,
  ],
  natural: [0, 300],
  landmarks: [80],
  presets: [80, 90],
  thresholds: [60, 70, 80, 90, 100],
  averages: [{ measure: 'waCurrentLtvPct' }],
} as const satisfies Dimension
