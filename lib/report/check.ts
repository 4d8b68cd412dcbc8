import { z } from 'zod'
import { placeSchema } from './place.ts'
import { unitSchema } from './unit.ts'

export const statisticSchema = z.object({
  /** Unique in its filing: `wac`, `wac-2`, `loan-group-1--wac`. Checks refer to it. */
  key: z.string(),
  /** `wac`, `net-wac`, `waltv`, `wam`, `average-balance`, `pool-balance`, `loan-count`, `largest-postal-code-pct`, … */
  id: z.string(),
  loanGroup: z.string().nullable(),
  unit: unitSchema,
  /** As the filing states it, in the unit; null when only recomputed. */
  stated: z.number().nullable(),
  /** The most decimals the stated figure is printed with; for money these are decimals of a dollar. */
  decimals: z.int().min(0),
  /** From exact rows, in the unit; null when the rows do not allow it. */
  recomputed: z.number().nullable(),
  /** What the rows allow when they are ranges. */
  bounds: z.tuple([z.number(), z.number()]).nullable(),
  /** The stratification it is recomputed from, and where a figure is not recomputed, why. */
  stratification: z.string().nullable(),
  reason: z.string().nullable(),
  /** The printed figure; null when only recomputed. */
  at: placeSchema.nullable(),
  /** Stated in a paragraph that tells the number or the balance of all loans of its group, as the tables print them. */
  isOfAll: z.literal(true).optional(),
})
export type Statistic = z.infer<typeof statisticSchema>

export const checkSchema = z.object({
  /** The code of an entry of `lib/checks`. */
  code: z.string(),
  stratification: z.string().nullable(),
  measure: z.string().nullable(),
  /** Index of the bucket the check is about, null for a column, a total or a statistic. */
  bucket: z.int().nullable(),
  /** Key of the statistic the check is about. */
  statistic: z.string().nullable(),
  /** Id of the stratification whose total it is compared with, where that is another table. */
  reference: z.string().optional(),
  outcome: z.enum(['pass', 'fail']),
  /** What the filing prints, in the measure's unit. An interval check gives the printed figure here … */
  expected: z.number(),
  /** … and here the nearest figure that the other side allows. */
  found: z.number(),
  /** Largest allowed distance between the two, derived from printed precision, in the same unit. */
  tolerance: z.number().min(0),
  /** For checks against an interval: its ends, tolerance not yet added. */
  bounds: z.tuple([z.number(), z.number()]).nullable(),
  at: placeSchema,
})
export type Check = z.infer<typeof checkSchema>

export const issueSchema = z.object({ code: z.string(), message: z.string(), at: placeSchema.nullable() })
export type Issue = z.infer<typeof issueSchema>
