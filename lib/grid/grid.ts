import type { Footnote, Issue, Place } from '../report.ts'

/**
 * A printed table, whatever it was printed in. Text and HTML meet here; nothing after it knows which it was.
 *
 * >              FINAL POOL TABLES                             headings
 *          Original Loan-to-Value Ratios(1)                    title
 *   Range of Original           Number of      Percent of      stub, columns
 *   Ratios (%)                      Loans           Loans
 *   50.00 and Below                    47           9.89%      rows
 *   50.01 to 55.00                     14           2.61%
 *                                     553         100.00%      rows, total
 *   Minimum: 12.50   Maximum: 95.00                            tail
 *   (1) The weighted average is 72.65%.                        notes
 */
export type Grid = {
  /** Lines standing alone above the title, since the table before. */
  headings: Cell[]
  title: Cell[]
  /** The title stands between the header and the rows. */
  isTitleBelow?: true
  /**
   * Lines of words right over the rows whose places do not tell labels and columns apart, the header's among them, for
   * all words and figures stand a single blank apart. Then no column has a header yet.
   */
  undivided?: Cell[]
  /** Words at the foot of the page before, where the title stands at the top of a page, or none does: it may be these. */
  orphan?: Cell[]
  /** Of a table beside another: the lines of its title that stand over both, and speak for both. */
  over?: Cell[]
  /** Of a table cut from others beside it: the words over its columns that name its loans, null for those of all. */
  ofLoans?: string | null
  /** The loans of all tables cut from the same one, where it gives nothing but shares of each. */
  sharesOf?: string
  /** Words alone on their line over all columns, with the columns as they are headed without them. */
  across?: { text: string; columns: GridColumn[] }
  /** The header over the row labels. */
  stub: Cell | null
  /** The words of the stub, where they head two columns of words, as labels are printed in. */
  stubPair?: CellPair
  columns: GridColumn[]
  rows: GridRow[]
  /** Lines after the total that still belong to the table. */
  tail: Cell[]
  /** Lines below the total that print figures as rows do, and are in none. */
  below?: Cell[]
  notes: Footnote[]
  /** From the title to the last line of the table, notes not included. */
  at: Place
  /** Where the parts stand that were joined to it, over pages or one below the other. */
  parts?: Place[]
  /** Kept cell by cell, with the signs of its figures, because words and figures mix in its rows. */
  isPlain?: true
  /** What of the table is not read, for it is larger than any that is printed. */
  issues?: Issue[]
}

/** Words of two columns beside each other: > Fixed Rate     Single Family */
export type CellPair = readonly [Cell, Cell]

/** A printed text and where it stands. Of a figure it is the figure alone, without `$` and `%`. */
export type Cell = { text: string; at: Place }

/**
 * `header` is the stack of header lines over the column, joined; `at` covers it, or where it would be.
 * `money` and `percent` tell whether a `$` or `%` is printed beside any of its figures. `inDoubt` says that header and
 * figures stand so that the words may head another column; `mayBe` are those that may head this one. `apart` is the header without words that stand over several columns
 * with no rule below them, where these may be words of one column each.
 */
export type GridColumn = {
  header: string
  at: Place
  money: boolean
  percent: boolean
  inDoubt?: true
  mayBe?: string[]
  apart?: string
  /** The headers of columns in the half of the table before that print the same figures. */
  printedUnder?: string[]
}

export type GridRow = {
  /** The label with its footnote marks, joined when wrapped; null for an unlabelled row. */
  label: Cell | null
  /** The words of its label, where they stand in two columns. */
  labelPair?: CellPair
  /** One per column; null where nothing is printed. */
  cells: (Cell | null)[]
  /** Figures that stand so that two columns may be meant; they are in none. */
  astray?: Cell[]
  /** The headings over it and rows beside it, as one. */
  group: string | null
  /** The last of them is set as deep as the row, so that no depth shows where its group ends. */
  isLevel?: true
  /**
   * Words on lines above that begin its label, or head it and the rows below: nothing shows which. `label` is its own.
   * `isBelow` where they stand below it, and end it or head the rows after it; `isDeeper` where it is set deeper than they
   * and the next row, which they cannot head.
   */
  open?: { words: Cell; label: Cell; isBelow?: true; isDeeper?: true }
  /** From the row's first printed character to its last. */
  at: Place
}

/** The place from the beginning of one to the end of another. */
export function spanPlaces(from: Place, to: Place): Place {
  const last = to.lastLine ?? to.line
  const place = { line: from.line, start: from.start, end: to.end }
  return last === from.line ? place : { ...place, lastLine: last }
}

/** A table of which nothing is read but what an issue says. */
export function gridOfIssue(issue: Issue, at: Place): Grid {
  return {
    headings: [],
    title: [],
    stub: null,
    columns: [],
    rows: [],
    tail: [],
    notes: [],
    at,
    issues: [issue],
  }
}
