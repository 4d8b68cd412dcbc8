import { isTotalLabel } from '../total-label.ts'
import type { Atom, RowLine } from './row-atoms.ts'
import { groupRows } from './row-groups.ts'

/**
 * Where the figures of a column stand over all rows, 0-based, and whether `$` or `%` stands beside any of them. `isShare`
 * where each is printed in brackets behind the figure of the column before, of which it is the share.
 */
export type ColumnExtent = {
  start: number
  end: number
  money: boolean
  percent: boolean
  isShare?: boolean
}

/**
 * Project the figures of all rows onto the columns of the table.
 *
 * Rows with the most common number of figures set the columns, by their order from the left; other rows, like a total
 * that fills only some, find theirs by overlap. A first column whose rows have no label to its left holds the labels
 * themselves (exact rates, terms), and so do figures a single blank behind the words of a label.
 *
 * Returns columns from left to right, without the labels' own.
 */
export function findColumns(rows: readonly RowLine[]): ColumnExtent[] {
  const { usual, columns } = countColumns(rows)
  return spanByOrder(usual, columns)
}

/**
 * The columns as groups of rows draw them that stand shifted against each other, those of most rows first, and how many
 * figures a row with a figure in each column has, those of its label counted in. `isPacked`: full rows are printed
 * with a single blank between any two figures, so that places may tell nothing and order tells all.
 */
export type ColumnSets = {
  sets: [ColumnExtent[], ...ColumnExtent[][]]
  figures: number
  isPacked: boolean
}

/** What is printed of a page beside the figures: the text of a line between two places, and what a header names. */
export type PrintedPage = {
  textOf: (row: RowLine, from: number, to: number) => string
  /** Has a line of the header a piece for the labels and one for each of so many columns, the first of them here? */
  isHeaded: (columns: number, first: { start: number; end: number }) => boolean
}

/** Find the columns of a page of text, where each line has been set on its own. */
export function findColumnSets(rows: readonly RowLine[], page: PrintedPage): ColumnSets {
  const { usual, columns } = countColumns(rows, page)
  const all = spanByOrder(usual, columns)
  const groups = groupRows(usual, columns)
  const [first = all, ...others] = groups.length < 2 ? [] : groups.map(group => drawSet(group, all))
  return {
    sets: [first, ...others],
    figures: usual[0]?.atoms.length ?? 0,
    isPacked: columns > 1 && usual.every(isPackedRow),
  }
}

/** Does a single blank stand between any two of label and figures, signs counted in? */
export function isPackedRow({ from, to, atoms }: RowLine): boolean {
  let end = to > from ? to : null
  for (const atom of atoms) {
    if (end !== null && atom.from - end > 1) return false
    end = atom.end + (atom.percent ? 1 : 0)
  }
  return true
}

/** Columns where a group has them, with the signs of all rows. */
function drawSet(group: readonly RowLine[], all: readonly ColumnExtent[]): ColumnExtent[] {
  return spanByOrder(group, all.length).map(({ start, end }, order) => ({
    money: all[order]?.money ?? false,
    percent: all[order]?.percent ?? false,
    ...(all[order]?.isShare && { isShare: true }),
    start,
    end,
  }))
}

/** The rows with the most common number of figures, and how many of these are not of their labels. */
function countColumns(
  rows: readonly RowLine[],
  page: PrintedPage | null = null,
): { usual: RowLine[]; columns: number } {
  const count = mostCommonCount(rows)
  const usual = rows.filter(row => row.atoms.length === count)
  let columns = count
  while (columns > 1 && isPartOfLabels(usual, count - columns)) columns--
  return { usual, columns: columns < count && page !== null && isOfColumn(usual, page) ? count : columns }
}

/** A figure by thousands or of dollars, as columns print it and no name ends in one. */
const AMOUNT = /^\$|^\d{1,3},\d{3}/

/**
 * Are the first figures those of a column, though they stand a single blank behind the words of the labels?
 *
 * > State      Loans        Balance
 *   California 1,204    240,800,000      a piece of the header over each of them
 *   New Jersey   415     95,450,000
 *   Total      1,619    336,250,000      no name of a row ends in a figure behind "Total"
 */
function isOfColumn(rows: readonly RowLine[], { textOf, isHeaded }: PrintedPage): boolean {
  const named = rows.filter(({ from, to }) => to > from)
  if (named.length * 2 <= rows.length) return false
  const first = { start: Number.POSITIVE_INFINITY, end: 0 }
  for (const row of named) {
    const [atom] = row.atoms
    if (atom === undefined) return false
    const figure = textOf(row, atom.from, atom.end)
    if (!/\d/.test(figure)) return false
    if (AMOUNT.test(figure) || isTotalLabel(textOf(row, row.from, row.to).trim())) return true
    first.start = Math.min(first.start, atom.start)
    first.end = Math.max(first.end, atom.end)
  }
  return isHeaded(rows[0]?.atoms.length ?? 0, first)
}

