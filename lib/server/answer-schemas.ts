import { z } from 'zod'
import { certificateSchema, certificateSetSchema } from '../export/evidence-pack/evidence-schema.ts'
import { stratificationExportSchema } from '../export/stratification-json.ts'
import { changedSchema } from '../library/deal-changes.ts'
import { foundFiguresSchema } from '../library/found-figures.ts'
import {
  drawnAnswerSchema,
  foundDealsSchema,
  rereadingSchema,
  sourceLinesSchema,
  whyAnswerSchema,
} from '../library/index.ts'
import { suggestionsSchema } from '../library/suggestions.ts'
import { binAnswerSchema } from './bin-answer.ts'
import { calibrationAnswerSchema } from './calibration-answer.ts'
import { changesAnswerSchema } from './changes-answer.ts'
import { compareAnswerSchema } from './compare-answer.ts'
import { dealAnswerSchema, dealExportSchema } from './deal-answers.ts'
import { submissionAnswerSchema } from './edgar-answer.ts'
import {
  linkMadeSchema,
  linksAnswerSchema,
  linkWithdrawnSchema,
  logAnswerSchema,
  sessionsEndedSchema,
} from './link-answers.ts'
import { loanAnswerSchema, loansAnswerSchema } from './loans-answer.ts'
import { searchesAnswerSchema } from './mark-answers.ts'
import { overTimeAnswerSchema } from './over-time-answer.ts'
import { errorAnswerSchema } from './service-errors.ts'
import { similarAnswerSchema } from './similar-answer.ts'
import { sliceAnswerSchema } from './slice-answer.ts'
import { tailAnswerSchema } from './tail-answer.ts'
import { tiedAnswerSchema } from './tied-answer.ts'
import { trendsAnswerSchema } from './trends-answer.ts'
import { uploadAnswerSchema } from './upload-answer.ts'

const healthSchema = z.object({
  status: z.literal('ready'),
  version: z.string(),
  /** What an older version of Strata has read is read again in the background. */
  rereading: rereadingSchema,
})

const liveSchema = z.object({ status: z.literal('live'), version: z.string() })

const signedOutSchema = z.object({ signedOut: z.literal(true) })

/** Every JSON answer of the service, by the name it has in the description. */
export const answerSchemas = {
  Upload: uploadAnswerSchema,
  Submission: submissionAnswerSchema,
  FoundDeals: foundDealsSchema,
  Deal: dealAnswerSchema,
  DealExport: dealExportSchema,
  Stratification: stratificationExportSchema,
  Certificate: certificateSchema,
  Certificates: certificateSetSchema,
  Tail: tailAnswerSchema,
  Slice: sliceAnswerSchema,
  Comparison: compareAnswerSchema,
  Similar: similarAnswerSchema,
  Trends: trendsAnswerSchema,
  Changes: changesAnswerSchema,
  Loans: loansAnswerSchema,
  Loan: loanAnswerSchema,
  OverTime: overTimeAnswerSchema,
  Tied: tiedAnswerSchema,
  Calibration: calibrationAnswerSchema,
  SourceLines: sourceLinesSchema,
  Drawn: drawnAnswerSchema,
  Why: whyAnswerSchema,
  Figures: foundFiguresSchema,
  Suggestions: suggestionsSchema,
  Searches: searchesAnswerSchema,
  Changed: changedSchema,
  Bin: binAnswerSchema,
  SignedOut: signedOutSchema,
  Links: linksAnswerSchema,
  LinkMade: linkMadeSchema,
  LinkWithdrawn: linkWithdrawnSchema,
  SessionsEnded: sessionsEndedSchema,
  Log: logAnswerSchema,
  Health: healthSchema,
  Live: liveSchema,
  Error: errorAnswerSchema,
} as const
export type AnswerName = keyof typeof answerSchemas
