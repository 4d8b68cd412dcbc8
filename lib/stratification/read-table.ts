import type { Dimension } from '../dimensions/index.ts'
import type { Grid } from '../grid/grid.ts'
import type { Decision } from '../reading/decision.ts'
import type { ReadColumn } from './column-reading.ts'
import type { Figures } from './read-figures.ts'
import type { ScalesAbove } from './said-scales.ts'
import type { Unmarked } from './take-marks.ts'

/**
 * Which rows of a grid split the pool, and which one adds them up. `wholeOf` gives the row that some of them are parts of,
 * which is not among them.
 */
export type SplitRows = { body: number[]; total: number | null; wholeOf?: ReadonlyMap<number, number> }

/** A table under reading: the grid, and all that is told of it so far. */
export type ReadTable = {
  grid: Grid
  title: Unmarked
  /** What the rows split the pool by: all answers proposed, and the one that stood. */
  split: Decision<Dimension>
  dimension: Dimension | null
  figures: Figures
  rows: SplitRows
  /** What is said around the table of the scale of its figures. */
  scales: ScalesAbove
  columns: ReadColumn[]
}

/** Why a table is no stratification. */
export type Refused = { kind: string; reason: string }
