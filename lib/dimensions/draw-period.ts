import type { Dimension } from './dimension.ts'

/** Months in which a credit line can be drawn. Ahead of terms, whose words it may contain. */
export const drawPeriod = {
  id: 'draw-period',
  name: 'Draw period',
  longName: 'Draw period',
  unit: 'months',
  buckets: 'range',
  natural: [0, 360],
  ends: { least: 0 },
  averages: [{ measure: 'waDrawMonths' }],
  titles: [/\bdraw (?:period|term)s?\b/i],
} as const satisfies Dimension
