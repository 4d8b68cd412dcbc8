import type { Unit } from '../report.ts'

/**
 * What a column of a stratification measures, as a registry entry.
 *
 * A header names the measure when it has a word of every pattern in `all` and of none in `none`, in any order, for
 * headers are stacked in all ways.
 */
export type Measure = {
  id: string
  /** For a table's head: "Avg balance". */
  name: string
  longName: string
  unit: Unit
  /** Do the rows add up to the total? Averages and shares within a row do not. */
  additive: boolean
  /** Of what sum it is the average a loan, by MeasureId, where it is one. */
  averageOf?: string
  /** The most that it can come to, in the unit, where that is less than others of the unit can. */
  largest?: number
  /** What averages of nearly all rows lie between, in the unit; told where it parts the measure from others. */
  usual?: readonly [low: number, high: number]
  /** It is of the least or the most that a loan allows, so words such as "maximum" name it; elsewhere they name an extreme. */
  ofLimits?: true
  /**
   * Averages that some loans may have no part in, for they have no such figure: scores, margins of fixed-rate loans. `rows`
   * is what the rows of any table of the pool call such loans. A nought under such an average says that there is none.
   */
  lacking?: { rows: RegExp | null }
  /** A nought is a figure like others: new loans have the age of no month, and a row may hold none of a share. */
  canBeNought?: true
  /** A share of the row's own loans, which a table may print as a share of the pool instead. */
  shareOfRow?: true
  /**
   * The row of another table that a share is of: "Percent Full Documentation" of the row "Full" of the table of documentation.
   * `label` names it for certain; a second row that is `near` it makes it uncertain which of them the share holds.
   */
  rowOf?: { dimension: string; label: RegExp; near: RegExp }
  /** What words around a table call it that tell the unit of some of its columns: "terms and ages are in years". */
  toldAs?: RegExp
  all: readonly RegExp[]
  none: readonly RegExp[]
}
