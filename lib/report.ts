import { z } from 'zod'
import { checkSchema, issueSchema, statisticSchema } from './report/check.ts'
import { dealSchema } from './report/deal.ts'
import { poolSummarySchema } from './report/pool.ts'
import { otherTableSchema, stratificationSchema } from './report/stratification.ts'
import { documentSchema, submissionSchema } from './report/submission.ts'
import { tapeSchema } from './report/tape.ts'

export { type Check, checkSchema, type Issue, type Statistic } from './report/check.ts'
export type { Deal, Exhibit, ExhibitMedium } from './report/deal.ts'
export { type Place, type Printed, placeSchema } from './report/place.ts'
export type { PoolFigure, PoolSummary } from './report/pool.ts'
export {
  type Bucket,
  type Column,
  type Cut,
  type Footnote,
  type OtherTable,
  type Range,
  rangeSchema,
  type Stratification,
  stratificationSchema,
  type TotalAverages,
} from './report/stratification.ts'
export type { Company, FilingDocument, Submission } from './report/submission.ts'
export {
  type LoanStatus,
  loanStatuses,
  type PeriodAmount,
  periodAmounts,
  type Tape,
  type TapeFacts,
  tapeFactsSchema,
} from './report/tape.ts'
export { type Unit, unitSchema } from './report/unit.ts'

const coverageSchema = z.object({
  lines: z.int(),
  blank: z.int(),
  cover: z.int(),
  table: z.int(),
  footnote: z.int(),
  prose: z.int(),
  furniture: z.int(),
  unexplained: z.int(),
})
export type Coverage = z.infer<typeof coverageSchema>

/**
 * The shapes of everything that leaves the reader, which `report/` has by what they speak of.
 *
 * TypeScript types, the OpenAPI document and the stored JSON all come from these schemas. Units: money is integer
 * cents, percent is as printed (6.317 is 6.317 %), terms are months, dates are `YYYY-MM-DD` calendar dates. `null`
 * means not printed, or printed but unreadable, and then an issue says so. Never NaN, never a guess.
 */
export const filingReportSchema = z.object({
  version: z.literal(1),
  file: z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int(),
    name: z.string(),
    encoding: z.string(),
    lineCount: z.int(),
  }),
  submission: submissionSchema.nullable(),
  documents: z.array(documentSchema),
  deal: dealSchema,
  stratifications: z.array(stratificationSchema),
  otherTables: z.array(otherTableSchema),
  statistics: z.array(statisticSchema),
  /** The whole pool first, then its loan groups in the order that they are printed; none where nothing is known. */
  pool: z.array(poolSummarySchema),
  checks: z.array(checkSchema),
  issues: z.array(issueSchema),
  /** The loans of a loan-level exhibit; their tables say that they are computed. */
  tape: tapeSchema.nullable(),
  noStratifications: z.object({ reason: z.string(), message: z.string() }).nullable(),
  coverage: coverageSchema,
})
export type FilingReport = z.infer<typeof filingReportSchema>
