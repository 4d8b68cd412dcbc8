import type { Cell, GridRow } from '../grid.ts'
import { spanPlaces } from '../grid.ts'
import { joinCells } from '../join-cells.ts'
import { isTotalLabel } from '../total-label.ts'
import { findGroupHeadings, type Labelled } from './group-headings.ts'
import { beginWithCapitals, continuesLabel, isRestOfLabel, opensLabel } from './label-words.ts'

/** A line without figures between rows. */
export type Words = Cell

/** The heading of the rows below; `isLevel` where the first of them is set no deeper. */
type Group = { heading: Cell; isLevel: boolean }

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
  let group: Group | null = null
  let pending: Cell | null = null
  let next = 0
  const capitals = beginWithCapitals(rows.flatMap(({ label }) => label?.text ?? []))
  const headings = findGroupHeadings(
    rows.flatMap(({ label }) => label ?? []).map(labelled),
    words.map(labelled),
  )
  for (const row of rows) {
    for (; (words[next]?.at.line ?? Number.POSITIVE_INFINITY) < row.at.line; next++) {
      const word = words[next]
      if (word === undefined) break
      const role: Role =
        pending !== null
          ? 'begins-next'
          : headings.has(word.at.line)
            ? 'heads-group'
            : roleOf(word, joined[joined.length - 1], row, capitals)
      if (role === 'heads-group') group = { heading: word, isLevel: !isDeeper(row, word) }
      else if (role === 'ends-previous') extendPrevious(joined, word)
      else pending = pending === null ? word : joinCells(pending, word)
    }
    if (group !== null && endsGroup(group, row)) group = null
    joined.push(withLabel(row, pending, group?.heading ?? null))
    pending = null
  }
  return joined
}

function labelled({ text, at }: Cell): Labelled {
  return { line: at.line, start: at.start, text }
}

function isDeeper({ label }: GridRow, { at }: Words): boolean {
  return label !== null && label.at.start > at.start
}

function roleOf(word: Words, above: GridRow | undefined, below: GridRow, capitals: boolean): Role {
  const previous = above?.label ?? null
  if (opensLabel(word.text)) return 'begins-next'
  if (previous !== null && continuesLabel(previous.text, word.text)) return 'ends-previous'
  if (previous !== null && word.at.start > previous.at.start && standsNearer(word, above, below))
    return 'ends-previous'
  if (below.label === null || (capitals && isRestOfLabel(word.text, below.label.text))) return 'begins-next'
  if (word.text.endsWith(':') || isDeeper(below, word)) return 'heads-group'
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

/** A row that is set less deep than those under the heading is not under it; where they are level with it, a total is not. */
function endsGroup({ heading, isLevel }: Group, row: GridRow): boolean {
  if (row.label === null) return true
  if (!isLevel) return row.label.at.start <= heading.at.start
  return row.label.at.start < heading.at.start || isTotalLabel(row.label.text)
}

function withLabel(row: GridRow, start: Cell | null, group: Cell | null): GridRow {
  if (start === null) return group === null ? row : { ...row, group: group.text }
  const label = row.label === null ? start : joinCells(start, row.label)
  return { ...row, label, group: group?.text ?? null, at: spanPlaces(start.at, row.at) }
}
