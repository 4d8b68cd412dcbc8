import { z } from 'zod'
import { placeSchema } from './place.ts'
import { unitSchema } from './unit.ts'

/** A figure that stands for a pool or a loan group, with all that the filing gives for it. */
const poolFigureSchema = z.object({
  /** `balance`, `loans`, `average`, `wac`, `net-wac`, `waltv`, `wacltv`, `credit-score`, `wam`, … `largest-state`. */
  id: z.string(),
  unit: unitSchema,
  /** The decimals it is shown with: those printed, or of the rows that it is computed from. Of a dollar for money. */
  decimals: z.int().min(0),
  /** As stated, else as computed, in the unit; null where it is only bounded. */
  value: z.number().nullable(),
  kind: z.enum(['stated', 'computed', 'bounded']),
  /** Printed: in a total row, a note or a sentence. */
  stated: z.number().nullable(),
  computed: z.number().nullable(),
  /**
   * What it is computed from: `rows` that each are one exact value, `row-averages` printed in rows, a `quotient` of other
   * figures, the loan `groups`, each of the `loans`.
   */
  from: z.enum(['rows', 'row-averages', 'quotient', 'groups', 'loans']).nullable(),
  bounds: z.tuple([z.number(), z.number()]).nullable(),
  /** The largest state’s two-letter postal code. */
  code: z.string().optional(),
  /** The stratification whose rows or total give it. */
  stratification: z.string().nullable(),
  /** Key of the statistic that states it. */
  statistic: z.string().nullable(),
  /** In how many tables of these loans the total is the same, of how many that print it. */
  tables: z.object({ same: z.int(), of: z.int() }).nullable(),
  /** The check that ties what is stated to what is computed or allowed. */
  check: z.object({ code: z.string(), outcome: z.enum(['pass', 'fail']) }).nullable(),
  /** Whatever else the filing states or its tables give for the same. */
  others: z.array(
    z.object({
      value: z.number(),
      decimals: z.int().min(0),
      kind: z.enum(['stated', 'computed']),
      stratification: z.string().nullable(),
      at: placeSchema.nullable(),
    }),
  ),
  /** Where it is stated; of what is computed, null. */
  at: placeSchema.nullable(),
})
export type PoolFigure = z.infer<typeof poolFigureSchema>

/** What a pool or a loan group is known by. A null group is the whole pool, also where only groups are printed. */
export const poolSummarySchema = z.object({
  loanGroup: z.string().nullable(),
  figures: z.array(poolFigureSchema),
  /** Of the group's tables; for the whole pool those of the filing. */
  checks: z.object({ passed: z.int().min(0), failed: z.int().min(0) }),
})
export type PoolSummary = z.infer<typeof poolSummarySchema>
