import { z } from 'zod'
import { placeSchema } from '../report.ts'

const verdictSchema = z.object({
  /** Id of the evidence. */
  evidence: z.string(),
  says: z.enum(['supports', 'contradicts']),
  why: z.string(),
})

const toldCandidateSchema = z.object({
  answer: z.string(),
  /** What proposed it, a sentence each. */
  by: z.array(z.string()),
  verdicts: z.array(verdictSchema),
  isChosen: z.boolean(),
})

const questionSchema = z.enum([
  'parts',
  'title',
  'split',
  'subject',
  'group',
  'measure',
  'scale',
  'label-scale',
])
export type Question = z.infer<typeof questionSchema>

/** A question about a table in words: all answers that were possible, what speaks for and against each, and the one that stood. */
const toldSchema = z.object({
  question: questionSchema,
  asks: z.string(),
  /** The order of the column that it is about, from 0; null for the table. */
  column: z.int().nullable(),
  /** The MeasureId of that column, where it has one. */
  measure: z.string().nullable(),
  answer: z.string().nullable(),
  candidates: z.array(toldCandidateSchema),
  /** A sentence more: why nothing was chosen, or what holds where nothing was proposed. */
  note: z.string().nullable(),
})
export type Told = z.infer<typeof toldSchema>
export type ToldCandidate = z.infer<typeof toldCandidateSchema>

/** How a table was read. `id` is a stratification's; `refused` says why any other table is none. */
export const tableTraceSchema = z.object({
  id: z.string().nullable(),
  title: z.string().nullable(),
  at: placeSchema,
  refused: z.string().nullable(),
  told: z.array(toldSchema),
})
export type TableTrace = z.infer<typeof tableTraceSchema>
