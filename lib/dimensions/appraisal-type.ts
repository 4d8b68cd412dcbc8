import type { Dimension } from './dimension.ts'

/** How the property was valued. */
export const appraisalType = {
  id: 'appraisal-type',
  name: 'Appraisal type',
  longName: 'Appraisal type',
  unit: 'text',
  buckets: 'category',
  titles: [/\bapprais(?:al|er)\b(?! (?:dates?|reductions?))/i],
} as const satisfies Dimension
