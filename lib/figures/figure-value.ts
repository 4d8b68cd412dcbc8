import type { FilingReport, Place, PoolFigure } from '../report.ts'

/**
 * What a filing tells of a figure: it lies from `low` to `high`, in the figure's unit. `value` is the one figure that it is
 * known by, null where it is bounded. A share has its ends apart by what printing rounded off. Where the filing contradicts
 * itself in it, `contradicted`, low and high take in all that it says.
 */
export type FigureValue = {
  low: number
  high: number
  value: number | null
  kind: PoolFigure['kind']
  /** The first place that it is read from: printed figure, row or table. */
  at: Place | null
  /** The table that gives it, of several the first. */
  stratification: string | null
  contradicted: boolean
}

/** The same, as one table gives it. */
export type Reading = FigureValue

/** What figures are read from: a report, or the tables and pool of one. Tables must be whole. */
export type FigureSource = Pick<FilingReport, 'stratifications' | 'pool' | 'checks'>
