import { powerOfTen } from '../values/index.ts'
import type { SplitRows } from './find-total.ts'
import { sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'

/** What a share may be a share of: a column, its most decimals, and its whole in units of the last of them. */
export type Base = { column: number; decimals: number; whole: number }

/** In how many rows is the share what the base gives, to a unit of the last place? -1 where there is no base. */
export function countFits(figures: Figures, { body }: SplitRows, share: number, base: Base | null): number {
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

/** Are the figures of the column, in more than half of the rows, the shares that another column's sum gives them? */
export function isShareOfSomeColumn(figures: Figures, rows: SplitRows, share: number): boolean {
  return otherColumns(figures, share).some(column => isShareOf(figures, rows, share, column))
}

/** Does another column print, in more than half of the rows, the shares of this one? */
export function hasSharesBeside(figures: Figures, rows: SplitRows, column: number): boolean {
  return otherColumns(figures, column).some(share => isShareOf(figures, rows, share, column))
}

function otherColumns(figures: Figures, column: number): number[] {
  return (figures[0] ?? []).flatMap((_, order) => (order === column ? [] : [order]))
}

/** The whole may be the printed total or the sum of the rows: one of them may be misprinted. */
function isShareOf(figures: Figures, rows: SplitRows, share: number, column: number): boolean {
  const sum = sumColumn(figures, rows, column)
  if (sum === null) return false
  return [sum.sum, sum.total ?? 0].some(whole => {
    const base = whole > 0 ? { column, decimals: sum.decimals, whole } : null
    return countFits(figures, rows, share, base) * 2 > rows.body.length
  })
}
