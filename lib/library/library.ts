import { z } from 'zod'
import { tableTraceSchema } from '../explain/trace-schema.ts'
import type { DealFigure, FigureFilter } from '../figures/index.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import { type Drawn, drawnSchema } from '../grid/html/drawn.ts'
import type { Refusal } from '../issues.ts'
import type { FilingReport, Place } from '../report.ts'
import type { Loans } from '../tape/loans.ts'
import type { AccessRecords } from './access-records.ts'
import type { BinnedDeal, ChangeOutcome, DealChange } from './deal-changes.ts'
import type { CheckCount, DealRecord, FoundDeals } from './deal-summary.ts'
import type { EdgarOrigin } from './edgar-origin.ts'
import type { FilingTape, ListedTape } from './find-tapes.ts'
import type { FiguresPage, FoundFigures } from './found-figures.ts'
import type { FoundTrends } from './found-trends.ts'
import type { LibraryFault } from './library-fault.ts'
import type { LibraryState } from './library-state.ts'
import type { ListedSubmission } from './listed-submission.ts'
import type { ReportPart } from './report-part.ts'
import type { SavedSearch } from './saved-searches.ts'
import type { Suggestions } from './suggestions.ts'

/** What a list of deals can be ordered by; a leading `-` turns it round. Deals without the figure come last. */
export const sortKeys = [
  'name',
  'signed',
  'balance',
  'loans',
  'average',
  'wac',
  'waltv',
  'wam',
  'checks',
  'added',
] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = SortKey | `-${SortKey}`

const sortSchema = z.enum([...sortKeys, ...sortKeys.map(key => `-${key}` as const)])

export const findDealsQuerySchema = z.object({
  /** Words; each must begin a word of the deal's names, parties, series, states, file number or dates. */
  q: z.string().max(200).optional(),
  shelf: z.string().max(200).optional(),
  /** `2002`, or both ends of some years: `2002-2003`. */
  year: z
    .string()
    .regex(/^\d{4}(-\d{4})?$/)
    .optional(),
  /** One of the tags that deals were given. */
  tag: z.string().max(60).optional(),
  trustee: z.string().max(200).optional(),
  /** The master servicer. */
  servicer: z.string().max(200).optional(),
  /** The form of the deal’s chosen filing: `8-K`. */
  form: z.string().max(40).optional(),
  /** Only deals with a failing check, or whose checks all pass, or whose filings hold no tables. */
  only: z.enum(['failing', 'passing', 'no-tables']).optional(),
  /** Which deals are listed where figures are asked for, with commas between: certain and possible ones unless told. */
  match: z
    .string()
    .regex(/^(certain|possible|unknown)(,(certain|possible|unknown)){0,2}$/)
    .optional(),
  /** Without it the newest come first, or the nearest where `near` names a deal. */
  sort: sortSchema.optional(),
  /** The slug of a deal: those whose figures are nearest to its own come first, unless `sort` says otherwise. */
  near: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  /** What an answer before gave as `next`. */
  cursor: z.string().max(600).optional(),
})
export type FindDealsQuery = z.infer<typeof findDealsQuerySchema> & {
  /** Figures that deals are narrowed by. */
  filters?: readonly FigureFilter[]
  /** Figures of which the answer is to tell how deals are spread over them. */
  histograms?: readonly DealFigure[]
}

/** Which deals are to be looked at over time, and in which figures. */
export type TrendsQuestion = {
  figures: readonly DealFigure[]
  /** As a list of deals is asked for; its order and pages say nothing here. */
  query: FindDealsQuery
  /** Only deals at these addresses; none means all. */
  slugs: readonly string[]
}

/** What became of one file handed to the library. */
export type KeptFiling = {
  status: 'added' | 'known' | 'refused'
  /** SHA-256 of the bytes; for a refused file too, though nothing of it is kept. */
  sha256: string
  /** `url` is the page that shows this filing: the deal's own, or where the deal has several that of the filing. */
  deal: { slug: string; url: string; name: string } | null
  stratifications: number
  checks: CheckCount | null
  problem: Refusal | null
}

