import type { Cell, GridRow } from '../grid.ts'
import { spanPlaces } from '../grid.ts'
import { findGroupHeadings, findHangingRows, findRowsApart } from '../group-headings.ts'
import { GroupStack } from '../group-stack.ts'
import { joinCells } from '../join-cells.ts'
import { isTotalLabel } from '../total-label.ts'
import { beginWithCapitals, boundsRange, continuesLabel, isRestOfLabel, opensLabel } from './label-words.ts'

/** A line without figures between rows; `isMarked` where a rule underlines it. */
export type Words = Cell & { isMarked?: boolean }

/** What a line of words between two rows is; `may-begin` where it may head rows just as well. */
type Role = 'begins-next' | 'may-begin' | 'ends-previous' | 'heads-group'

/**
 * Give each line of words between rows to the label it is a part of, or make it the heading of the rows below.
 *
 * > Stated Income/                                    begins the next label
 *   Stated Asset         27     9,560,788.91
 *   Rate/Term           175    74,355,791.80
 *     Refinanced                                      ends the label above
 *   Fixed Rate:                                       heads the indented rows below
 *     15 year            12     3,020,322.67
 *
 * Where nothing shows which, the words begin the label, and the row is `open`.
 */
export function joinWrappedLabels(rows: readonly GridRow[], words: readonly Words[]): GridRow[] {
  const joined: GridRow[] = []
  const groups = new GroupStack()
  let pending: Words[] = []
  let isOpen = false
  let next = 0
  const capitals = beginWithCapitals(rows.flatMap(({ label }) => label?.text ?? []))
  const lines = rows.map(({ label, cells, at }) => ({
    line: at.line,
    start: label?.at.start ?? at.start,
    text: label?.text ?? null,
    figures: cells.map(cell => cell?.text ?? null),
  }))
  const lined = words.map(({ text, isMarked, at: { line, start } }) => ({ line, start, text, isMarked }))
  const whole = lined.filter(({ text }) => !opensLabel(text))
  const headings = findGroupHeadings(lines, whole)
  const apart = findRowsApart(lines, whole)
  const hanging = findHangingRows(lines, lined)
  const head = (heading: Words, row: GridRow, isOuter = false) =>
    groups.head(heading.text, {
      start: Math.min(heading.at.start, row.label?.at.start ?? heading.at.start),
      isLevel: !isDeeper(row, heading),
      isOuter,
    })
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
      const isSumAbove = isTotalLabel(joined.at(-1)?.label?.text ?? '')
      if (pending.length === 0 && isSumAbove && standsOverWords(word, words[next + 1], row)) {
        groups.head(word.text, { start: word.at.start, isLevel: true, isOuter: false })
        continue
      }
      const isOuter = pending.length === 0 && standsOverHeading(words, next, row, headings)
      const role: Role =
        pending.length > 0
          ? 'begins-next'
          : headings.has(word.at.line) || isOuter
            ? 'heads-group'
            : hanging.has(word.at.line) && !isBeginning(word, row)
              ? 'may-begin'
              : roleOf(word, joined[joined.length - 1], row, capitals)
      if (role === 'heads-group') head(word, row, isOuter)
      else if (role === 'ends-previous') extendPrevious(joined, word, isOverWords(word, words[next + 1], row))
      else {
        if (role === 'may-begin') {
          isOpen = true
          groups.endBelow(word.at.start)
        }
        pending.push(word)
      }
    }
    const wrapped = pending.length > 1 ? pending.reduce(joinCells) : null
    if (wrapped !== null && isHeading(wrapped, row, rows[order + 1])) {
      head(wrapped, row)
      pending = []
    }
    if (apart.has(row.at.line)) groups.end()
    const group = groups.pass({ text: row.label?.text ?? null, start: row.label?.at.start ?? row.at.start })
    const headed = group !== null && groups.isLevel ? { ...row, isLevel: true as const } : row
    joined.push(withLabel(headed, pending, group, isOpen))
    pending = []
    isOpen = false
  })
  return joined
}

/**
 * Do other words begin the label below, and stand as deep as these, which want no others? Right below a sum these head the
 * next group.
 *
 * > First Lien Total          40
 *   Second Lien
 *   North
 *     Carolina                20
 */
