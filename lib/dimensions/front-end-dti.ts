import type { Dimension } from './dimension.ts'

/** What is paid each month for the home over the borrower’s income, in percent points. Ahead of the ratio of all debt, whose words it contains. */
export const frontEndDti = {
  id: 'front-end-dti',
  name: 'Front-end DTI',
  longName: 'Front-end debt-to-income ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  natural: [0, 150],
  averages: [{ measure: 'waFrontEndDtiPct' }],
  titles: [
    /\bfront[- ]?(?:end)?\b.*\b(?:dti|ratios?|debt)/i,
    /\bhousing (?:expense|debt|cost)s?[- ](?:to[- ]income )?ratios?\b/i,
    /\bhousing (?:expense|debt|cost)s?[- ]to[- ]income\b/i,
  ],
} as const satisfies Dimension
