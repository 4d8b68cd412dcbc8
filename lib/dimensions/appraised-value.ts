import type { Dimension } from './dimension.ts'

/** Value of the property, in cents. */
export const appraisedValue = {
  id: 'appraised-value',
  name: 'Appraised value',
  longName: 'Appraised value of the mortgaged property',
  unit: 'cents',
  buckets: 'range',
  averages: [{ measure: 'averageAppraisedValueCents' }],
  ends: { least: 0 },
  titles: [
    /\bapprais(?:ed|al) values?\b/i,
    /\b(?:property|home) values?\b/i,
    /\bvalues? of (?:the )?(?:mortgaged )?propert/i,
  ],
} as const satisfies Dimension
