import { saysAverage } from '../measures/index.ts'
import { type ReadColumn, refute } from './column-reading.ts'
import { countFits } from './follows-shares.ts'
import { sumColumn } from './footing.ts'
import { shareBases } from './name-shares.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * Of columns that name the same measure, let that be known which others of the table tell: the sum that the shares of each
 * row are of, and the average that says that it is one. Where nothing tells, or several sums are named again, as by a second
 * table beside the first, the first stays.
 *
 * > Second Lien Balance     Principal Balance     % of Pool        Rate: First     Rate: Mean
 *             4,100,000            24,000,000         60.00           5.250           6.125
 */
export function dropSumsOfOthers(columns: readonly ReadColumn[], figures: Figures, rows: SplitRows): void {
  const sums = columns.flatMap(({ measure }) => (measure?.additive ? measure.id : []))
  const repeated = new Set(sums.filter((id, order) => sums.indexOf(id) < order))
  if (repeated.size > 1) return
  const first = new Map<string, number>()
  for (const [order, { measure }] of columns.entries()) {
    const before = measure === null ? undefined : first.get(measure.id)
    if (measure === null) continue
    if (before === undefined) {
      first.set(measure.id, order)
      continue
    }
    const earlier = columns[before]
    if (earlier === undefined || !tellsLater([before, order], columns, figures, rows)) continue
    first.set(measure.id, order)
    if (measure.additive)
      refute(earlier, 'of-a-part', `The shares of the rows are of “${columns[order]?.header}”.`)
    else refute(earlier, 'extreme', `“${columns[order]?.header}” says that it is the average.`)
  }
}

function tellsLater(
  [first, second]: readonly [number, number],
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): boolean {
  const [earlier, later] = [columns[first], columns[second]]
  const measure = later?.measure
  if (!earlier || !later || !measure) return false
  if (!measure.additive) return saysAverage(later.header) && !saysAverage(earlier.header)
  const share = shareBases.find(({ of }) => of === measure.id)?.share
  const shares = columns.flatMap(({ measure: one }, order) => (one?.id === share ? [order] : []))
  const follows = (order: number, base: number) => {
    const sum = sumColumn(figures, rows, base)
    const whole = sum?.total ?? sum?.sum ?? 0
    if (sum === null || whole === 0) return false
    return (
      countFits(figures, rows, order, { column: base, decimals: sum.decimals, whole }) * 2 > rows.body.length
    )
  }
  return shares.some(order => follows(order, second)) && !shares.some(order => follows(order, first))
}
