import { countsRows, isOverRanks, readRank } from '../rank-numbers.ts'
import { isSignBefore, readCellFigure } from './figure-cell.ts'
import type { LaidCell } from './lay-out-table.ts'

/** Words, and a figure behind them. */
const MOST_BEFORE_WORDS = 2

/**
 * The rows of a table without the cells that count them, nor the one that stands over these.
 *
 * > Rank | State      | Loans         State      | Loans
 *   1    | California | 40            California | 40
 *   2    | Texas      | 35            Texas      | 35
 *
 * Numbers under a header of their own that says something else, such as "Period", are no ranks. Those before labels that
 * are numbers themselves, such as ZIP codes, are ranks where a header says so.
 */
export function withoutRanks(rows: readonly LaidCell[][]): LaidCell[][] {
  const over = rows.findIndex(([own, next, ...more]) => next && more.length > 0 && RANK.test(own?.text ?? ''))
  const isRanked = over < 0 ? isRankedName : isNumbered
  const first = rows.findIndex((cells, at) => at > over && isRanked(cells))
  if (first < 0) return [...rows]
  const left = rows[first]?.[0]?.left ?? 0
  if (rows.slice(0, first).some(cells => namesNumbers(cells, left))) return [...rows]
  const below = rows.slice(first).filter(cells => cells.length > MOST_BEFORE_WORDS)
  const ranks = below.map(cells => (isRanked(cells) ? readRank(cells[0]?.text ?? '') : null))
  if (!countsRows(ranks)) return [...rows]
  return rows.map((cells, at) => {
    const [cell] = cells
    if (cell === undefined || cell.left !== left || cell.right > left + 1) return [...cells]
    const isRank = at < first ? isOverRanks(cell.text) : isRanked(cells)
    return isRank ? cells.slice(1) : [...cells]
  })
}

const RANK = /^rank(?:ing)?$/i

/** A small number, a name of any kind, and figures. */
function isNumbered([rank, name, ...figures]: readonly LaidCell[]): boolean {
  return rank !== undefined && name !== undefined && figures.length > 0 && readRank(rank.text) !== null
}

/** A small number, words, and figures. */
function isRankedName([rank, name, ...figures]: readonly LaidCell[]): boolean {
  if (rank === undefined || name === undefined || readRank(rank.text) === null) return false
  if (isSignBefore(name.text) || readCellFigure(name) !== null) return false
  return figures.some(cell => readCellFigure(cell) !== null)
}

/** Does a row of the header name the numbers and the words behind them each, and call the numbers no ranks? */
function namesNumbers([own, next]: readonly LaidCell[], left: number): boolean {
  if (own === undefined || next === undefined || own.left !== left || own.right > left + 1) return false
  return !isOverRanks(own.text) && next.left === own.right
}