/** Reads bytes into a report or says why not. `readFiling` of `lib/read-filing.ts` is the real one. */
export type Reader = (bytes: Uint8Array, name: string) => ReadResult | Promise<ReadResult>
/** `loans` may be left out by a reader; they are read from the bytes then. */
type ReadResult = { report: FilingReport; loans?: Loans | null } | { refusal: Refusal }

/** How many kept filings are still to be read again, for another reader has read them, and how many there are. */
export const rereadingSchema = z.object({ left: z.int(), of: z.int() })
export type Rereading = z.infer<typeof rereadingSchema>

/** A window of a filing's decoded lines; `first` is the 1-based number of the first of them. */
export const sourceLinesSchema = z.object({ lineCount: z.int(), first: z.int(), lines: z.array(z.string()) })
export type SourceLines = z.infer<typeof sourceLinesSchema>

/** What a stretch of a filing's HTML shows: plain cells and text, in order. */
export const drawnAnswerSchema = z.object({ drawn: drawnSchema })

/**
 * How the tables at a place were read: one, or one for each loan group that is printed side by side. Null where the filing
 * is too long to be read again for that.
 */
export const whyAnswerSchema = z.object({ tables: z.array(tableTraceSchema).nullable() })
export type WhyAnswer = z.infer<typeof whyAnswerSchema>

/** Lines from 1, inclusive; `around`, one of them, comes before others where there is no room for all, else the first does. */
export type LineSpan = { from: number; to: number; around?: number | undefined }

/** `bytes` are packed where they are a large loan-level exhibit. */
export type Source = { bytes: Uint8Array | PackedFile; name: string; encoding: string }

/** A page of the deal by its number, or of a list; the page of the deal with a table, by its id; or by a place. */
export type PartChoice =
  | { number: number; list?: string }
  | { table: string }
  | { line: number; start: number }

/** A deal's filings, the chosen one first, and the ids of the chosen one's tables: the first of them, and how many there are. */
export type DealFiles = {
  filings: { sha256: string; name: string }[]
  tables: { ids: string[]; count: number }
}

/** Deals that may be near another, the likeliest first, and how many other deals have tables at all. */
export type NearDeals = { slugs: string[]; deals: number }

