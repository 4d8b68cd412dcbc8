import { z } from 'zod'
import { type FilingReport, placeSchema, stratificationSchema } from '../report.ts'
import { type CheckCount, checkCountSchema } from './deal-summary.ts'

/**
 * A stratification too long for a page, of which a part shows the first rows: what it says as a whole, worked out when
 * it was kept.
 */
const longTableSchema = z.object({
  id: z.string(),
  /** Pages of its rows. */
  pages: z.int(),
  /** What some of its rows have beside a label and figures. */
  rowsHave: z.object({ marks: z.boolean(), codes: z.boolean(), ranges: z.boolean() }),
  checks: checkCountSchema,
  /** Its checks by code and measure. */
  kinds: z.array(z.object({ code: z.string(), measure: z.string().nullable(), ...checkCountSchema.shape })),
  /** The first pages of its rows on which checks fail, and how many such pages there are. */
  failing: z.array(z.object({ page: z.int(), failed: z.int() })),
  failingPages: z.int(),
  lead: z.object({ lead: z.string(), rest: z.string() }).nullable(),
  /** Which figure, printed otherwise, would settle failing checks. */
  settling: z.array(
    z.object({
      before: z.string(),
      printed: z.string(),
      at: placeSchema.nullable(),
      after: z.string(),
    }),
  ),
  /** The table with its rows added up to as many as a chart shows, null where they cannot be. */
  chart: stratificationSchema.nullable(),
  /** Cells of that which are sums of figures that a check fails on. */
  chartFails: z.array(z.object({ row: z.int(), measure: z.string() })),
  /** How its rows were added up, or why they were not. */
  chartSays: z.string(),
})
export type LongTable = z.infer<typeof longTableSchema>

/** What a part counts in full, though it may show only some of it. */
const partCountsSchema = z.object({
  checks: checkCountSchema,
  /** How many tables that are no stratifications come before the part's. */
  othersBefore: z.int(),
  /**
   * Lists of which the part has only the first entries: how many there are in all, and the page of the list that begins
   * with the part's. `issues`, `stated`, `checks`, `groups`, `exhibits`, `items`, `underwriters`, `notes/<id of a stratification>`.
   */
  lists: z.record(z.string(), z.object({ count: z.int(), page: z.int() })),
  /** How many issues the tables have of which the part has only the first, by id. */
  issuesOfTables: z.record(z.string(), z.int()),
  longTables: z.array(longTableSchema),
  /** Of the rows of a long table: the number of the part that has its first rows. */
  home: z.int().nullable(),
})
export type PartCounts = z.infer<typeof partCountsSchema>

/**
 * A part of a filing's report, as much as one page shows, itself a report. Almost always the only one, and then the whole
 * report.
 */
export type ReportPart = {
  report: FilingReport
  /** Its number among all parts of the filing. */
  part: number
  /** What it is a page of: `''` the deal, `table/<id>` the rows of one table, else a list, see `PartCounts.lists`. */
  list: string
  /** Which page of that, from 1 of `count`. */
  number: number
  count: number
  /** Stratifications on the deal's pages before this one. */
  tablesBefore: number
  counts: PartCounts
  /** How many bytes the JSON of the whole report has; null where that is not known. */
  reportBytes: number | null
}

/** How many checks pass and fail. */
export function countOutcomes(checks: readonly { outcome: 'pass' | 'fail' }[]): CheckCount {
  const passed = checks.filter(({ outcome }) => outcome === 'pass').length
  return { passed, failed: checks.length - passed }
}

/** The counts of a part of which nothing is on other pages. */
export function countsOfWhole({ checks }: Pick<FilingReport, 'checks'>): PartCounts {
  return {
    checks: countOutcomes(checks),
    othersBefore: 0,
    lists: {},
    issuesOfTables: {},
    longTables: [],
    home: null,
  }
}

/** The list of the rows of a table, by its id. */
export function rowsList(table: string): string {
  return `table/${table}`
}

/** The list of the notes of a stratification, by its id. */
export function notesList(table: string): string {
  return `notes/${table}`
}
