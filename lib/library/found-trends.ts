import type { TrendDeal } from '../trends/index.ts'

/** What the library tells of some figures over time. */
export type FoundTrends = {
  /**
   * The deals once for each figure, in the order of the figures, each time in the same order. Of any shelf, also where one is
   * asked for: the others stand beside it.
   */
  trends: TrendDeal[][]
  /** Addresses that were asked for and are of no deal. */
  unknown: string[]
}
