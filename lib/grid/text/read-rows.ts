import { completeTotal } from '../complete-total.ts'
import { shareBefore } from '../figure-words.ts'
import { type Cell, type GridRow, spanPlaces } from '../grid.ts'
import { isTotalLabel } from '../total-label.ts'
import { isGap } from './code-lines.ts'
import { endOfSigns } from './figure-token.ts'
import type { Block } from './find-blocks.ts'
import type { ColumnSets } from './find-columns.ts'
import { joinWrappedLabels } from './join-labels.ts'
import { partHeadings } from './part-headings.ts'
import { placeFigures } from './place-figures.ts'
import type { Atom, RowLine } from './row-atoms.ts'
import { codedAt, fromAt, type ScannedLines, shapeAt, startsNote, textAt, toAt } from './scan-lines.ts'

/** Rows of the grid, and the lines after the total; `below` are those of them that are rows like others. */
export type ReadRows = { rows: GridRow[]; tail: Cell[]; below: Cell[]; last: number }

/** Put the figures of a block's rows into their columns, and wrapped labels together. */
export function readRows(scan: ScannedLines, block: Block, columns: ColumnSets): ReadRows {
  const total = block.totalAt ?? Number.POSITIVE_INFINITY
  const read: GridRow[] = []
  for (const row of block.rows) if (row.index <= total) read.push(readRow(scan, row, columns))
  const averages = completeLast(scan, block, columns, read)
  const words = block.between.map(index => ({
    ...wholeLine(scan, index),
    isMarked: isUnderlined(scan, index),
  }))
  const tail = findTail(scan, block).filter(index => index !== averages)
  const below = findRowsBelow(scan, block).filter(index => index !== averages)
  return {
    rows:
      words.length === 0 ? headRows(scan, block, partHeadings(scan, read)) : joinWrappedLabels(read, words),
    tail: tail.map(index => wholeLine(scan, index)),
    below: below.map(index => wholeLine(scan, index)),
    last: Math.max(block.rows[block.rows.length - 1]?.index ?? 0, tail[tail.length - 1] ?? 0),
  }
}

/** The rows under the words that stand left of their labels; sums are under none. */
function headRows(scan: ScannedLines, { rows }: Block, read: GridRow[]): GridRow[] {
  const heads = new Map(rows.flatMap(({ index, head }) => (head === undefined ? [] : [[index + 1, head]])))
  if (heads.size === 0) return read
  let group: string | null = null
  return read.map(row => {
    const head = heads.get(row.at.line)
    if (head !== undefined) group = cellOf(scan, row.at.line - 1, head.from, head.to).text
    return row.label === null || isTotalLabel(row.label.text) ? row : { ...row, group }
  })
}

/** Put the averages in the row below the total into it, and give back the line of that; -1 where there is none. */
function completeLast(scan: ScannedLines, block: Block, columns: ColumnSets, read: GridRow[]): number {
  const below = block.rows.find(({ index }) => index > (block.totalAt ?? Number.POSITIVE_INFINITY))
  const total = read[read.length - 1]
  if (below === undefined || total === undefined) return -1
  const whole = completeTotal(total, readRow(scan, below, columns))
  if (whole === null) return -1
  read[read.length - 1] = whole
  return below.index
}

const EXTREMES = /\b(?:min|max|average|avg|weighted|mean|median)\S*[^.]*?\$?\d/i
const CLOSING_TAG = /^\s*<\/table>\s*$/i
const MOST_TAIL_LINES = 6
/** Tail lines are short; longer ones are prose, and the pattern shall not walk over them. */
const LONGEST_TAIL = 200

/** Lines after the total that still speak of the table: rows of the block, and averages and extremes right below. */
function findTail(scan: ScannedLines, { rows, totalAt }: Block): number[] {
  const tail = totalAt === null ? [] : rows.flatMap(({ index }) => (index > totalAt ? [index] : []))
  const start = (rows[rows.length - 1]?.index ?? 0) + 1
  for (let index = start; index < start + MOST_TAIL_LINES; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'rule' || shape === 'blank' || CLOSING_TAG.test(scan.lines[index] ?? '')) continue
    if (shape !== 'text' || startsNote(scan, index) || !speaksOfExtremes(textAt(scan, index))) break
    tail.push(index)
  }
  return tail
}

