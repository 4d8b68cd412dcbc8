import { type GridRow, spanPlaces } from './grid.ts'
import { isTotalLabel } from './total-label.ts'

const AVERAGE = /^(?:(?:weighted|wtd\.?|wgtd\.?) ?)?(?:averages?|avgs?)\.?:?$|^w\.?a\.?:?$/i
/** Longer labels say of what they are the average. */
const LONGEST = 20

/**
 * The total with the averages that stand below it in a row of their own; null where the row is none of averages, or has
 * figures where the total has.
 *
 * > Grand Total      295   50,000,000   100.00
 *   Wtd Avg                                      6.090     351
 */
export function completeTotal(total: GridRow, below: GridRow): GridRow | null {
  const isTotal = total.label === null || isTotalLabel(total.label.text)
  if (!isTotal || below.label === null || !isAverageLabel(below.label.text)) return null
  if (below.cells.some((cell, order) => cell !== null && total.cells[order] !== null)) return null
  const cells = total.cells.map((cell, order) => cell ?? below.cells[order] ?? null)
  return { ...total, cells, at: spanPlaces(total.at, below.at) }
}

/** Does a label say that averages follow, and nothing else? */
export function isAverageLabel(label: string): boolean {
  return label.length <= LONGEST && AVERAGE.test(label)
}
