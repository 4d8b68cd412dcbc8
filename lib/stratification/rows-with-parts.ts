import { addsUp, figuresInLastPlaces, sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/** Fewer columns may come to a total by chance. */
const FEWEST_COLUMNS = 2
const FEWEST_PARTS = 2
/** No row is printed with more parts. */
const MOST_PARTS = 60

/**
 * Leave the rows out of the body whose parts are printed right below them, which `wholeOf` then tells of each part. Done only
 * where the columns do not come to the total with them, and all do without.
 *
 * > Purchase           58
 *   Refinance       1,159       is what the three below it come to
 *     Cash Out        346
 *     Rate/Term        51
 *     Construction    762
 *   Total           1,217
 */
export function withoutWholes(figures: Figures, rows: SplitRows): SplitRows {
  if (rows.total === null) return rows
  const total = figures[rows.total] ?? []
  const columns = [...total.keys()].filter(order => {
    const column = sumColumn(figures, rows, order)
    return column !== null && column.total !== null && column.total > 0 && !addsUp(column)
  })
  if (columns.length < FEWEST_COLUMNS) return rows
  const printed = columns.map(order => figuresInLastPlaces(figures, order))
  const wholeOf = new Map<number, number>()
  for (let at = 0; at < rows.body.length; at++) {
    const count = countParts(printed, rows.body, at)
    for (const part of rows.body.slice(at + 1, at + 1 + count)) wholeOf.set(part, rows.body[at] ?? 0)
    at += count
  }
  const wholes = new Set(wholeOf.values())
  const body = rows.body.filter(row => !wholes.has(row))
  const parted = { ...rows, body, wholeOf }
  const sums = columns.map(order => sumColumn(figures, parted, order))
  return wholes.size > 0 && sums.every(column => column !== null && addsUp(column)) ? parted : rows
}

/** How many rows right below one come to it in all the columns; 0 where none do. */
function countParts(
  printed: readonly (readonly (number | null)[])[],
  body: readonly number[],
  at: number,
): number {
  const whole = body[at] ?? -1
  const sums = printed.map(() => 0)
  for (let count = 1; count <= MOST_PARTS; count++) {
    const part = body[at + count] ?? -1
    const columns = printed.map((values, order) => {
      const value = values[part] ?? null
      if (value !== null) sums[order] = (sums[order] ?? 0) + value
      return { value, sum: sums[order] ?? 0, total: values[whole] ?? null, rows: count }
    })
    if (columns.some(({ value, total }) => value === null || total === null)) return 0
    if (count >= FEWEST_PARTS && columns.every(addsUp)) return count
    if (columns.some(column => column.sum > (column.total ?? 0) && !addsUp(column))) return 0
  }
  return 0
}
