import { withoutContinued } from '../continued.ts'
import type { Cell, GridRow } from '../grid.ts'
import { spanPlaces } from '../grid.ts'
import { joinHeadings } from '../group-stack.ts'
import { joinCells } from '../join-cells.ts'
import { isTotalLabel } from '../total-label.ts'
import { findGroupHeadings, type Labelled } from './group-headings.ts'
import { beginWithCapitals, continuesLabel, isRestOfLabel, opensLabel } from './label-words.ts'

/** A line without figures between rows. */
export type Words = Cell

/** A heading of rows below; `isLevel` where the first of them is set no deeper. */
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
  const groups: Group[] = []
  let pending: Words[] = []
  let next = 0
  const capitals = beginWithCapitals(rows.flatMap(({ label }) => label?.text ?? []))
  const headings = findGroupHeadings(
    rows.flatMap(({ label }) => label ?? []).map(labelled),
    words.map(labelled),
  )
  const head = (heading: Words, row: GridRow) => {
    while ((groups.at(-1)?.heading.at.start ?? 0) >= heading.at.start) groups.pop()
    groups.push({ heading, isLevel: !isDeeper(row, heading) })
  }
  rows.forEach((row, order) => {
    for (; (words[next]?.at.line ?? Number.POSITIVE_INFINITY) < row.at.line; next++) {
      const word = words[next]
      if (word === undefined) break
      const lines = linesOfHeading(words, next, joined.at(-1))
      if (pending.length === 0 && lines !== null) {
        head(lines.reduce(joinCells), row)
        next += lines.length - 1
        continue
      }
      const role: Role =
        pending.length > 0
          ? 'begins-next'
          : headings.has(word.at.line)
            ? 'heads-group'
            : roleOf(word, joined[joined.length - 1], row, capitals)
      if (role === 'heads-group') head(word, row)
      else if (role === 'ends-previous') extendPrevious(joined, word)
      else pending.push(word)
    }
    const wrapped = pending.length > 1 ? pending.reduce(joinCells) : null
    if (wrapped !== null && isHeading(wrapped, row, rows[order + 1])) {
      head(wrapped, row)
      pending = []
    }
    while (groups.length > 0 && endsGroup(groups.at(-1), row)) groups.pop()
    joined.push(withLabel(row, pending, groups))
    pending = []
  })
  return joined
}

/**
 * Words on lines right below each other, all as deep, of which the last ends in a colon: a heading, unless the first goes on
 * with the label above; null where they are none.
 *
 * > Owner-occupied loans
 *   originated by:
 */
function linesOfHeading(words: readonly Words[], from: number, above: GridRow | undefined): Words[] | null {
  const [first, ...more] = words.slice(from, from + MOST_LINES)
  if (first === undefined || (above?.label && continuesLabel(above.label.text, first.text))) return null
  const lines = [first]
  for (const line of more) {
    if (line.at.line !== first.at.line + lines.length || line.at.start !== first.at.start) break
    lines.push(line)
    if (line.text.endsWith(':')) return lines
  }
  return null
}

/** No heading takes more lines. */
const MOST_LINES = 3

/** Do words over several lines, which want no more, stand over rows that are all set deeper? A wrapped label is of one row. */
function isHeading(words: Words, row: GridRow, below: GridRow | undefined): boolean {
  return !opensLabel(words.text) && below !== undefined && isDeeper(row, words) && isDeeper(below, words)
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
function endsGroup(group: Group | undefined, row: GridRow): boolean {
  if (group === undefined || row.label === null) return true
  const { heading, isLevel } = group
  if (!isLevel) return row.label.at.start <= heading.at.start
  return row.label.at.start < heading.at.start || isTotalLabel(row.label.text)
}

function withLabel(row: GridRow, lines: readonly Words[], groups: readonly Group[]): GridRow {
  const names = groups.map(({ heading }) => withoutContinued(heading.text))
  const group = names.length === 0 ? null : joinHeadings(names)
  if (lines.length === 0) return group === null ? row : { ...row, group }
  const start = lines.reduce(joinCells)
  const label = row.label === null ? start : joinCells(start, row.label)
  return { ...row, label, group, at: spanPlaces(start.at, row.at) }
}
