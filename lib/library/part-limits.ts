/**
 * How much one page shows. Bytes are of uncompressed HTML with the data that the browser takes it over by, as `weigh.ts`
 * reckons them; an answer stays under 3 MB. Proven on the long and wide inputs of `split-report.test.ts`.
 */
export const partLimits = {
  /** Tables of a page of the deal, each with its chart, and bytes of them. */
  tables: 100,
  bytes: 2_200_000,
  /** Checks that the ledger of a page lists. */
  checks: 2500,
  /** A stratification of more rows, cells or checks is shown by its first rows, and whole on pages of its own. */
  wholeTable: { rows: 300, cells: 3000, checks: 1500 },
  head: { rows: 50, cells: 500 },
  rowsPage: { rows: 1000, cells: 5000, checks: 2500, bytes: 1_200_000 },
  /** The same of a table that is no stratification; columns beyond so many are pages of their own. */
  wholeOther: { rows: 200, cells: 2000, bytes: 100_000 },
  headOther: { rows: 20, columns: 12, bytes: 24_000 },
  othersPage: { rows: 1000, columns: 200, cells: 20_000, bytes: 1_000_000 },
  /** Issues of one table, and of a page. */
  issuesOfTable: 20,
  issues: 300,
  /** Statistics of a page, and checks of the filing as a whole. */
  statistics: 200,
  checksOfFiling: 300,
  /** Loan groups that the table of groups lists. */
  groups: 60,
  notes: 40,
  items: 40,
  underwriters: 40,
  exhibits: 40,
  /** Documents by which lines are told to be HTML, and companies; no page lists them. */
  documents: 500,
  companies: 100,
  /** Entries of a page of a long list. */
  listPage: { entries: 500, bytes: 600_000 },
} as const
