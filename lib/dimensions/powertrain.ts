import type { Dimension } from './dimension.ts'

/** What drives the financed vehicle. */
export const powertrain = {
  id: 'powertrain',
  name: 'Powertrain',
  longName: 'Powertrain',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:electric|gasoline|diesel|internal combustion|bev|phev)\b/i,
  anyBusiness: true,
  titles: [/\bpower ?trains?(?: types?)?\b/i, /\b(?:fuel|engine|propulsion) types?\b/i],
} as const satisfies Dimension
