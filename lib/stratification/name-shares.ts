import { findMeasure, type Measure } from '../measures/index.ts'
import { powerOfTen } from '../values/index.ts'
import type { SplitRows } from './find-total.ts'
import { sumColumn } from './footing.ts'
import type { ReadColumn } from './read-columns.ts'
import type { Figures } from './read-figures.ts'

/** What each share is a share of. */
const SHARES = [
  { share: 'countPct', of: 'loanCount' },
  { share: 'originalBalancePct', of: 'originalBalanceCents' },
  { share: 'balancePct', of: 'balanceCents' },
] as const

/** Is a share the one by number, by balance or by original balance? Whichever sum it alone follows in most rows. */
export function nameShares(columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  const bases = SHARES.map(({ share, of }) => ({ share, base: baseOf(of, columns, figures, rows) }))
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

/** What a share may be a share of: a column, its most decimals, and its whole in units of the last of them. */
type Base = { column: number; decimals: number; whole: number }

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

/** In how many rows is the share what the base gives, to a unit of the last place? -1 where there is no base. */
function countFits(figures: Figures, { body }: SplitRows, share: number, base: Base | null): number {
  if (base === null) return -1
  let fits = 0
  for (const row of body) {
    const printed = figures[row]?.[share]
    const part = figures[row]?.[base.column]
    if (!printed || !part) continue
    const digits = part.digits * (powerOfTen(base.decimals - part.decimals) ?? Number.NaN)
    const share100 = ((digits * 100) / base.whole) * (powerOfTen(printed.decimals) ?? Number.NaN)
    if (Math.abs(share100 - printed.digits) <= 1) fits++
  }
  return fits
}
