import { endOfCounted, isDollarSign } from '../figure-words.ts'
import type { RowLine } from '../text/row-atoms.ts'
import {
  type CellFigure,
  isLess,
  isSignBefore,
  isSignBehind,
  readCellFigure,
  readCellMark,
  readMissingWords,
  readSeveral,
  WIDTH,
} from './figure-cell.ts'
import type { LaidCell } from './lay-out-table.ts'

/** A row of cells told apart: words on the label side, and figures with their columns as extents. */
export type FigureRow = {
  cells: readonly LaidCell[]
  words: LaidCell[]
  /** What heads it, where that stands in a column left of the labels. */
  over?: LaidCell
  line: Omit<RowLine, 'atoms'> & { atoms: CellFigure[] }
}

/** Tell words and figures of a row apart. Signs in cells of their own belong to the figure beside them. */
export function readFigureRow(cells: readonly LaidCell[], index: number): FigureRow {
  const row: FigureRow = { cells, words: [], line: { index, from: 0, to: 0, atoms: [] } }
  let signs: LaidCell[] = []
  let isText = false
  for (const cell of cells) {
    if (isText) row.words.push(cell)
    else if (isSignBefore(cell.text)) signs.push(cell)
    else if (takeFigure(row, cell, signs)) signs = []
    else if (row.line.atoms.length === 0) row.words.push(cell)
    else if (!takeSign(row, cell.text)) {
      isText = !isNumbering(row)
      giveBack(row, cell)
    }
  }
  if (row.line.hasMarks && row.line.atoms.every(({ isMark }) => isMark)) {
    row.words = [...cells]
    row.line.atoms = []
  }
  const end = row.words[row.words.length - 1]
  if (end !== undefined) row.line.to = end.right * WIDTH - 1
  return row
}

function takeFigure({ line, words }: FigureRow, cell: LaidCell, signs: readonly LaidCell[]): boolean {
  const isLabel = words.length === 0 && line.atoms.length === 0
  if (isLabel && (isLess(cell.text) || endOfCounted(cell.text) >= 0)) return false
  const apart = line.atoms.length > 0 ? (readMissingWords(cell) ?? readSeveral(cell)) : null
  const atom = readCellFigure(cell) ?? (isLabel ? null : (readCellMark(cell) ?? apart))
  if (atom === null) return false
  if (atom.isMark) line.hasMarks = true
  const sign = signs[signs.length - 1]
  if (sign !== undefined) atom.signed -= (cell.left - sign.left) * WIDTH
  for (const { text } of signs) {
    if (text.includes('(')) atom.isOpen = true
    if (text.includes('$') || isDollarSign(text)) atom.money = true
  }
  if (atom.percent) giveDollarsBack(line.atoms[line.atoms.length - 1], atom)
  line.atoms.push(atom)
  return true
}

function takeSign({ line }: FigureRow, text: string): boolean {
  const last = line.atoms[line.atoms.length - 1]
  if (last === undefined || !isSignBehind(text)) return false
  if (text.includes('%')) {
    last.percent = true
    giveDollarsBack(line.atoms[line.atoms.length - 2], last)
  }
  if (text.includes(')') && last.isOpen) last.figure = `(${last.figure})`
  return true
}

/**
 * Dollars named in a cell before a percent are those of the figure before it.
 *
 * > 14,618,977.83 | USD | 35.03%
 */
function giveDollarsBack(before: CellFigure | undefined, percent: CellFigure) {
  if (!percent.money || before === undefined || before.money || before.percent) return
  percent.money = false
  before.money = true
}

/** Whole numbers before any words count the rows, or are years: `1 | July 2005 | 210,400,000`. */
function isNumbering({ words, line }: FigureRow): boolean {
  return words.length === 0 && line.atoms.every(({ figure, money }) => /^\d{1,4}$/.test(figure) && !money)
}

/** Words after figures make those figures words too. */
function giveBack(row: FigureRow, cell: LaidCell) {
  row.words = row.cells.slice(0, row.cells.indexOf(cell) + 1)
  row.line.atoms = []
}
