import type { Cell } from '../grid.ts'
import { isFigure, isMissing } from '../text/figure-token.ts'
import type { Atom, RowLine } from '../text/row-line.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'

/** A row of cells told apart: words on the label side, and figures with their columns as extents. */
export type FigureRow = {
  cells: LaidCell[]
  words: LaidCell[]
  line: RowLine
  figures: Map<Atom, Cell>
  /** The cell a figure stands in, for figures that are labels. */
  holders: Map<Atom, LaidCell>
}

/** Columns are drawn this wide, so that neighbours never touch and extents can be compared as on a printed page. */
export const WIDTH = 10

/** Tell words and figures of a row apart. `$`, `%` and `)` in cells of their own belong to the figure beside them. */
export function readFigureRow(source: HtmlSource, cells: LaidCell[], index: number): FigureRow {
  const line: RowLine = { index, from: 0, to: 0, atoms: [] }
  const row: FigureRow = { cells, words: [], line, figures: new Map(), holders: new Map() }
  let dollar = false
  let isText = false
  for (const cell of cells) {
    const last = line.atoms[line.atoms.length - 1]
    if (isText) row.words.push(cell)
    else if (cell.text === '$') dollar = true
    else if (cell.text === '%' && last !== undefined) last.percent = true
    else if (cell.text === ')' && last !== undefined) continue
    else if (takeFigure(source, row, cell, dollar)) dollar = false
    else if (line.atoms.length === 0) row.words.push(cell)
    else {
      isText = !isNumbering(row)
      giveBack(row, cell)
    }
  }
  const end = row.words[row.words.length - 1]
  if (end !== undefined) line.to = end.right * WIDTH - 1
  return row
}

/** Whole numbers before any words count the rows, or are years: `1 | July 2005 | 210,400,000`. */
function isNumbering({ words, line, figures }: FigureRow): boolean {
  return (
    words.length === 0 &&
    line.atoms.every(atom => /^\d{1,4}$/.test(figures.get(atom)?.text ?? '') && !atom.money)
  )
}

/** Words after figures make those figures words too. */
function giveBack(row: FigureRow, cell: LaidCell) {
  row.words = row.cells.slice(0, row.cells.indexOf(cell) + 1)
  row.line.atoms = []
  row.figures.clear()
}

const SIGNED = /^(\(?)\s*(\$?)\s*(.*?)\s*(%?)\s*(?:\(\d{1,2}\))?$/

function takeFigure(source: HtmlSource, row: FigureRow, cell: LaidCell, dollar: boolean): boolean {
  if (cell.text.length > 30) return false
  const [, open = '', money = '', body = '', percent = ''] = SIGNED.exec(cell.text) ?? []
  const isNegative = open !== '' && !body.endsWith(')')
  const digits = isNegative ? body : `${open}${body}`
  if (!isFigure(digits, 0, digits.length) && !isMissing(digits, 0, digits.length)) return false
  const [start, end] = [cell.left * WIDTH + 1, cell.right * WIDTH - 1]
  const atom: Atom = { from: start, start, end, money: dollar || money !== '', percent: percent !== '' }
  row.line.atoms.push(atom)
  row.holders.set(atom, cell)
  row.figures.set(atom, {
    text: isNegative ? `(${digits})` : digits,
    at: placeInside(source, cell, isNegative ? `(${money}${digits}` : digits),
  })
  return true
}

/** The place of the digits in the cell's markup; of the whole cell where entities stand between. */
function placeInside(source: HtmlSource, cell: LaidCell, digits: string): Cell['at'] {
  const at = source.text.slice(cell.start, cell.end).indexOf(digits)
  return at < 0
    ? placeOf(source, cell.start, cell.end)
    : placeOf(source, cell.start + at, cell.start + at + digits.length)
}
