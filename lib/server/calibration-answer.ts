import { z } from 'zod'
import { type DimensionCalibration, widthsOf } from '../calibration/index.ts'
import type { Library } from '../library/index.ts'
import { asksOfTape, loadCalibration } from './load-calibration.ts'

const dimensionSchema = z.object({
  dimension: z.string(),
  /** Tails and spans that were asked, and rows of comparisons; how many of both hold every true value. */
  tails: z.int(),
  compared: z.int(),
  inside: z.int(),
  /** Tails that are no single figure; their widths in percent points of balance, null where there are none. */
  open: z.int(),
  meanWidth: z.number().nullable(),
  widest: z.number(),
  /** The mean width of the same by the edges of rows alone, and what of it is gained, in percent. */
  edgesAloneWidth: z.number().nullable(),
  gainPct: z.number().nullable(),
})

/** Intervals asked of tapes that are printed in ranges, held against their loans. */
export const calibrationAnswerSchema = z.object({
  asksOfTape: z.int(),
  asked: z.int(),
  inside: z.int(),
  dimensions: z.array(dimensionSchema),
  tapes: z.array(
    z.object({
      /** Null of the tape that comes along with Strata. */
      deal: z.object({ slug: z.string(), name: z.string(), sha256: z.string(), file: z.string() }).nullable(),
      kind: z.string(),
      loans: z.int(),
      asOf: z.string().nullable(),
      notAsked: z.enum(['too-many-loans', 'not-yet', 'cannot-be-read']).nullable(),
      dimensions: z.array(dimensionSchema),
      /** True values that an answer does not hold; there should be none. */
      misses: z.array(
        z.object({
          dimension: z.string(),
          asked: z.string(),
          amount: z.string(),
          low: z.number(),
          high: z.number(),
          truth: z.number(),
        }),
      ),
    }),
  ),
  /** Older tapes of the library, which are not listed. */
  more: z.int(),
})
export type CalibrationAnswer = z.infer<typeof calibrationAnswerSchema>

function answerDimension(one: DimensionCalibration): z.infer<typeof dimensionSchema> {
  const { dimension, tails, compared, inside, open, widest } = one
  const widths = widthsOf(one)
  return {
    dimension,
    tails,
    compared,
    inside,
    open,
    meanWidth: widths?.mean ?? null,
    widest,
    edgesAloneWidth: widths?.edgesAlone ?? null,
    gainPct: widths?.gainPct ?? null,
  }
}

/** Answer `GET /api/calibration`. */
export async function answerCalibration(library: Library): Promise<CalibrationAnswer> {
  const { tapes, more, sums } = await loadCalibration(library)
  return {
    asksOfTape,
    asked: sums.asked,
    inside: sums.inside,
    dimensions: sums.dimensions.map(answerDimension),
    tapes: tapes.map(({ calibration, ...tape }) => ({
      ...tape,
      dimensions: (calibration?.dimensions ?? []).map(answerDimension),
      misses: calibration?.misses ?? [],
    })),
    more,
  }
}
