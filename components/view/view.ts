/** What of the view an address carries: beside it stand parameters of others, which are kept. */
export type View = {
  measure: string | null
  /** The second line of the charts: `cumulative`, `none` or a measure; null leaves each chart as it is by itself. */
  line: string | null
  /** The loan group whose tables are shown, by its slug; null shows those of all. */
  group: string | null
  sorts: ReadonlyMap<string, Order>
  cumulative: ReadonlySet<string>
  /** The place whose lines are shown beside the page, as addresses carry it: `105:47-61`. */
  at: string | null
}

/** A column by its measure, or the row labels, and which way. */
export type Order = { column: string; isDescending: boolean }

/** Nothing is chosen. */
export const emptyView: View = {
  measure: null,
  line: null,
  group: null,
  sorts: new Map(),
  cumulative: new Set(),
  at: null,
}
