/**
 * How much of one printed table is read, in text and HTML alike. No filing prints more; a file may hold anything, and
 * what it holds once must not be in the report a thousand times. An issue tells what is left out.
 */
export const gridSettings = {
  /** Columns of figures. Loan schedules, the widest tables of filings, have about a hundred. */
  mostColumns: 300,
  /** Rows times columns, printed in or not, for all of them are held in memory. A schedule of 50 MB has half as many. */
  mostCells: 8_000_000,
  /** Characters of the words over a column, or over the labels. Stacked headers take up to some 150. */
  longestHeader: 400,
  /** Characters of a label, of any other cell, and of all lines of a title together. Titles take up to some 300. */
  longestText: 1_000,
  /** Characters of the words over a group of rows, which each of its rows holds: a table may have a hundred thousand. */
  longestHeading: 160,
  /** Characters of a footnote. Those that define terms run over a page. */
  longestNote: 10_000,
  /** Characters of a line of text, its tabs set out. The widest schedules set in columns take up to some 1,500. */
  widestLine: 4_000,
} as const