function standsOverWords(word: Words, below: Words | undefined, row: GridRow): boolean {
  if (below === undefined || row.label === null || below.at.line > row.at.line) return false
  if (opensLabel(word.text) || !isDeeper(row, below)) return false
  return below.at.start === word.at.start && !continuesLabel(word.text, below.text)
}

/** Do the words right below, which want no others, head rows? Set as deep and no part of them, these head those after them too. */
function standsOverHeading(
  words: readonly Words[],
  at: number,
  row: GridRow,
  headings: ReadonlySet<number>,
): boolean {
  const [word, below] = [words[at], words[at + 1]]
  if (word === undefined || below === undefined || below.at.line > row.at.line) return false
  if (!headings.has(below.at.line)) return false
  return word.at.start === below.at.start && !continuesLabel(word.text, below.text)
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

/** Do other words follow on the next line, set no deeper than the row below both? */
function isOverWords(word: Words, below: Words | undefined, row: GridRow): boolean {
  return (
    below?.at.line === word.at.line + 1 &&
    below.at.line < row.at.line &&
    row.label?.at.start === word.at.start
  )
}

function isDeeper({ label }: GridRow, { at }: Words): boolean {
  return label !== null && label.at.start > at.start
}

function roleOf(word: Words, above: GridRow | undefined, below: GridRow, capitals: boolean): Role {
  const previous = above?.label ?? null
  if (previous !== null && (opensLabel(previous.text) || isEndOfLabel(word, previous, below)))
    return 'ends-previous'
  if (isBeginning(word, below)) return 'begins-next'
  if (previous !== null && continuesLabel(previous.text, word.text)) return 'ends-previous'
  if (previous !== null && word.at.start > previous.at.start && standsNearer(word, above, below))
    return 'ends-previous'
  if (below.label === null || (capitals && isRestOfLabel(word.text, below.label.text))) return 'begins-next'
  if (word.text.endsWith(':') || isDeeper(below, word)) return 'heads-group'
  if (previous !== null && word.at.start > previous.at.start) return 'ends-previous'
  return standsNearer(word, above, below) ? 'ends-previous' : 'may-begin'
}

/** Do words want a continuation, or bound a range with the label below them? */
function isBeginning({ text }: Words, { label }: GridRow): boolean {
  return opensLabel(text) || boundsRange(text, label?.text ?? '')
}

/** Is a line set deeper than the labels above and below, so that it begins none, or does it stand right over a total, which is one? */
function isEndOfLabel(word: Words, { at }: Cell, below: GridRow): boolean {
  const { label } = below
  if (label === null || word.text.endsWith(':')) return false
  const isBetween = word.at.start > at.start && label.at.start <= at.start
  return word.at.line - (at.lastLine ?? at.line) === 1 && (isBetween || isTotalLabel(label.text))
}

/** Is the row above nearer than the row below? An unlabelled row under indented words is a total. */
function standsNearer(word: Words, above: GridRow | undefined, below: GridRow): boolean {
  if (above === undefined) return false
  const last = above.label?.at.lastLine ?? above.at.line
  const gapBelow = below.label === null ? Number.POSITIVE_INFINITY : below.at.line - word.at.line
  return word.at.line - last < gapBelow
}

/** The words go to the label above; `isOpen` where others right below them may be of the same label, or both head rows. */
function extendPrevious(joined: GridRow[], word: Words, isOpen: boolean) {
  const row = joined.pop()
  if (row === undefined) return
  const { label, open } = row
  const own = open && { ...open, label: joinCells(open.label, word) }
  const isWanted = label !== null && opensLabel(label.text)
  const doubt =
    isOpen && label !== null && !isWanted ? { words: word, label, isBelow: true as const } : undefined
  joined.push({
    ...row,
    label: label === null ? word : joinCells(label, word),
    ...((own ?? doubt) && { open: own ?? doubt }),
    at: spanPlaces(row.at, word.at),
  })
}

function withLabel(row: GridRow, lines: readonly Words[], group: string | null, isOpen: boolean): GridRow {
  if (lines.length === 0) return group === null ? row : { ...row, group }
  const words = lines.reduce(joinCells)
  const label = row.label === null ? words : joinCells(words, row.label)
  if (!isOpen || row.label === null) return { ...row, label, group, at: spanPlaces(words.at, row.at) }
  const open = { words, label: row.label, ...(isDeeper(row, words) && DEEPER) }
  return { ...row, open, label, group, at: spanPlaces(words.at, row.at) }
}

const DEEPER = { isDeeper: true } as const
