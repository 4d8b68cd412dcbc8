import { z } from 'zod'
import { checkSchema, placeSchema, unitSchema } from '../../report.ts'

/**
 * The shapes of evidence: what `evidence.json` of a pack and a certificate say, and what `verify.py` and `verify.mjs`
 * read. Units and places are those of a report.
 */

/** A line that the original prints otherwise than its bytes decode: without what prints nothing, or struck over. */
const changedLineSchema = z.object({ line: z.int(), text: z.string() })

const sourceSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  decoding: z.object({
    encoding: z.enum(['ascii', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    /** Bytes that are decoded; fewer than the file has where it ends inside a character. */
    bytes: z.int(),
    lines: z.int(),
  }),
  /** Name of the file with the lines as printed, or those that figures stand on; null where they are as they decode. */
  transcript: z.union([z.string(), z.array(changedLineSchema)]).nullable(),
})
export type EvidenceSource = z.infer<typeof sourceSchema>

const figureSchema = z.object({
  /** A cell, by table, row and measure; or a figure stated in words, by its key. */
  table: z.string().optional(),
  row: z.union([z.int(), z.literal('total')]).optional(),
  measure: z.string().optional(),
  statistic: z.string().optional(),
  unit: unitSchema.nullable(),
  /** In the unit; null for a mark that stands for no number. */
  value: z.number().nullable(),
  /** What the printed number is multiplied by, beside 100 for money in cents. */
  scale: z.number(),
  ...placeSchema.shape,
  /** What stands at the place, lines joined by `\n`. */
  text: z.string(),
})
export type EvidenceFigure = z.infer<typeof figureSchema>

/** A step of arithmetic; leaves are figures, by their order in the list, and numbers, with the label that prints them. */
export type EvidenceStep =
  | { figure: number }
  | { number: number; at?: z.infer<typeof placeSchema> }
  | { shared: number }
  | { sum: EvidenceStep[] }
  | { difference: EvidenceStep[] }
  | { product: EvidenceStep[] }
  | { quotient: EvidenceStep[] }
  | { mean: { of: EvidenceStep; weight: EvidenceStep }[] }
  | { least: EvidenceStep[] }
  | { most: EvidenceStep[] }
  | { roundedUp: EvidenceStep }
  | { roundedDown: EvidenceStep }

const stepSchema: z.ZodType<EvidenceStep> = z.lazy(() =>
  z.union([
    z.object({ figure: z.int() }),
    z.object({ number: z.number(), at: placeSchema.optional() }),
    z.object({ shared: z.int() }),
    z.object({ sum: z.array(stepSchema) }),
    z.object({ difference: z.array(stepSchema) }),
    z.object({ product: z.array(stepSchema) }),
    z.object({ quotient: z.array(stepSchema) }),
    z.object({ mean: z.array(z.object({ of: stepSchema, weight: stepSchema })) }),
    z.object({ least: z.array(stepSchema) }),
    z.object({ most: z.array(stepSchema) }),
    z.object({ roundedUp: stepSchema }),
    z.object({ roundedDown: stepSchema }),
  ]),
)

const evidenceCheckSchema = z.object({
  ...checkSchema.shape,
  /** What is expected, in words. */
  words: z.string(),
  /** How both sides come out of printed figures; null where only the two are compared. */
  arithmetic: z
    .object({
      expected: stepSchema,
      found: stepSchema.optional(),
      bounds: z.array(stepSchema).optional(),
    })
    .nullable(),
})
export type EvidenceCheck = z.infer<typeof evidenceCheckSchema>

/** A row that a claim rests on, and what of it counts. */
const rowSchema = z.object({
  table: z.string(),
  label: z.string(),
  part: z.enum(['all', 'some']),
  ...placeSchema.shape,
  /** What stands at the place, lines joined by `\n`. */
  text: z.string(),
})
export type EvidenceRow = z.infer<typeof rowSchema>

const endSchema = z.object({ value: z.number(), arithmetic: stepSchema.nullable() })
const claimSchema = z.object({
  /** `printed` for a figure, else the amount: `balancePct`, `loanCount`, the key of a figure of a trend. */
  what: z.string(),
  unit: unitSchema.nullable(),
  low: endSchema,
  high: endSchema,
})

/** A claim about a filing with all that it takes to check it beside the filing's bytes. */
export const certificateSchema = z.object({
  kind: z.literal('strata-certificate'),
  version: z.literal(1),
  /** The claim in words, and the address of its place. */
  sentence: z.string(),
  address: z.string(),
  source: sourceSchema,
  /** None for a mark that stands for no number. */
  claims: z.array(claimSchema),
  /** The rows that an answer rests on; none for a figure. */
  rows: z.array(rowSchema),
  /** The figure first, then those that its checks compute with. */
  figures: z.array(figureSchema),
  checks: z.array(evidenceCheckSchema),
  /** Sums that several steps refer to, by their order. */
  shared: z.array(stepSchema),
})
export type Certificate = z.infer<typeof certificateSchema>

/** Certificates of several filings for one claim, such as a row of a comparison, and how far their claims lie apart. */
export const certificateSetSchema = z.object({
  kind: z.literal('strata-certificates'),
  version: z.literal(1),
  sentence: z.string(),
  address: z.string(),
  certificates: z.array(certificateSchema),
  /** How far the first claim of one certificate lies above that of another, by their orders. */
  differences: z.array(z.object({ of: z.int(), from: z.int(), low: z.number(), high: z.number() })),
})
export type CertificateSet = z.infer<typeof certificateSetSchema>
