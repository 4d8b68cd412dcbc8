import type { Dimension } from './dimension.ts'

/** Whether the financed vehicle or home was new. */
export const vehicleCondition = {
  id: 'vehicle-condition',
  name: 'New or used',
  longName: 'New or used',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bnew\b.*\bused\b/i,
    /\bused\b.*\bnew\b/i,
    /\b(?:vehicle|unit|home|equipment|collateral) (?:condition|status)\b/i,
  ],
  rows: /\b(?:new|used|pre-?owned|certified)\b/i,
} as const satisfies Dimension
