import type { Cell, GridRow } from '../grid.ts'
import { spanPlaces } from '../grid.ts'
import { joinCells } from '../join-cells.ts'
import { beginWithCapitals, continuesLabel, isRestOfLabel, opensLabel } from './label-words.ts'

/** A line without figures between rows. */
export type Words = Cell

/** What a line of words between two rows is. */
type Role = 'begins-next' | 'ends-previous' | 'heads-group'

/**
 * Give each line of words between rows to the label it is a part of, or make it the heading of the rows below.
 *
 * > Stated Income/                                    begins the next label
 *   Stated Asset         27     9,560,788.91
 *   Rate/Term           175    74,355,791.80
 *     Refinanced                                      ends the label above
 *   Fixed Rate:                                       heads the indented rows below
 *     15 year            12     3,020,322.67
 */
export function joinWrappedLabels(rows: readonly GridRow[], words: readonly Words[]): GridRow[] {
  const joined: GridRow[] = []
  let group: Cell | null = null
  let pending: Cell | null = null
  let next = 0
  const capitals = beginWithCapitals(rows.flatMap(({ label }) => label?.text ?? []))
  for (const row of rows) {
    for (; (words[next]?.at.line ?? Number.POSITIVE_INFINITY) < row.at.line; next++) {
      const word = words[next]
      if (word === undefined) break
      const role: Role =
        pending === null ? roleOf(word, joined[joined.length - 1], row, capitals) : 'begins-next'
      if (role === 'heads-group') group = word
      else if (role === 'ends-previous') extendPrevious(joined, word)
      else pending = pending === null ? word : joinCells(pending, word)
    }
    if (group !== null && endsGroup(group, row)) group = null
    joined.push(withLabel(row, pending, group))
    pending = null
  }
  return joined
}

function roleOf(word: Words, above: GridRow | undefined, below: GridRow, capitals: boolean): Role {
  const previous = above?.label ?? null
  if (opensLabel(word.text)) return 'begins-next'
  if (previous !== null && continuesLabel(previous.text, word.text)) return 'ends-previous'
  if (previous !== null && word.at.start > previous.at.start && standsNearer(word, above, below))
    return 'ends-previous'
  if (below.label === null || (capitals && isRestOfLabel(word.text, below.label.text))) return 'begins-next'
  if (word.text.endsWith(':') || below.label.at.start > word.at.start) return 'heads-group'
  if (previous !== null && word.at.start > previous.at.start) return 'ends-previous'
  return standsNearer(word, above, below) ? 'ends-previous' : 'begins-next'
}

/** Is the row above nearer than the row below? An unlabelled row under indented words is a total. */
function standsNearer(word: Words, above: GridRow | undefined, below: GridRow): boolean {
  if (above === undefined) return false
  const last = above.label?.at.lastLine ?? above.at.line
  const gapBelow = below.label === null ? Number.POSITIVE_INFINITY : below.at.line - word.at.line
  return word.at.line - last < gapBelow
}

function extendPrevious(joined: GridRow[], word: Words) {
  const row = joined.pop()
  if (row === undefined) return
  joined.push({
    ...row,
    label: row.label === null ? word : joinCells(row.label, word),
    at: spanPlaces(row.at, word.at),
  })
}

/** A row that is set no deeper than the heading is not under it. */
function endsGroup(group: Cell, row: GridRow): boolean {
  return row.label === null || row.label.at.start <= group.at.start
}

function withLabel(row: GridRow, start: Cell | null, group: Cell | null): GridRow {
  if (start === null) return group === null ? row : { ...row, group: group.text }
  const label = row.label === null ? start : joinCells(start, row.label)
  return { ...row, label, group: group?.text ?? null, at: spanPlaces(start.at, row.at) }
}
