import type { Place, Unit } from '../report.ts'
import type { LoanSpread } from './loan-spread.ts'
import type { Bound, Span } from './span.ts'

export type { Bound, End, Span } from './span.ts'

/**
 * What a row holds loans of: those within a `span` of figures; loans that may have `any` figure, as a residual row
 * ("Other") does; or loans with `none` ("Not available", "None"), which no question about figures counts.
 */
export type Holds = { span: Span } | 'any' | 'none'

/** A row of a table that splits a pool by a figure. Amounts are widened by what printing may have rounded off. */
export type Row = {
  /** Id of its table, and the index of its bucket there. */
  table: string
  bucket: number
  /** Of a pool that its loan groups make up, with the group before it. */
  label: string
  at: Place
  holds: Holds
  loanCount: Bound | null
  balanceCents: Bound | null
  /** Of the table's own loans, in percent, as printed. */
  balancePct: Bound | null
  countPct: Bound | null
  /** The average of the figure itself over the row's loans, weighed by `averageBy`. */
  average: Bound | null
  /** Can no loans within the row's range have its balance, or its average? Then one of its figures is wrong, nobody knows which. */
  contradicts: boolean
}

/** How a pool is spread over the figures of one dimension, as far as a table tells it. */
export type Distribution = {
  /** The table's, in its filing; of several the first. */
  stratification: string
  dimension: string
  loanGroup: string | null
  /** Of figures: percent points, months, score, or cents for money. */
  unit: Unit
  /** What figures are printed to, in the unit: 0.01 for "75.01 to 80.00", a cent for money; 0 where nothing tells. */
  grid: number
  /** Is the balance the figure itself, so that a row's loans and balance bound each other? */
  isOfBalance: boolean
  averageBy: 'balance' | 'count' | null
  /** The average that the total prints of the figure itself, weighed by `averageBy`. */
  totalAverage: Bound | null
  /** Figures beyond these there are none, where the dimension has such ends. */
  least: number | null
  most: number | null
  rows: readonly Row[]
  total: { loanCount: Bound | null; balanceCents: Bound | null }
  /** The measures whose rows come to another total than the one printed. */
  doNotAddUp: readonly ('loanCount' | 'balanceCents')[]
  /**
   * Where the whole pool is printed for loan groups alone: theirs, of which it is the sum. Rows and total are those of all of
   * them then.
   */
  groups?: readonly GroupDistribution[]
  /** Where its single loans are known: whatever is asked is answered from them. */
  loans?: LoanSpread
}

/** What a loan group weighs in its pool: its balance in cents or its loans, and how far printing may have moved that. */
export type GroupWeight = {
  value: number
  half: number
  /** The key of the statistic that states it, where words do. */
  statistic: string | null
}

/** A loan group of a pool that is made up of several, every loan in one of them. `loans` null where they are not known. */
export type WeighedGroup = { loanGroup: string; balance: GroupWeight; loans: GroupWeight | null }

export type GroupDistribution = WeighedGroup & { distribution: Distribution }
