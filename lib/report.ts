import { z } from 'zod'

/**
 * The shapes of everything that leaves the reader.
 *
 * TypeScript types, the OpenAPI document and the stored JSON all come from these schemas. Units: money is integer
 * cents, percent is as printed (6.317 is 6.317 %), terms are months, dates are `YYYY-MM-DD` calendar dates. `null`
 * means not printed, or printed but unreadable, and then an issue says so. Never NaN, never a guess.
 */

/**
 * Where a text is printed: 1-based line and columns in the decoded file, end exclusive.
 *
 * > California                      268         $ 113,346,210.62       50.35%
 *                                                ^ start         ^ end
 *
 * A thing longer than a line adds `lastLine`; `end` then counts on that last line.
 */
export const placeSchema = z.object({
  line: z.int().min(1),
  start: z.int().min(1),
  end: z.int().min(1),
  lastLine: z.int().min(1).optional(),
})
export type Place = z.infer<typeof placeSchema>

const printedText = z.object({ value: z.string(), at: placeSchema })
const printedOrNull = printedText.nullable()
/** A text that the filing prints, with its place. */
export type Printed = z.infer<typeof printedText>

const exhibitMedium = z.enum(['included', 'paper', 'graphic', 'missing'])
export type ExhibitMedium = z.infer<typeof exhibitMedium>

const exhibitSchema = z.object({
  number: printedOrNull,
  description: printedOrNull,
  /** Place: the words that tell the medium, or where the exhibit is listed. */
  medium: z.object({ value: exhibitMedium, at: placeSchema }).nullable(),
  preparedBy: printedOrNull,
})
export type Exhibit = z.infer<typeof exhibitSchema>

const dealSchema = z.object({
  depositor: printedOrNull,
  trust: printedOrNull,
  series: printedOrNull,
  securities: printedOrNull,
  sponsor: printedOrNull,
  seller: printedOrNull,
  masterServicer: printedOrNull,
  trustee: printedOrNull,
  underwriters: z.array(printedText),
  stateOfIncorporation: printedOrNull,
  fileNumber: printedOrNull,
  ein: printedOrNull,
  address: printedOrNull,
  phone: printedOrNull,
  formType: printedOrNull,
  eventDate: printedOrNull,
  agreementDate: printedOrNull,
  cutOffDate: printedOrNull,
  prospectusDate: printedOrNull,
  prospectusSupplementDate: printedOrNull,
  signedOn: printedOrNull,
  signatory: printedOrNull,
  signatoryTitle: printedOrNull,
  items: z.array(z.object({ number: printedText, title: printedOrNull })),
  exhibits: z.array(exhibitSchema),
})
export type Deal = z.infer<typeof dealSchema>

const companySchema = z.object({
  name: z.string().nullable(),
  cik: z.string().nullable(),
  ein: z.string().nullable(),
  sic: z.string().nullable(),
  fileNumber: z.string().nullable(),
  role: z.string().nullable(),
})
export type Company = z.infer<typeof companySchema>

const submissionSchema = z.object({
  accession: z.string().nullable(),
  formType: z.string().nullable(),
  filedOn: z.string().nullable(),
  periodOfReport: z.string().nullable(),
  companies: z.array(companySchema),
})
export type Submission = z.infer<typeof submissionSchema>

const documentFormat = z.enum(['text', 'html', 'uuencoded', 'pdf', 'xml', 'binary'])
const documentSchema = z.object({
  sequence: z.int().nullable(),
  type: z.string().nullable(),
  filename: z.string().nullable(),
  description: z.string().nullable(),
  format: documentFormat,
  /** First and last line of the document's text, both 1-based and inclusive. */
  lines: z.tuple([z.int(), z.int()]),
})
export type FilingDocument = z.infer<typeof documentSchema>

export const unitSchema = z.enum([
  'count',
  'cents',
  'percent',
  'months',
  'score',
  /** How many times one figure is another: 1.41 of a coverage ratio of 1.41x. */
  'ratio',
  'years',
  'date',
  'text',
])
export type Unit = z.infer<typeof unitSchema>

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
  cut: cutSchema.optional(),
})
export type Stratification = z.infer<typeof stratificationSchema>

const otherTableSchema = z.object({
  kind: z.string(),
  title: z.string().nullable(),
  rows: z.array(z.array(z.string())),
  reason: z.string(),
  at: placeSchema,
  cut: cutSchema.optional(),
})
export type OtherTable = z.infer<typeof otherTableSchema>

const statisticSchema = z.object({
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

const issueSchema = z.object({ code: z.string(), message: z.string(), at: placeSchema.nullable() })
export type Issue = z.infer<typeof issueSchema>

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
   * figures, the loan `groups`.
   */
  from: z.enum(['rows', 'row-averages', 'quotient', 'groups']).nullable(),
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
const poolSummarySchema = z.object({
  loanGroup: z.string().nullable(),
  figures: z.array(poolFigureSchema),
  /** Of the group's tables; for the whole pool those of the filing. */
  checks: z.object({ passed: z.int().min(0), failed: z.int().min(0) }),
})
export type PoolSummary = z.infer<typeof poolSummarySchema>

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
  noStratifications: z.object({ reason: z.string(), message: z.string() }).nullable(),
  coverage: coverageSchema,
})
export type FilingReport = z.infer<typeof filingReportSchema>