/** Rows below the total that give no averages and extremes, and a row by itself below them. */
function findRowsBelow(scan: ScannedLines, { rows, totalAt, loose }: Block): number[] {
  return [...rows, ...(loose === undefined ? [] : [loose])].flatMap(({ index, atoms }) => {
    const isBelow = index === loose?.index || (totalAt !== null && index > totalAt)
    return isBelow && atoms.length > 1 && !speaksOfExtremes(textAt(scan, index)) ? [index] : []
  })
}

/** A title may start with such a word too: "Maximum Mortgage Rates in Loan Group 2(1)" gives no figure. */
const NO_FIGURE = /\b(?:group|pool)s? \S+|\(\d{1,2}\)|\[\d{1,2}\]/gi

function speaksOfExtremes(text: string): boolean {
  return text.length <= LONGEST_TAIL && EXTREMES.test(text) && EXTREMES.test(text.replace(NO_FIGURE, ''))
}

/** Is a rule as deep as the line, and no longer, drawn right below it? */
function isUnderlined(scan: ScannedLines, index: number): boolean {
  const rule = index + 1
  return (
    shapeAt(scan, rule) === 'rule' &&
    fromAt(scan, rule) === fromAt(scan, index) &&
    toAt(scan, rule) <= toAt(scan, index)
  )
}

function wholeLine(scan: ScannedLines, index: number): Cell {
  return cellOf(scan, index, fromAt(scan, index), toAt(scan, index))
}

function readRow(scan: ScannedLines, row: RowLine, columns: ColumnSets): GridRow {
  const placed = placeFigures(row, columns)
  const cells: (Cell | null)[] = []
  const [drawn] = columns.sets
  placed.cells.forEach((atom, order) => {
    const own = atom !== null && drawn[order]?.isShare ? withoutBrackets(scan, row.index, atom) : atom
    cells.push(own === null ? null : readFigure(scan, row.index, own))
  })
  const label = readLabel(scan, row, placed.inLabel)
  const at = { line: row.index + 1, start: row.from + 1, end: toAt(scan, row.index) + 1 }
  const own = row.over === undefined || label === null ? at : spanPlaces(label.at, at)
  const read = { label, cells, group: null, at: own }
  if (placed.astray.length === 0) return read
  return { ...read, astray: placed.astray.map(atom => readFigure(scan, row.index, atom)) }
}

/** A share without its brackets, in a column of shares of the figures before them. */
function withoutBrackets(scan: ScannedLines, index: number, atom: Atom): Atom {
  const share = shareBefore(scan.lines[index] ?? '', atom.end)
  return share === null ? atom : { ...atom, start: share.start, end: share.end }
}

function readFigure(scan: ScannedLines, index: number, { start, end }: Atom): Cell {
  const line = codedAt(scan, index)
  return { text: line.text.slice(start, end), at: { line: index + 1, start: start + 1, end: end + 1 } }
}

/** The words and figures left of the columns, without dot leaders. */
function readLabel(scan: ScannedLines, row: RowLine, inLabel: number): Cell | null {
  if (row.over !== undefined) return cellOf(scan, row.over, row.from, row.to)
  const line = codedAt(scan, row.index)
  const last: Atom | undefined = row.atoms[inLabel - 1]
  let to = last === undefined ? row.to : endOfSigns(line.text, last.end)
  while (to > row.from && isGap(line, to - 1)) to--
  return to > row.from ? cellOf(scan, row.index, row.from, to) : null
}

/** The text between two columns of a line, inner runs of blanks folded. */
export function cellOf(scan: ScannedLines, index: number, from: number, to: number): Cell {
  const { text, codes, start } = codedAt(scan, index)
  const printed = text.slice(from, to)
  return {
    text: hasRuns(codes, start + from, start + to) ? printed.replace(BLANKS, ' ') : printed,
    at: { line: index + 1, start: from + 1, end: to + 1 },
  }
}

const BLANKS = /[\s\u00a0]+/g

/** Two blanks in a row, a tab, or a blank of another kind. Saves time: most texts have none and stay as they are. */
function hasRuns(codes: Uint16Array, from: number, to: number): boolean {
  let before = 0
  for (let at = from; at < to; at++) {
    const code = codes[at] ?? 0
    if (code === 9 || code === 160 || (code === 32 && before === 32)) return true
    before = code
  }
  return false
}
