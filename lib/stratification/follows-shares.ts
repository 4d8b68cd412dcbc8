import { powerOfTen } from '../values/index.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

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