export type Library = {
  /**
   * Read and keep a filing for good. The same bytes again are `known` and change nothing; those
   * of a filing in the bin bring it back, and are `added`. Files of one upload bear its
   * symbol, for uploads take turns.
   */
  keepFiling(
    bytes: Uint8Array | PackedFile,
    name: string,
    upload?: symbol,
    origin?: EdgarOrigin,
  ): Promise<KeptFiling>
  /** The kept filing that is a submission of EDGAR, or one document of it; null where there is none. */
  findFromEdgar(accession: string, document: string | null): Promise<KeptFiling | null>
  /**
   * Reserve an instant at which to ask EDGAR once, in milliseconds since 1970: each call of any process of this library gets
   * its own, `gapMs` after the one before. Null, and none is reserved, where that would be later than `latest`.
   */
  reserveEdgarTurn(gapMs: number, latest: number, aheadMs?: number): Promise<number | null>
  /** What EDGAR listed of a submission when somebody asked for it; null where nobody has. */
  findSubmission(accession: string): Promise<ListedSubmission | null>
  /** Keep what EDGAR lists of a submission, in place of what it listed before. */
  keepSubmission(submission: ListedSubmission): Promise<void>
  /** Have no process ask EDGAR before an instant. */
  deferEdgar(until: number): Promise<void>
  /** One page of the deals that match, with the totals and facets of all of them. */
  findDeals(query?: FindDealsQuery): Promise<FoundDeals>
  /** Deals with their dates and what they tell of some figures, all that match at once. */
  findTrends(question: TrendsQuestion): Promise<FoundTrends>
  /** Where kept filings print a figure as somebody typed it: `225,132,418.36`. */
  findFigures(typed: string, page?: FiguresPage): Promise<FoundFigures>
  /** What is offered to somebody who types. */
  suggest(typed: string): Promise<Suggestions>
  /** The searches that people gave names. */
  listSearches(): Promise<SavedSearch[]>
  /** A number that rises with every change to what is read of deals, whichever process made it. */
  findRevision(): Promise<number>
  /** A deal with its filings, or null for an unknown slug, and one whose filings are all in the bin. */
  findDeal(slug: string): Promise<DealRecord | null>
  /**
   * What a deal's pages are drawn from, as a text: its filings and the reader that read each. Differs once any of it
   * does, whichever process changed it; the same for all unknown slugs.
   */
  findVersion(slug: string): Promise<string>
  /**
   * Read what lists are counted in before anybody asks for one. Where more deals than `most` had to be read one by one, all
   * of it is kept for who opens the library next.
   */
  warm(most?: number): Promise<void>
  /** The deals whose figures are nearest to a deal's; none for an unknown slug. */
  findNear(slug: string, limit: number): Promise<NearDeals>
  /** The ids of the tables of some filings, by their SHA-256. */
  findTableIds(filings: readonly string[]): Promise<Map<string, string[]>>
  /** The filings of a deal that hold its loans, the earliest added first, with what is kept of these beside their reports. */
  findDealTapes(slug: string): Promise<FilingTape[]>
  /** The filings of all deals that hold loans, the latest added first, so many at most, and how many there are. */
  listTapes(most: number): Promise<{ tapes: ListedTape[]; count: number }>
  /** What can be had of a deal beside its pages, or null for an unknown slug; reads no report. */
  findFiles(slug: string): Promise<DealFiles | null>
  /** A part of a filing's report, or null for an unknown filing or part. */
  findReportPart(sha256: string, choice: PartChoice): Promise<ReportPart | null>
  /** The JSON of the whole report, or of one part of it by its number among all, bit by bit; null likewise. */
  findReportJson(sha256: string, part?: number): Promise<AsyncIterable<Uint8Array> | null>
  /** The bytes of a filing as they were uploaded, or null. */
  findSource(sha256: string): Promise<Source | null>
  /** The loans of a filing by its full SHA-256, read once and kept at hand; null for an unknown one and one without loans. */
  findLoans(sha256: string): Promise<Loans | null>
  /** Those of some filings, by their full SHA-256, that hold loans. */
  findTapes(filings: readonly string[]): Promise<string[]>
  /** Lines of a filing, fewer where they are too many or too long for a page; null for an unknown one. */
  findLines(sha256: string, span: LineSpan): Promise<SourceLines | null>
  /** The tables of HTML at a place and the text between them, as they are seen; null for an unknown filing. */
  findDrawn(sha256: string, at: Place): Promise<Drawn | null>
  /** How the tables at a place, which is that of a table of the report, were read; null for an unknown filing. */
  findWhy(sha256: string, at: Place): Promise<WhyAnswer | null>
  /** The full SHA-256 and deal of the one filing that starts so (at least 8 hex digits), or null. */
  findFiling(sha256Prefix: string): Promise<{ sha256: string; slug: string } | null>
  /** Links that were made, and who did what, where people sign in. */
  access: AccessRecords
  /** Change deals that are kept: what the answer tells is on the disk. */
  changeDeals(change: DealChange): Promise<ChangeOutcome>
  /** What is in the bin, the latest first. */
  listBin(): Promise<BinnedDeal[]>
  /** What is in the bin of a deal, or null. */
  findInBin(slug: string): Promise<BinnedDeal | null>
  /** Remove for good what has been in the bin for its time (`binDays`). */
  emptyBin(): Promise<void>
  /**
   * Read again every filing whose report comes from another reader, so that lists show what the present one says; of one
   * deal only where its slug is given. All that is found is found as it is kept: who wants what the present reader says
   * asks for this first.
   */
  bringUpToDate(slug?: string): Promise<void>
  /** The library in numbers, for whoever watches over it. */
  findState(): Promise<LibraryState>
  /** How far that has come. */
  findRereading(): Promise<Rereading>
  /** Another process that looks into the library met this there. */
  heard(fault: LibraryFault): void
  /** Have filings that are to be kept wait first, each, for as long as this takes. */
  giveWay(until: () => Promise<void>): void
  /** Throws when the database does not answer, is damaged or gone, or could not be written now. */
  ping(): Promise<void>
  close(): Promise<void>
}
