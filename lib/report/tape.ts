import { z } from 'zod'
import { placeSchema } from './place.ts'

/** The loans of a loan-level exhibit (EX-102), from which its tables are computed. */
export const tapeSchema = z.object({
  kind: z.enum(['cmbs', 'auto-loan', 'auto-lease', 'rmbs', 'debt-securities']),
  /** Loans that something is left of. */
  loans: z.int().min(0),
  /** Properties behind commercial loans, a row each. */
  properties: z.int().min(0),
  /** Loans of which nothing is left; they count nowhere. */
  paidOff: z.int().min(0),
  balanceCents: z.number(),
  /** The element that loans count with, and its words. */
  balanceField: z.string(),
  balanceName: z.string(),
  /** The end of the period reported, as `YYYY-MM-DD`. */
  asOf: z.string().nullable(),
  /** The elements that any loan or property gives. */
  fields: z.array(z.string()),
  at: placeSchema,
})
export type Tape = z.infer<typeof tapeSchema>
