import { z } from 'zod'

export const unitSchema = z.enum([
  'count',
  'cents',
  'percent',
  'months',
  'score',
  /** How many times one figure is another: 1.41 of a coverage ratio of 1.41x. */
  'ratio',
  'years',
  'date',
  'text',
])
export type Unit = z.infer<typeof unitSchema>