/** Most rows have this many figures; of equals the larger, for labels are outvoted by position later. */
function mostCommonCount(rows: readonly RowLine[]): number {
  const votes: number[] = []
  for (const { atoms } of rows) {
    while (votes.length <= atoms.length) votes.push(0)
    votes[atoms.length] = (votes[atoms.length] ?? 0) + 1
  }
  let best = 0
  for (let length = 0; length < votes.length; length++)
    if ((votes[length] ?? 0) > 0 && (votes[length] ?? 0) >= (votes[best] ?? 0)) best = length
  return best
}

/** The extents of the last figures of each row, by their order from the left. */
function spanByOrder(rows: readonly RowLine[], count: number): ColumnExtent[] {
  const columns: ColumnExtent[] = []
  for (const { atoms } of rows) {
    const inLabel = atoms.length - count
    for (let order = 0; order < count; order++) {
      const atom = atoms[inLabel + order]
      const column = columns[order]
      if (atom === undefined) break
      if (column !== undefined) widen(column, atom)
      else columns.push(extentOf(atom))
    }
  }
  return columns
}

function extentOf({ start, end, money, percent, isShare }: Atom): ColumnExtent {
  return isShare ? { start, end, money, percent, isShare } : { start, end, money, percent }
}

function widen(column: ColumnExtent, atom: Atom) {
  if (column.isShare && !atom.isShare) column.isShare = false
  if (atom.start < column.start) column.start = atom.start
  if (atom.end > column.end) column.end = atom.end
  if (atom.money) column.money = true
  if (atom.percent) column.percent = true
}

/** Do the figures at this place in the order belong to the labels, in more than half of the rows? */
function isPartOfLabels(rows: readonly RowLine[], order: number): boolean {
  let inLabel = 0
  for (const row of rows) if (endsLabel(row, order)) inLabel++
  return inLabel * 2 > rows.length
}

/**
 * Nothing to its left, or words a single blank away while the next figure stands farther off. A dash that joins a figure
 * to the words does not part them.
 *
 * > 3/27 LIB6M - IO - 60        733        17.55
 *                   ^ ^ both end the label
 */
function endsLabel(row: RowLine, order: number): boolean {
  const first = row.atoms[0]
  const second = row.atoms[1]
  if (first === undefined || second === undefined) return false
  if (order === 0 && row.to === row.from) return true
  if (first.from - row.to > 1) return false
  const isJoined = first.end - first.start === 1 && second.from - first.end === 1
  if (!isJoined) return order === 0 && second.from - first.end > 2
  const third = row.atoms[2]
  return order <= 1 && third !== undefined && third.from - second.end > 2
}

/**
 * Give each figure of a row its column: the one it overlaps, from the right, at most one figure to a column.
 *
 * Returns one entry a column, null where the row prints nothing, and how many figures on the left belong to the label.
 */
export function placeAtoms<A extends Atom>(
  { atoms }: { atoms: readonly A[] },
  columns: readonly ColumnExtent[],
): { cells: (A | null)[]; inLabel: number } {
  const cells: (A | null)[] = []
  for (let order = 0; order < columns.length; order++) cells.push(null)
  let order = columns.length - 1
  let index = atoms.length - 1
  for (; index >= 0 && order >= 0; index--) {
    const atom = atoms[index]
    const at = atom === undefined ? -1 : nearestColumn(atom, columns, order)
    if (atom === undefined || at < 0) break
    cells[at] = atom
    order = at - 1
  }
  return { cells, inLabel: index + 1 }
}

/** The column up to `last` that the figure overlaps most, else the nearest right edge a few characters away; or -1. */
function nearestColumn(atom: Atom, columns: readonly ColumnExtent[], last: number): number {
  const likely = columns[last]
  // No column can hold more of the figure than all of it; nearly all figures end here.
  if (likely !== undefined && atom.start >= likely.start && atom.end <= likely.end) return last
  let best = -1
  let bestOverlap = 0
  for (let order = last; order >= 0; order--) {
    const column = columns[order]
    if (column === undefined) continue
    const overlap = Math.min(atom.end, column.end) - Math.max(atom.start, column.start)
    if (overlap > bestOverlap) {
      best = order
      bestOverlap = overlap
    }
    if (column.end < atom.start) break
  }
  return best >= 0 ? best : nearestEdge(atom, columns, last)
}

/** How far a figure may stray from the edges of its column: totals are often set by hand. */
const MOST_STRAY = 3

function nearestEdge(atom: Atom, columns: readonly ColumnExtent[], last: number): number {
  for (let order = last; order >= 0; order--) {
    const column = columns[order]
    if (column === undefined) continue
    const gap = Math.max(column.start - atom.end, atom.start - column.end)
    if (gap <= MOST_STRAY) return order
  }
  return -1
}

/** The column so many characters further right. */
export function moveColumn(column: ColumnExtent, by: number): ColumnExtent {
  return { ...column, start: column.start + by, end: column.end + by }
}
