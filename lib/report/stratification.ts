import { z } from 'zod'
import { placeSchema } from './place.ts'
import { unitSchema } from './unit.ts'

const columnSchema = z.object({
  /** A MeasureId of `lib/measures`, or null when the header is not understood. */
  measure: z.string().nullable(),
  header: z.string(),
  unit: unitSchema.nullable(),
  /** The most decimals printed in the column: percents to two places have 2. Tolerances come from it. */
  decimals: z.int().min(0),
  /**
   * What printed figures are multiplied by, as header, title or a heading says: 1,000 or 1,000,000 of dollars or loans, 12
   * where a term is in years. Values are full all the same.
   */
  scale: z.number().optional(),
  /** Money printed in thousands of dollars; `scale` says the same and more. */
  thousands: z.literal(true).optional(),
  at: placeSchema,
})
export type Column = z.infer<typeof columnSchema>

export const rangeSchema = z.object({
  /** In the dimension's unit: percent, months, score, or cents for money. Null is an open end. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  lowIncluded: z.boolean(),
  highIncluded: z.boolean(),
})
export type Range = z.infer<typeof rangeSchema>

const valuesSchema = z.record(z.string(), z.number().nullable())
const placesSchema = z.record(z.string(), placeSchema)

/** By MeasureId: averages of all loans that a total does not print, from the rows, and between what they lie. */
const totalAveragesSchema = z.record(
  z.string(),
  z.object({ value: z.number(), low: z.number(), high: z.number() }),
)
export type TotalAverages = z.infer<typeof totalAveragesSchema>

const bucketSchema = z.object({
  /** As printed, joined when wrapped, inner blanks folded, footnote marks taken off. */
  label: z.string(),
  /** The words over a group of rows that this one is of, as printed: `First Mortgages` over `Purchase`. */
  heading: z.string().optional(),
  range: rangeSchema.nullable(),
  /** A two-letter postal code for a state, `other` for a residual row, else null. */
  code: z.string().nullable(),
  marks: z.array(z.string()),
  /** By MeasureId. */
  values: valuesSchema,
  places: placesSchema,
  /** The label's place. */
  at: placeSchema,
})
export type Bucket = z.infer<typeof bucketSchema>

const footnoteSchema = z.object({ mark: z.string(), text: z.string(), at: placeSchema })
export type Footnote = z.infer<typeof footnoteSchema>

/**
 * Which rows and columns of a table these are, where a part of a report holds only some: how many there are in all, and
 * how many come before the first that is here. A row of labels, or of headers, counts like the others.
 */
const cutSchema = z.object({
  rows: z.int(),
  rowsBefore: z.int(),
  columns: z.int(),
  columnsBefore: z.int(),
})
export type Cut = z.infer<typeof cutSchema>

export const stratificationSchema = z.object({
  /** URL-safe and unique in its filing: `loan-group-1--original-ltv`, `mortgage-rate-2`, `table-7`. */
  id: z.string(),
  dimension: z.string().nullable(),
  title: z.string(),
  /** Footnote marks printed on the title. */
  marks: z.array(z.string()),
  loanGroup: z.string().nullable(),
  /** The header over the row labels, null when none is printed. */
  stub: z.object({ header: z.string(), at: placeSchema }).nullable(),
  columns: z.array(columnSchema),
  buckets: z.array(bucketSchema),
  total: z
    .object({
      label: z.string().nullable(),
      values: valuesSchema,
      places: placesSchema,
      averages: totalAveragesSchema.optional(),
      at: placeSchema,
    })
    .nullable(),
  footnotes: z.array(footnoteSchema),
  /** From the title to the last line of the table, footnotes not included. */
  at: placeSchema,
  /** Nobody printed it: each figure is computed from the loans of the filing. */
  computed: z.literal(true).optional(),
  cut: cutSchema.optional(),
})
export type Stratification = z.infer<typeof stratificationSchema>

export const otherTableSchema = z.object({
  kind: z.string(),
  title: z.string().nullable(),
  rows: z.array(z.array(z.string())),
  reason: z.string(),
  at: placeSchema,
  cut: cutSchema.optional(),
})
export type OtherTable = z.infer<typeof otherTableSchema>
