import type { GridRow } from '../grid/grid.ts'
import { isSum } from '../grid/group-headings.ts'
import { isResidual } from '../reading/evidence/named-labels.ts'

/**
 * The last rows under the last heading that may stand below it for themselves, by their numbers: no sum, blank line or
 * indent ends its group, and they gather the rest, or come after the rows that each group has.
 *
 * > Fixed Rate
 *   Purchase      40    600
 *   Refinance     27    400
 *   Adjustable Rate
 *   Purchase       3     60
 *   Refinance      2     40
 *   Cash-out       1     20     in this group alone, or in none
 */
export function findRowsOfNoGroup(rows: readonly GridRow[], body: readonly number[]): ReadonlySet<number> {
  const groups = groupsOf(rows, body)
  const last = groups.at(-1)
  const others = groups.slice(0, -1)
  if (last === undefined || others.length === 0 || !isLevel(rows, last) || hasSums(rows, body)) return NONE
  const labelOf = (index: number) => rows[index]?.label?.text ?? ''
  const labels = last.map(labelOf)
  const known = new Set(others.flat().map(labelOf))
  const shared = countShared(
    others.map(group => group.map(labelOf)),
    labels,
  )
  let from = shared === 0 ? labels.length : shared
  while (from > 1 && isResidual(labels[from - 1] ?? '') && !known.has(labels[from - 1] ?? '')) from--
  return new Set(last.slice(from))
}

const NONE: ReadonlySet<number> = new Set()

/** The rows of each run under one heading. */
function groupsOf(rows: readonly GridRow[], body: readonly number[]): number[][] {
  const groups: number[][] = []
  let heading: string | null = null
  for (const index of body) {
    const own = rows[index]?.group ?? null
    if (own !== null && own === heading) groups.at(-1)?.push(index)
    else if (own !== null) groups.push([index])
    heading = own
  }
  return groups
}

function isLevel(rows: readonly GridRow[], group: readonly number[]): boolean {
  return group.every(index => rows[index]?.isLevel === true) && group.at(-1) === lastRow(rows)
}

/** The last row that is no sum. */
function lastRow(rows: readonly GridRow[]): number {
  return rows.findLastIndex(({ label }) => !isSum({ text: label?.text ?? null }))
}

/** Do sums stand between the rows? */
function hasSums(rows: readonly GridRow[], body: readonly number[]): boolean {
  const last = body.at(-1) ?? 0
  return rows.slice(0, last).some(({ label }) => isSum({ text: label?.text ?? null }))
}

/** How many rows all other groups have, where they have the same and the last group begins with these; else 0. */
function countShared(others: readonly string[][], last: readonly string[]): number {
  const [first = []] = others
  const isSame = (labels: readonly string[]) =>
    labels.length === first.length && labels.every((label, order) => label === first[order])
  return others.every(isSame) && first.every((label, order) => label === last[order]) ? first.length : 0
}
