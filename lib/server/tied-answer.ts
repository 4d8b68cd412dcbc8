import { z } from 'zod'
import type { Library } from '../library/index.ts'
import { nameRow } from '../names/names.ts'
import { sayNotCompared, type TiedTable } from '../tape/tie/index.ts'
import { countOutcome, loadTied } from './load-tied.ts'
import type { ErrorCode } from './service-errors.ts'

/** Printed figures held against the loans that they were printed of, in the units of their measures. */
export const tiedAnswerSchema = z.object({
  slug: z.string(),
  tied: z.int(),
  differ: z.int(),
  filings: z.array(
    z.object({
      sha256: z.string(),
      name: z.string(),
      /** The filing whose loans its tables are held against. */
      tape: z.string(),
      tables: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          dimension: z.string().nullable(),
          tied: z.int(),
          /** The balance that loans count with, as the exhibit’s element has it; null where nothing was compared. */
          balanceField: z.string().nullable(),
          /** Why nothing of it was compared; null where something was. */
          notComparable: z.string().nullable(),
          /** What else was not compared, each with its reason. */
          left: z.array(z.string()),
          differences: z.array(
            z.object({
              /** Null for the total. */
              bucket: z.int().nullable(),
              row: z.string(),
              measure: z.string(),
              printed: z.number(),
              fromLoans: z.number(),
              tolerance: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Filings that were not held against loans, by name. */
  left: z.array(z.string()),
})
export type TiedAnswer = z.infer<typeof tiedAnswerSchema>

function answerTable({ table, checks, reason, left, pool }: TiedTable) {
  return {
    id: table.id,
    title: table.title,
    dimension: table.dimension,
    tied: countOutcome([{ table, checks, reason, left, pool }], 'pass'),
    balanceField: pool?.balance.field ?? null,
    notComparable: reason && sayNotCompared(reason),
    left: left.map(sayNotCompared),
    differences: checks.flatMap(({ outcome, bucket, measure, expected, found, tolerance }) =>
      outcome === 'pass'
        ? []
        : [
            {
              bucket,
              row: nameRow(table, bucket ?? 'total'),
              measure: measure ?? '',
              printed: expected,
              fromLoans: found,
              tolerance,
            },
          ],
    ),
  }
}

/** Answer `GET /api/deals/{slug}/tied`. */
export async function answerTied(
  library: Library,
  slug: string,
): Promise<TiedAnswer | { code: ErrorCode; detail: string }> {
  await library.bringUpToDate(slug)
  const deal = await library.findDeal(slug)
  if (deal === null) return { code: 'deal-is-unknown', detail: slug }
  const { filings, left, tied, differ } = await loadTied(library, deal)
  return {
    slug,
    tied,
    differ,
    filings: filings.map(({ filing, name, tape, tables }) => ({
      sha256: filing.sha256,
      name,
      tape: tape.sha256,
      tables: tables.map(answerTable),
    })),
    left,
  }
}
