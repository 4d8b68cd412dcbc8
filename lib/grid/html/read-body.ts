import type { Footnote } from '../../report.ts'
import { completeTotal } from '../complete-total.ts'
import { type Cell, type GridRow, spanPlaces } from '../grid.ts'
import { findGroupHeadings, findHangingRows, findRowsApart } from '../group-headings.ts'
import { GroupStack } from '../group-stack.ts'
import { joinAllCells, joinCells } from '../join-cells.ts'
import { type ColumnExtent, placeAtoms } from '../text/find-columns.ts'
import {
  beginWithCapitals,
  boundsRange,
  continuesLabel,
  isRestOfLabel,
  opensLabel,
} from '../text/label-words.ts'
import { isTotalLabel } from '../total-label.ts'
import { type CellType, typeOfCell } from './cell-type.ts'
import type { CellFigure } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import { withoutLostPlaces } from './full-rows.ts'
import { cellOf, type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'
import { readNote } from './note.ts'
import { spanOfPart } from './text-run.ts'
import { withoutLeaders } from './without-leaders.ts'

const hasFigures = ({ line }: FigureRow) => line.atoms.length > 0

/** Columns, the one that full rows end before, and whether the table prints a footnote mark. */
type BodyColumns = { columns: readonly ColumnExtent[]; end: number; prints: (mark: string) => boolean }

/** The rows and notes of a table's body. */
export type Body = { rows: GridRow[]; notes: Footnote[] }

/**
 * Rows with figures, group headings and wrapped labels between them, and notes in the table's last rows.
 *
 * Where nothing shows what words between rows are, they begin the label below, and its row is `open`.
 */
export function readBody(
  source: HtmlSource,
  lines: readonly FigureRow[],
  { columns, end, prints }: BodyColumns,
): Body {
  const rows: GridRow[] = []
  const notes: Footnote[] = []
  const groups = new GroupStack()
  let pending: Cell[] = []
  let open: Omit<Open, 'words' | 'label'> | null = null
  const capitals = beginWithCapitals(lines.filter(hasFigures).flatMap(({ words }) => words[0]?.text ?? []))
  const opens = (words: Cell, next: FigureRow | undefined) =>
    opensLabel(words.text) ||
    (next !== undefined &&
      hasFigures(next) &&
      beginsLabel(words.text, next.words[0]?.text ?? '', capitals)) ||
    (next !== undefined && !hasFigures(next) && continuesLabel('', textOf(next)))
  const isWhole = (row: FigureRow, at: number) => {
    const words = hasFigures(row) ? null : joinWords(source, row.words)
    return words !== null && readNote(words, prints) === null && !opens(words, lines[at + 1])
  }
  const below = rowsBelow(lines)
  const depth = (row: FigureRow | undefined) => (row === undefined ? 0 : typeOf(source, row).depth)
  let ended = -1
  let labelDepth = 0
  const endsAbove = (words: Cell, at: number) => {
    const above = lines[at - 1]
    const label = rows.at(-1)?.label
    if (!label || !above || !(hasFigures(above) || ended === at - 1)) return false
    if (opensLabel(label.text)) return true
    const [row, next] = [lines[at], below.get(lines[at] ?? above)]
    if (row === undefined || next === undefined || heads.has(row) || words.text.endsWith(':')) return false
    const isBetween = depth(row) > labelDepth && depth(next) <= labelDepth
    return isBetween || isTotalLabel(next.words[0]?.text ?? '')
  }
  const words = lines.filter(row => !hasFigures(row) && row.words.length > 0)
  const { heads, apart, hanging } = findHeads(
    source,
    lines,
    { all: words, whole: words.filter(isWhole) },
    columns,
  )
  for (const [at, row] of lines.entries()) {
    const next = lines[at + 1]
    if (!hasFigures(row)) {
      const words = joinWords(source, row.words)
      const note = words === null ? null : readNote(words, prints)
      const heading = heads.get(row)
      if (note !== null) notes.push(note)
      else if (words === null) continue
      else if (pending.length === 0 && endsAbove(words, at)) {
        extendLast(rows, words)
        ended = at
      } else if (pending.length > 0 || opens(words, next)) pending.push(words)
      else if (capitals && endsLabel(rows.at(-1), lines[at - 1], words)) extendLast(rows, words)
      else if (heading !== undefined) groups.head(words.text, heading)
      else {
        pending.push(words)
        open = hanging.has(row.line.index) ? { isDeeper: true } : {}
        groups.endBelow(typeOf(source, row).depth)
      }
      continue
    }
    const { over } = row
    if (over !== undefined)
      groups.head(over.text, { start: depthOf(source, over), isLevel: false, isOuter: false })
    if (apart.has(row.line.index)) groups.end()
    const read = bodyRow(source, row, columns)
    const first = row.words[0] ?? (read.label === null ? undefined : row.line.atoms[0]?.cell)
    const group = groups.isEmpty
      ? null
      : groups.pass({
          text: read.label?.text ?? null,
          start: first === undefined ? 0 : depthOf(source, first),
        })
    const own = { ...read, group, ...(group !== null && groups.isLevel && LEVEL) }
    putRow(rows, withoutLostPlaces(withWords(own, pending, open), row, end))
    labelDepth = depth(row)
    pending = []
    open = null
  }
  return { rows, notes }
}

function beginsLabel(words: string, label: string, capitals: boolean): boolean {
  return boundsRange(words, label) || (capitals && isRestOfLabel(words, label))
}

type Open = NonNullable<GridRow['open']>
type Heading = Parameters<GroupStack['head']>[1]

/**
 * The rows of words that head rows below them, and how; by their numbers those that a single row hangs from, and the rows of
 * figures that stand apart.
 */
type Heads = {
  heads: ReadonlyMap<FigureRow, Heading>
  hanging: ReadonlySet<number>
  apart: ReadonlySet<number>
}

/** What each of the rows of words is that begin no label for sure, as far as the layout shows it. */
function findHeads(
  source: HtmlSource,
  rows: readonly FigureRow[],
  { all, whole: words }: { all: readonly FigureRow[]; whole: readonly FigureRow[] },
  columns: readonly ColumnExtent[],
): Heads {
  const heads = new Map<FigureRow, Heading>()
  if (words.length === 0) return { heads, apart: new Set(), hanging: new Set() }
  const figures = rows.filter(hasFigures)
  const types = new Map([...figures, ...all].map(row => [row, typeOf(source, row)]))
  const typed = (row: FigureRow | undefined) => (row && types.get(row)) ?? NO_TYPE
  const labels = figures.filter(row => !isTotalLabel(row.words[0]?.text ?? ''))
  const plain = new Set(labels.flatMap(row => typed(row).marks))
  const labelledRows = figures.map(row => ({
    ...labelled(row, typed(row)),
    text: textOfLabel(row, columns),
    figures: placeFigures(row, columns).cells.map(cell => cell?.figure ?? null),
  }))
  const areHeadedFromTop = (words[0]?.line.index ?? 0) < (figures[0]?.line.index ?? 0)
  const markWords = (row: FigureRow) => ({
    ...labelled(row, typed(row)),
    isMarked:
      typed(row).marks.some(mark => !plain.has(mark)) || (areHeadedFromTop && spansFigures(row, figures[0])),
  })
  const labelledWords = words.map(markWords)
  const found = findGroupHeadings(labelledRows, labelledWords)
  const hanging = findHangingRows(labelledRows, all.map(markWords))
  const below = rowsBelow(rows)
  const own = new Set(words)
  const outer = new Set(
    rows.filter((row, at) => {
      const next = rows[at + 1]
      if (next === undefined || !own.has(row) || !own.has(next)) return false
      return typed(row).depth === typed(next).depth && !continuesLabel(textOf(row), textOf(next))
    }),
  )
  for (const row of words) {
    const first = below.get(row)
    const [depth, start] = [typed(row).depth, typed(first).depth]
    const isDeeper = start > depth && !hanging.has(row.line.index)
    const isShown = found.has(row.line.index) || outer.size > 0 || isDeeper || textOf(row).endsWith(':')
    if (first !== undefined && isShown)
      heads.set(row, { start: Math.min(depth, start), isLevel: start <= depth, isOuter: outer.has(row) })
  }
  return { heads, hanging, apart: findRowsApart(labelledRows, labelledWords) }
}

function labelled(row: FigureRow, { depth }: CellType) {
  return { line: row.line.index, start: depth, text: textOf(row) }
}

/** The words or the figures left of the columns; null where there are none. */
function textOfLabel(row: FigureRow, columns: readonly ColumnExtent[]): string | null {
  if (row.words.length > 0) return textOf(row)
  const { inLabel } = placeFigures(row, columns)
  return inLabel === 0
    ? null
    : row.line.atoms
        .slice(0, inLabel)
        .map(({ figure }) => figure)
        .join(' ')
}

function textOf({ words }: FigureRow): string {
  return words.map(({ text }) => text).join(' ')
}

/** The next row of figures below each row. */
function rowsBelow(rows: readonly FigureRow[]): ReadonlyMap<FigureRow, FigureRow> {
  const below = new Map<FigureRow, FigureRow>()
  let figures: FigureRow | undefined
  for (const row of rows.toReversed()) {
    if (figures !== undefined) below.set(row, figures)
    if (hasFigures(row)) figures = row
  }
  return below
}

const LEVEL = { isLevel: true } as const
const NO_TYPE: CellType = { marks: [], depth: 0 }

function typeOf(source: HtmlSource, { words: [first] }: FigureRow): CellType {
  return first === undefined ? NO_TYPE : typeOfCell(source, first)
}

function depthOf(source: HtmlSource, cell: LaidCell): number {
  return typeOfCell(source, cell).depth
}

/** Does the only cell of a row reach over the figures of those below it? */
function spansFigures({ cells: [only, ...more] }: FigureRow, below: FigureRow | undefined): boolean {
  const first = below?.line.atoms[0]
  return only !== undefined && first !== undefined && more.length === 0 && only.right > first.cell.left + 1
}

function figureOf(source: HtmlSource, { cell, figure, first, last }: CellFigure): Cell {
  const { start, end } = spanOfPart(cell, first, last)
  return { text: figure, at: placeOf(source, start, end) }
}

function joinWords(source: HtmlSource, cells: readonly LaidCell[]): Cell | null {
  const [only] = cells
  if (only !== undefined && cells.length === 1) return cellOf(source, only)
  return joinAllCells(cells.map(cell => cellOf(source, cell)))
}

/** Do words right below a row end its label, as they or it say? `Planned Unit` / `development` */
function endsLabel(row: GridRow | undefined, above: FigureRow | undefined, words: Cell): boolean {
  return (
    above !== undefined && hasFigures(above) && !!row?.label && continuesLabel(row.label.text, words.text)
  )
}

function extendLast(rows: GridRow[], words: Cell): void {
  const row = rows.pop()
  if (row === undefined) return
  rows.push({ ...row, label: row.label && joinCells(row.label, words), at: spanPlaces(row.at, words.at) })
}

/** A row of its own, or the averages of the total above. */
function putRow(rows: GridRow[], row: GridRow): void {
  const total = rows[rows.length - 1]
  const whole = total === undefined ? null : completeTotal(total, row)
  if (whole === null) rows.push(row)
  else rows[rows.length - 1] = whole
}

/** Words with a figure for each column go by order, wherever spacers have put them; other figures stand in their columns. */
function placeFigures({ words, line }: FigureRow, columns: readonly ColumnExtent[]) {
  const isOneEach = words.length > 0 && line.atoms.length === columns.length
  return isOneEach ? { cells: line.atoms, inLabel: 0 } : placeAtoms(line, columns)
}

function bodyRow(source: HtmlSource, row: FigureRow, columns: readonly ColumnExtent[]): GridRow {
  const { cells, inLabel } = placeFigures(row, columns)
  const left =
    inLabel === 0 ? row.words : [...row.words, ...row.line.atoms.slice(0, inLabel).map(({ cell }) => cell)]
  const words = joinWords(source, left)
  const label = words && withoutLeaders(words)
  const [first, last] = [row.cells[0], row.cells[row.cells.length - 1]]
  const [over, own, ...more] = left
  const isPair = over !== undefined && own !== undefined && more.length === 0
  return {
    label,
    ...(isPair && { labelPair: [cellOf(source, over), cellOf(source, own)] as const }),
    cells: cells.map(atom => atom && figureOf(source, atom)),
    group: null,
    at: placeOf(source, first?.start ?? 0, last?.end ?? 0),
  }
}

/** The row with the words above it as the beginning of its label. */
function withWords(
  row: GridRow,
  pending: readonly Cell[],
  open: Omit<Open, 'words' | 'label'> | null,
): GridRow {
  const words = joinAllCells(pending)
  if (words === null) return row
  const at = spanPlaces(words.at, row.at)
  if (row.label === null) return { ...row, label: words, at }
  const told = open === null ? {} : { open: { ...open, words, label: row.label } }
  return { ...row, ...told, label: joinCells(words, row.label), at }
}
