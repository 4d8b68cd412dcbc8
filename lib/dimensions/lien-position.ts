import type { Dimension } from './dimension.ts'

/** First or junior claim on the property. */
export const lienPosition = {
  id: 'lien-position',
  name: 'Lien position',
  longName: 'Lien position',
  unit: 'text',
  buckets: 'category',
  titles: [/\bliens?\b/i],
  rows: /\b(?:first|second|third|1st|2nd|3rd|junior|senior)\b.*\b(?:liens?|mortgages?|trust deeds?)\b/i,
  rowsMayBeFigures: true,
} as const satisfies Dimension
