import { z } from 'zod'
import { edgarOriginSchema } from './edgar-origin.ts'

/**
 * What the library says about its deals and filings: the shapes of list rows, pages and their JSON.
 *
 * Units as in `lib/report.ts`: money in integer cents, percent as printed, terms in months, calendar dates
 * `YYYY-MM-DD`. `addedAt` is an instant in ISO 8601, UTC. `null` is not known.
 */

export const checkCountSchema = z.object({ passed: z.int().min(0), failed: z.int().min(0) })
export type CheckCount = z.infer<typeof checkCountSchema>

/** One bar of a tiny still: a range in the dimension's unit, `null` for an open end, and its share of the pool. */
const shareOfRangeSchema = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  pct: z.number(),
})
export type ShareOfRange = z.infer<typeof shareOfRangeSchema>

/** A state's two-letter postal code and its share of the pool. */
const shareOfStateSchema = z.object({ code: z.string(), pct: z.number() })
export type ShareOfState = z.infer<typeof shareOfStateSchema>

const noStratificationsSchema = z.object({ reason: z.string(), message: z.string() }).nullable()

/** The least and the most that a figure can be. */
const leastAndMost = z.tuple([z.number(), z.number()])

export const dealSummarySchema = z.object({
  slug: z.string(),
  /** Path of the deal's page. */
  url: z.string(),
  /** What somebody named it, else the trust as printed, else depositor and series, else the file's name. */
  name: z.string(),
  /** The name by its filings, where somebody gave it another. */
  filedName: z.string().nullable(),
  tags: z.array(z.string()),
  series: z.string().nullable(),
  depositor: z.string().nullable(),
  /** What the deals of one programme have in common: the trust's name without its number, else the depositor. */
  shelf: z.string().nullable(),
  /** Year of signing, else of the agreement. */
  year: z.int().nullable(),
  signedOn: z.string().nullable(),
  /** The loan group that the figures are of, where the filing tells of no other; null where they are of the whole pool. */
  loanGroup: z.string().nullable().default(null),
  poolBalanceCents: z.number().nullable(),
  loanCount: z.number().nullable(),
  averageBalanceCents: z.number().nullable(),
  /** Weighted average mortgage rate, as stated, else recomputed; net of fees where `wacIsNet`. */
  wacPct: z.number().nullable(),
  wacIsNet: z.boolean(),
  waltvPct: z.number().nullable(),
  wamMonths: z.number().nullable(),
  /** Of the averages above that are null because ranges no more than bound them. */
  bounds: z
    .object({
      wacPct: leastAndMost.optional(),
      waltvPct: leastAndMost.optional(),
      wamMonths: leastAndMost.optional(),
    })
    .default({}),
  /** Of all filings of the deal, whichever of them the figures are of. */
  checks: checkCountSchema,
  /** How many stratifications the chosen filing has. */
  stratifications: z.int(),
  /** How many filings the deal has. */
  filings: z.int(),
  largestState: shareOfStateSchema.nullable(),
  ltv: z.array(shareOfRangeSchema).nullable(),
  rate: z.array(shareOfRangeSchema).nullable(),
  states: z.array(shareOfStateSchema).nullable(),
  noStratifications: noStratificationsSchema,
  addedAt: z.string(),
})
export type DealSummary = z.infer<typeof dealSummarySchema>

export const filingSummarySchema = z.object({
  sha256: z.string(),
  name: z.string(),
  bytes: z.int(),
  formType: z.string().nullable(),
  accession: z.string().nullable(),
  signedOn: z.string().nullable(),
  /** When it was filed, by the header of its submission; not known of bare documents. */
  filedOn: z.string().nullable().default(null),
  /** The end of the period that its loans are reported for; null of a filing without loans, or that names none. */
  period: z.string().nullable(),
  stratifications: z.int(),
  /** Those of them that the filing prints itself; the others are computed from its loans. */
  printedTables: z.int().default(0),
  checks: checkCountSchema,
  noStratifications: noStratificationsSchema,
  /** Where it was fetched; null of what was uploaded. */
  fetched: edgarOriginSchema.nullable(),
  addedAt: z.string(),
})
export type FilingSummary = z.infer<typeof filingSummarySchema>

