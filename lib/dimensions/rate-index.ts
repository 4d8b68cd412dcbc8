import type { Dimension } from './dimension.ts'

/** The index of an adjustable rate. */
export const rateIndex = {
  id: 'index',
  name: 'Index',
  longName: 'Rate index',
  unit: 'text',
  buckets: 'category',
  ofAdjustable: true,
  titles: [
    /\b(?:rate|loan|arm|mortgage|sap|type of) ind(?:ex(?:es)?|ices)\b/i,
    /^ind(?:ex(?:es)?|ices)(?: types?)?$/i,
    /\bby ind(?:ex|ices)\b/i,
    /\bindex types?\b/i,
  ],
  rows: /\b(?:libor|treasury|cmt|cofi|mta|mat|prime|cost of funds|codi|cosi|sofr|t-?bill)\b/i,
  rowsMayBeFigures: true,
} as const satisfies Dimension
