import type { Generated } from 'kysely'

/**
 * The library's tables, as Kysely sees them. Money is integer cents, dates are `YYYY-MM-DD` texts, instants ISO 8601
 * texts in UTC, JSON is text.
 */
export type Tables = {
  library: LibraryTable
  deal: DealTable
  filing: FilingTable
  /** The filings that are not in the bin: what everything that is shown is read from. */
  kept_filing: FilingTable
  raw_filing: RawFilingTable
  report: ReportTable
  bucket: BucketTable
  figures_of_filing: FiguresTable
  tag: TagTable
  note: NoteTable
  figures_of_report: ReportFiguresTable
  tails_of_report: ReportTailsTable
  tape: TapeTable
  tape_column: TapeColumnTable
  saved_search: SavedSearchTable
  kept_column: KeptColumnTable
  edgar_turn: EdgarTurnTable
  edgar_submission: EdgarSubmissionTable
  loose_original: LooseOriginalTable
  share_link: ShareLinkTable
  ended_sessions: EndedSessionsTable
  act: ActTable
}

/** One row. Every writing transaction raises it first, so writers queue before they have read anything. */
type LibraryTable = { id: number; revision: number }

/** A column of what lists are counted in, packed as it was at a revision, so that a start need not read all deals. */
type KeptColumnTable = { name: string; layout: number; revision: number; rows: number; bytes: Uint8Array }

export type DealTable = {
  id: Generated<number>
  slug: string
  trust_key: string | null
  series_key: string | null
  depositor_key: string | null
  /** The rest repeats what the deal's filings say, for lists: `summary` is a DealSummary. */
  chosen: string | null
  summary: string | null
  name_sort: string | null
  shelf: string | null
  shelf_key: string | null
  year: number | null
  signed_on: string | null
  /** As its summary has it. */
  name: string | null
  /** The date that its pool stands at in time, and which of its dates that is, see `dateKinds`. */
  dated_on: string | null
  dated_by: string | null
  pool_balance_cents: number | null
  loan_count: number | null
  average_balance_cents: number | null
  wac_pct: number | null
  waltv_pct: number | null
  wam_months: number | null
  checks_failed: number | null
  checks_passed: number | null
  stratifications: number | null
  added_at: string | null
  /** Since when all of the deal's filings are in the bin; null while any is kept. The rest then is as it was. */
  deleted_at: string | null
  /** The name that somebody gave it in place of the one that its filings give, and those that it had before, by line. */
  given_name: string | null
  former_names: Generated<string>
  /** Raised whenever its name, tags or notes change. */
  edition: Generated<number>
  /** The library's revision in which any of this changed last: what was read before can be brought up to it. */
  revision: Generated<number>
  /** The chosen filing's row of `figures_of_report`; null where an older Strata read it. */
  report_id: number | null
  trustee: string | null
  master_servicer: string | null
  form_type: string | null
}

export type FilingTable = {
  sha256: string
  deal_id: number
  name: string
  encoding: string
  added_at: string
  /** The reader that gave `facts` and the report. */
  reader_version: string
  /** FilingFacts. */
  facts: string
  /** What a search may ask for. */
  search_text: string
  /** Since when it is in the bin, from where it can be brought back; null while it is kept. */
  deleted_at: string | null
  /** The submission that it is, or was fetched from, see `EdgarOrigin`; null where neither its header nor anybody says. */
  accession: string | null
  edgar_company: number | null
  edgar_document: string | null
}

/** One row: when EDGAR may next be asked by any process of the library, in milliseconds since 1970. */
type EdgarTurnTable = { id: number; next_at: number }

/** What EDGAR lists of a submission: a ListedSubmission. */
type EdgarSubmissionTable = { accession: string; listed: string }

/** `zstd` is empty where the original is in a store of objects, see `originals/`. */
type RawFilingTable = { sha256: string; bytes: number; zstd: Uint8Array }

/** Objects that may be in the store and that no filing has, and since when. */
type LooseOriginalTable = { sha256: string; since: string }

/** People whose sessions count only if they began after an instant. */
type EndedSessionsTable = { person: string; at: string }

/** A filing's report, part by part, see `packReport`. */
export type ReportTable = {
  sha256: string
  part: number
  /** What the part is a page of, see `ReportPart`, and which; null for the whole report, part 0. */
  list: string | null
  page: number
  /** Where in the filing the part begins and, of the rows of a long table, its last line. */
  line: number
  start: number
  last_line: number | null
  /** The ids of its tables, a JSON list, and how many stratifications come before them. */
  tables: string
  tables_before: number
  /** PartCounts; null of a part that an older Strata stored. */
  counts: string | null
  /** A FilingReport, and how many bytes its JSON has; null of a part that an older Strata stored. */
  zstd: Uint8Array
  bytes: number | null
}

/** `tag_key` is the tag folded: tags with the same are one. */
type TagTable = { deal_id: number; tag_key: string; tag: string }

type NoteTable = {
  id: Generated<number>
  deal_id: number
  /** The filing and the place in it that the note is on, as addresses print it; null where it is on the deal. */
  sha256: string | null
  at: string | null
  /** What stands at the place, in words, as it was read when the note was written. */
  says: string | null
  text: string
  written_at: string
}

/** Under which number `figure_search` has the figures that a filing prints, and which of its lines are HTML, as JSON. */
type FiguresTable = { id: Generated<number>; sha256: string; html: string }

/** Every bucket of every filing, for sums over the library without opening reports. */
export type BucketTable = {
  sha256: string
  deal_id: number
  stratification: string
  position: number
  dimension: string | null
  loan_group: string | null
  label: string
  code: string | null
  low: number | null
  high: number | null
  low_included: number | null
  high_included: number | null
  loan_count: number | null
  balance_cents: number | null
  balance_pct: number | null
}

/** The figures that a filing reports, packed as `columns/layout.ts` has it, and their tails by dimension. */
type ReportFiguresTable = { id: Generated<number>; sha256: string; figures: Uint8Array }
type ReportTailsTable = { dimension: string; report_id: number; edges: Uint8Array }

/**
 * The loans of a filing as `tape-columns.ts` packs them: the lines on which assets and properties begin, the asset of each property;
 * and a row for each field, its values and the lines of these.
 */
export type TapeTable = {
  sha256: string
  kind: string
  layout: number
  assets: Uint8Array
  properties: Uint8Array
  owners: Uint8Array
}
export type TapeColumnTable = {
  sha256: string
  /** 1 for a field of properties. */
  of_property: number
  position: number
  field: string
  figures: Uint8Array
  lines: Uint8Array
}

/** A search that people gave a name; `query` is what its address has behind the question mark. */
type SavedSearchTable = {
  id: Generated<number>
  name: string
  name_key: string
  query: string
  saved_at: string
}

/** A link that opens something without an account. Of its token only the SHA-256 is kept; the name is what it opens, in words. */
type ShareLinkTable = {
  id: string
  token_hash: string
  address: string
  name: string
  made_by: string
  made_at: string
  expires_at: string | null
  withdrawn_by: string | null
  withdrawn_at: string | null
}

/** What somebody did, or tried. Ids are instants with something behind them, so they have an order and need no counting. */
type ActTable = { id: string; at: string; who: string; client: string; what: string; detail: string }