export const noteSchema = z.object({
  id: z.int(),
  /** SHA-256 of the filing and the place in it that the note is on, `line:start-end`; null where it is on the deal. */
  filing: z.string().nullable(),
  at: z.string().nullable(),
  /** What stands at the place, in words: `State, California, Balance: $12,000.00`. */
  says: z.string().nullable(),
  text: z.string(),
  writtenAt: z.string(),
})
export type Note = z.infer<typeof noteSchema>

export const dealRecordSchema = z.object({
  slug: z.string(),
  url: z.string(),
  name: z.string(),
  series: z.string().nullable(),
  depositor: z.string().nullable(),
  /** SHA-256 of the filing that the deal's page shows: the one with most stratifications, the latest filed or signed. */
  chosen: z.string(),
  /** The chosen one first. */
  filings: z.array(filingSummarySchema),
  notes: z.array(noteSchema),
  summary: dealSummarySchema,
})
export type DealRecord = z.infer<typeof dealRecordSchema>

/** Totals of all deals that match, not just of the ones on this page. */
const totalsSchema = z.object({
  deals: z.int(),
  /** Those of them whose filings hold no pool table. */
  withoutTables: z.int(),
  poolBalanceCents: z.number(),
  loanCount: z.number(),
})
export type Totals = z.infer<typeof totalsSchema>

/** So many deals match certainly or possibly; `possible` of them no more than that. */
const countedSchema = { deals: z.int(), possible: z.int() }
const namedCountSchema = z.object({ name: z.string(), ...countedSchema })

/** How many deals there are for each choice of a facet, all other choices being as they are. */
const facetsSchema = z.object({
  years: z.array(z.object({ year: z.int(), ...countedSchema })),
  shelves: z.array(z.object({ shelf: z.string(), ...countedSchema })),
  tags: z.array(z.object({ tag: z.string(), ...countedSchema })),
  trustees: z.array(namedCountSchema),
  masterServicers: z.array(namedCountSchema),
  forms: z.array(namedCountSchema),
  failing: z.int(),
  passing: z.int(),
  noTables: z.int(),
  /** How many of the three before match no more than possibly. */
  possible: z.object({ failing: z.int(), passing: z.int(), noTables: z.int() }),
})
export type Facets = z.infer<typeof facetsSchema>

/** What is kept of a figure of a deal: its least and its most, in its unit, and how it is known. */
const figureValueSchema = z.object({
  low: z.number(),
  high: z.number(),
  kind: z.enum(['stated', 'computed', 'bounded']),
  /** Does the filing contradict itself in it? Then the ends take in all that it says. */
  contradicted: z.boolean(),
})

const foundDealSchema = dealSummarySchema.extend({
  /** How its figures match: certainly, possibly, or not known, for the filing does not report one of them. */
  match: z.enum(['certain', 'possible', 'unknown']),
  /** By their keys the figures that are asked for; null where the filing does not report one. */
  figures: z.record(z.string(), figureValueSchema.nullable()).optional(),
})
export type FoundDeal = z.infer<typeof foundDealSchema>

/** Over how many deals a figure is spread: bins of it, and how many in each are known no better than between limits. */
const figureHistogramSchema = z.object({
  figure: z.string(),
  bins: z.array(z.object({ low: z.number(), high: z.number(), deals: z.int(), bounded: z.int() })),
})
export type FigureHistogram = z.infer<typeof figureHistogramSchema>

export const foundDealsSchema = z.object({
  deals: z.array(foundDealSchema),
  /** Hand this back as `cursor` for the deals that follow; null at the end. */
  next: z.string().nullable(),
  /** How many deals are listed in all. */
  count: z.int(),
  /** How many deals match certainly, possibly, and not known, whichever of them are listed. */
  counts: z.object({ certain: z.int(), possible: z.int(), unknown: z.int() }),
  /** How many others the figures rule out. */
  ruledOut: z.int(),
  totals: totalsSchema,
  facets: facetsSchema,
  histograms: z.array(figureHistogramSchema).optional(),
})
export type FoundDeals = z.infer<typeof foundDealsSchema>
