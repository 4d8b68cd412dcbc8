import { largest } from '../../extremes.ts'
import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { countLinedUp } from './line-up.ts'

/** Of columns as groups of rows draw them, those that the header fits best, and those that it fits about as well. */
export function chooseColumns<T extends readonly ColumnExtent[]>(
  lines: readonly (readonly Fragment[])[],
  sets: readonly [T, ...T[]],
): { columns: T; rivals: T[] } {
  if (sets.length === 1) return { columns: sets[0], rivals: [] }
  const fits = sets.map(set => lines.reduce((sum, line) => sum + countLinedUp(line, set), 0))
  const most = largest(fits)
  const columns = sets[fits.indexOf(most)] ?? sets[0]
  const rivals = sets.filter((set, order) => set !== columns && (fits[order] ?? 0) > most - 2)
  return { columns, rivals }
}
