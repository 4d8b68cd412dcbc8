import { findMeasure, type Measure } from '../measures/index.ts'
import type { SplitRows } from './find-total.ts'
import { type Base, countFits } from './follows-shares.ts'
import { sumColumn } from './footing.ts'
import type { ReadColumn } from './read-columns.ts'
import type { Figures } from './read-figures.ts'

/** What each share is a share of. */
export const shareBases = [
  { share: 'countPct', of: 'loanCount' },
  { share: 'originalBalancePct', of: 'originalBalanceCents' },
  { share: 'balancePct', of: 'balanceCents' },
] as const

/** Is a share the one by number, by balance or by original balance? Whichever sum it alone follows in most rows. */
export function nameShares(columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  const bases = shareBases.map(({ share, of }) => ({ share, base: baseOf(of, columns, figures, rows) }))
  columns.forEach((column, order) => {
    if (!isShare(column.measure)) return
    const fits = bases.map(({ share, base }) => ({ share, rows: countFits(figures, rows, order, base) }))
    fits.sort((one, other) => other.rows - one.rows)
    const [best, second] = fits
    if (best && second && best.rows > second.rows && best.rows * 2 > rows.body.length)
      column.measure = findMeasure(best.share)
  })
}

function isShare(measure: Measure | null): boolean {
  return measure?.additive === true && measure.unit === 'percent'
}

/** The column of a measure as what shares are of; null where no column has it, or its figures are not all known. */
export function baseOf(
  measure: string,
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): Base | null {
  const column = columns.findIndex(one => one.measure?.id === measure)
  const sum = column < 0 ? null : sumColumn(figures, rows, column)
  const whole = sum?.total ?? sum?.sum ?? 0
  return sum === null || whole === 0 ? null : { column, decimals: sum.decimals, whole }
}
