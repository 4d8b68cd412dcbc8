import { rowsInAll, sayRows } from '../format/count-rows.ts'
import type { Check, Place, Stratification, Unit } from '../report.ts'

/** A check's figures as people read them, without their unit. `allowed` is the tolerance, or the interval's ends. */
export type CheckFigures = {
  unit: Unit | null
  printed: string
  found: string
  difference: string
  allowed: string
}

/** From which figure a check is looked at: a row of the table, its total, or neither (a statistic, a footnote). */
export type Viewpoint = { row: number | 'total' | null; measure: string | null }

/** A check with all that words about it may name. */
export type DescribedCheck = {
  check: Check
  figures: CheckFigures
  table: Stratification | null
  /** The column it is about, as people call it. */
  measure: string | null
  /** The table it is compared with, where that is another one; `at` is where that prints the figure. */
  reference: { name: string; at: Place | null } | null
  from: Viewpoint
}

/** What a check is about, before its figures are looked at. */
export type NamedCheck = Pick<DescribedCheck, 'table' | 'measure' | 'reference'>

/**
 * From a row: where its figure is counted. From the total row itself: what the rows give.
 *
 * > counted in the column total at line 116
 * > the 3 rows add up to 553
 */
export function formatColumnSentence(described: DescribedCheck, column: string, rowsGive: string): string {
  const { check, figures, from } = described
  const off = check.outcome === 'fail'
  if (from.row !== 'total') {
    return `counted in ${column} at line ${check.at.line}${off ? `, which is off by ${figures.difference}` : ''}`
  }
  if (off) return `${rowsGive}, ${figures.difference} from what is printed`
  return check.found === check.expected ? rowsGive : `${rowsGive}, ${figures.allowed} allowed`
}

/** How many rows a table has, in words: `1 row`, `11 rows`. */
export function countRows(table: Stratification | null): string {
  return sayRows(table === null ? 0 : rowsInAll(table))
}
