import type { Dimension } from './dimension.ts'

/** Loan amount over property value at origination, in percent points. Where no word tells which ratio it is, tables of the field mean this one. */
export const originalLtv = {
  id: 'original-ltv',
  name: 'Original LTV',
  longName: 'Original loan-to-value ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\bloan-? ?to-? ?(?:value|collateral)\b/i, /\b(?:o?ltv|ltvs)\b/i],
  natural: [0, 300],
  landmarks: [80],
  presets: [80, 90],
  thresholds: [60, 70, 75, 80, 85, 90, 95],
  averages: [{ measure: 'waLtvPct' }],
} as const satisfies Dimension
