import type { Unit } from '../report.ts'

/**
 * One way of splitting a pool, as a registry entry.
 *
 * `titles` match a table's title or the header over its row labels. `buckets` says how row labels are read: ranges
 * and exact values in `unit`, states as postal codes, categories as they are. Patterns take upper and lower case alike.
 */
export type Dimension = {
  id: string
  /** Short, for an index: "Original LTV". */
  name: string
  /** In full, for a heading. */
  longName: string
  /** Of the ends of ranges; `text` when the rows are names. */
  unit: Unit
  buckets: 'range' | 'exact' | 'category' | 'state'
  titles: readonly RegExp[]
  /** Words beside which those of its titles name another thing. */
  unless?: RegExp
  /** Words that rows are named in, where they are names of the field's own. */
  rows?: RegExp
  /** Rows of names may be figures too: grades, liens, codes. */
  rowsMayBeFigures?: true
  /** Titles use the words of one such dimension for another: "Loan Programs" over "Product Type". */
  family?: 'place' | 'product'
  /** Rows may be called as states are, and are none: counties, cities. The words for it rule states out. */
  rowsMayBeStates?: true
  /** Companies split sales, staff and debt by it too, so it does not tell that the table is one of loans. */
  anyBusiness?: true
  /** Only loans whose rate adjusts have it, so a title that says so names no group of the pool. */
  ofAdjustable?: true
  /** What nearly all rows lie between, in the unit. */
  natural?: readonly [low: number, high: number]
  /** What no figure lies below or above, in the unit: a ratio is no less than 0, a score from 300 to 850. */
  ends?: { least?: number; most?: number }
  /** Values that loans are made at or judged by, in the unit: the ticks of an axis fall on all of them. */
  landmarks?: readonly number[]
  /** Edges that are often asked for, rising, in the unit; its landmarks where there are none. */
  presets?: readonly number[]
  /** Edges at which deals are compared, rising, in the unit; its landmarks where there are none. */
  thresholds?: readonly number[]
  /**
   * Which column averages it, by MeasureId; none where no column does. Of several the first counts whose words are in
   * the table's title, its header over the labels or a note on its rates; one without words fits any table.
   */
  averages?: readonly { measure: string; words?: RegExp }[]
}
