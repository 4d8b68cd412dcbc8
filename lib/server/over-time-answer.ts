import { z } from 'zod'
import { byDate, type DealRecord, type Library, nameFiling } from '../library/index.ts'
import { type MonthOfDeal, type OverTime, orderMonths, type Speed } from '../periods/index.ts'
import { loanStatuses, periodAmounts } from '../report.ts'
import type { ErrorCode } from './service-errors.ts'

const toldSchema = z
  .object({
    cents: z.number(),
    /** How many loans tell it, and whether all that are listed do. */
    loans: z.int(),
    ofAll: z.boolean(),
  })
  .nullable()

const statusSchema = z.object({
  status: z.enum([...loanStatuses, 'untold']),
  loans: z.int(),
  balanceCents: z.number().nullable(),
  balancePct: z.number().nullable(),
  loansPct: z.number(),
})

/** A deal's loans month by month. Cents and percents; null is not reported, and never nothing. */
export const overTimeAnswerSchema = z.object({
  slug: z.string(),
  months: z.array(
    z.object({
      month: z.string(),
      /** SHA-256 of the filing that reports it; null where none does. */
      filing: z.string().nullable(),
      /** Others that report the same month, of which none is counted. */
      alsoIn: z.array(z.string()),
      loans: z.int().nullable(),
      amounts: z.record(z.enum(periodAmounts), toldSchema),
      statuses: z.array(statusSchema).nullable(),
      left: z
        .array(z.object({ reason: z.string().nullable(), loans: z.int(), beginningCents: z.number() }))
        .nullable(),
      smmPct: z.number().nullable(),
      cprPct: z.number().nullable(),
      /** Why no speed is proven. */
      noSpeed: z.string().nullable(),
      gapCents: z.number().nullable(),
    }),
  ),
  /** Filings with loans that name no period. */
  undated: z.array(z.string()),
})
export type OverTimeAnswer = z.infer<typeof overTimeAnswerSchema>

/** The months of a deal's loans, each with the name of its filing; of several for one month the latest counts, see `byDate`. */
export async function loadOverTime(library: Library, deal: DealRecord): Promise<OverTime> {
  const tapes = new Map((await library.findDealTapes(deal.slug)).map(({ sha256, tape }) => [sha256, tape]))
  return orderMonths(
    byDate(deal.filings).flatMap(filing => {
      const tape = tapes.get(filing.sha256)
      return tape ? [{ sha256: filing.sha256, tape, name: nameFiling(filing, deal) }] : []
    }),
  )
}

function speedFields(speed: Speed) {
  return 'reason' in speed
    ? { smmPct: null, cprPct: null, noSpeed: speed.reason }
    : { smmPct: speed.smmPct, cprPct: speed.cprPct, noSpeed: null }
}

function answerMonth(one: MonthOfDeal): OverTimeAnswer['months'][number] {
  const { month, filing, alsoIn, loans, amounts, statuses, left, speed, gapCents } = one
  return {
    month,
    filing: filing?.sha256 ?? null,
    alsoIn: alsoIn.map(({ sha256 }) => sha256),
    loans,
    amounts,
    statuses: statuses && [...statuses].map(([status, share]) => ({ status, ...share })),
    left,
    ...speedFields(speed),
    gapCents,
  }
}

/** Answer `GET /api/deals/{slug}/over-time`. */
export async function answerOverTime(
  library: Library,
  slug: string,
): Promise<OverTimeAnswer | { code: ErrorCode; detail: string }> {
  await library.bringUpToDate(slug)
  const deal = await library.findDeal(slug)
  if (deal === null) return { code: 'deal-is-unknown', detail: slug }
  const { months, undated } = await loadOverTime(library, deal)
  return { slug, months: months.map(answerMonth), undated: undated.map(({ sha256 }) => sha256) }
}
