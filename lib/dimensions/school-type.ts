import type { Dimension } from './dimension.ts'

/** Kind of school that the student loan paid for. */
export const schoolType = {
  id: 'school-type',
  name: 'School type',
  longName: 'Type of school',
  unit: 'text',
  buckets: 'category',
  titles: [/\bschool (?:types?|programs?)\b/i, /\btypes? of (?:schools?|institutions?)\b/i],
  rows: /\b(?:(?:two|four|2|4)[- ]year|proprietary|vocational|graduate)\b/i,
} as const satisfies Dimension
