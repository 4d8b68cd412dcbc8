import type { Grid, GridColumn } from '../grid.ts'
import { joinAllCells } from '../join-cells.ts'
import { headShares } from '../share-columns.ts'
import { type ColumnExtent, findColumns } from '../text/find-columns.ts'
import { WIDTH } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import { HeaderWords } from './header-words.ts'
import { cellOf, type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'

/** The first row of figures, those that tell the columns, and these. */
type Body = { first: FigureRow; full: readonly FigureRow[]; columns: readonly ColumnExtent[] }

/** Cells over the labels, and over each column of figures. */
type Bins = { stub: HeaderWords; over: HeaderWords[] }

/**
 * Header cells go to every column of figures they stand over; those left of all figures make the stub.
 *
 * Where the header ends before the last column, a cell may be left out: words go by order where each row has one cell for
 * each column, with or without one for the labels, and are in doubt.
 *
 * > <td>Loans     <td>Balance   <td>Percent
 *   <td>Full      <td>94        <td>$20,438,115.64   <td>32.75%
 */
export function readHtmlHeader(
  source: HtmlSource,
  headers: readonly LaidCell[],
  body: Body,
): Pick<Grid, 'stub' | 'stubPair' | 'columns' | 'across'> {
  const header = headColumns(source, headers, body)
  const over = findAcross(headers, body.columns)
  if (over === null) return header
  const below = headers.filter(cell => cell !== over)
  const { columns } = headColumns(source, below, body)
  const isHeaded = columns.every(({ header: words }) => words !== '')
  return isHeaded ? { ...header, across: { text: over.text, columns } } : header
}

/** The cell that stands over all columns and nothing else; null where none does. */
function findAcross(headers: readonly LaidCell[], columns: readonly ColumnExtent[]): LaidCell | null {
  const [first, last] = [columns[0], columns[columns.length - 1]]
  if (first === undefined || last === undefined || first === last) return null
  const isAcross = ({ left, right }: LaidCell) =>
    left > 0 && left * WIDTH <= first.start && right * WIDTH >= last.end
  return headers.find(isAcross) ?? null
}

function headColumns(
  source: HtmlSource,
  headers: readonly LaidCell[],
  { first, full, columns }: Body,
): Pick<Grid, 'stub' | 'stubPair' | 'columns'> {
  const signed = withSigns(full, columns)
  const isShort = endsBeforeLast(headers, signed)
  const labels = (first.words.at(-1) ?? first.cells[0])?.right ?? 1
  const byOrder = isShort ? pairByOrder(headers, columns.length) : null
  const { stub, over } = byOrder ?? pairByPlace(headers, columns, signed, labels)
  const joined = (words: HeaderWords | undefined) =>
    joinAllCells((words?.cells ?? []).map(cell => cellOf(source, cell)))
  const start = first.cells[0]?.start ?? 0
  const bare = placeOf(source, start, start)
  const headed = columns.map(({ money, percent }, order): GridColumn => {
    const cell = joined(over[order])
    const header = { header: cell?.text ?? '', at: cell?.at ?? bare, money, percent }
    return isShort && cell !== null ? { ...header, inDoubt: true } : header
  })
  return {
    stub: joined(stub),
    ...pairStub(source, stub.cells),
    columns: columns.some(({ isShare }) => isShare) ? headShares(headed, columns) : headed,
  }
}

/** The columns with the cells of their signs before them, over which alone a header may stand. */
function withSigns(rows: readonly FigureRow[], columns: readonly ColumnExtent[]): readonly ColumnExtent[] {
  const isSigned = rows.some(({ line }) => line.atoms.some(({ signed, start }) => signed < start))
  if (!isSigned) return columns
  return findColumns(
    rows.map(({ line }) => ({ ...line, atoms: line.atoms.map(atom => ({ ...atom, start: atom.signed })) })),
  )
}

function pairByPlace(
  headers: readonly LaidCell[],
  columns: readonly ColumnExtent[],
  signed: readonly ColumnExtent[],
  labels: number,
): Bins {
  const bins = newBins(columns.length)
  const left = columns[0]?.start ?? 0
  const covering = (cell: LaidCell) => coveredBy(cell, columns) ?? coveredBy(cell, signed)
  const full = new Set(
    [...Map.groupBy(headers, ({ row }) => row)]
      .filter(([, cells]) => headsEach(cells, columns.length, covering))
      .map(([row]) => row),
  )
  for (const cell of headers) {
    const covered = covering(cell)
    if (covered !== null)
      for (let order = covered.from; order < covered.to; order++) bins.over[order]?.add(cell)
    else if (cell.right * WIDTH <= left && cell.left < labels) bins.stub.add(cell)
    else if (!full.has(cell.row)) bins.over[nearest(cell, columns)]?.add(cell)
  }
  return bins
}

/** Has each column a cell of this row over itself alone? Then a further cell of it stands over a column without figures. */
function headsEach(
  cells: readonly LaidCell[],
  columns: number,
  covering: (cell: LaidCell) => { from: number; to: number } | null,
): boolean {
  const covered = cells.flatMap(cell => covering(cell) ?? [])
  const isAlone = covered.every(({ from, to }) => to === from + 1)
  return isAlone && covered.length === columns && new Set(covered.map(({ from }) => from)).size === columns
}

/** The cells of each row one by one; null where a row has not one for each column, with or without the labels. */
function pairByOrder(headers: readonly LaidCell[], columns: number): Bins | null {
  const bins = newBins(columns)
  for (const cells of Map.groupBy(headers, ({ row }) => row).values()) {
    const inStub = cells.length - columns
    if (inStub !== 0 && inStub !== 1) return null
    cells.forEach((cell, order) => {
      const own = order < inStub ? bins.stub : bins.over[order - inStub]
      own?.add(cell)
    })
  }
  return bins
}

function newBins(columns: number): Bins {
  return { stub: new HeaderWords(), over: Array.from({ length: columns }, () => new HeaderWords()) }
}

/** Do header rows end before the last column? A cell left out at their beginning looks so, and heads all others wrong. */
function endsBeforeLast(headers: readonly LaidCell[], columns: readonly ColumnExtent[]): boolean {
  const last = columns[columns.length - 1]
  return headers.length > 0 && last !== undefined && headers.every(({ row }) => row.end * WIDTH <= last.start)
}

/** The columns that a cell stands over, `to` exclusive; null where it stands over none. Extents begin and end in order. */
function coveredBy(cell: LaidCell, columns: readonly ColumnExtent[]): { from: number; to: number } | null {
  const [left, right] = [cell.left * WIDTH, cell.right * WIDTH]
  const from = countWhile(columns, ({ end }) => end <= left)
  const to = countWhile(columns, ({ start }) => start < right)
  return from < to ? { from, to } : null
}

/** The column whose middle is nearest to the cell's, the first of two. */
function nearest(cell: LaidCell, columns: readonly ColumnExtent[]): number {
  const middle = ((cell.left + cell.right) * WIDTH) / 2
  const middleOf = (order: number) => ((columns[order]?.start ?? 0) + (columns[order]?.end ?? 0)) / 2
  const right = countWhile(columns, ({ start, end }) => (start + end) / 2 < middle)
  if (right === 0) return 0
  const isLeft = right === columns.length || middle - middleOf(right - 1) <= middleOf(right) - middle
  const best = isLeft ? middleOf(right - 1) : middleOf(right)
  return countWhile(columns, ({ start, end }) => (start + end) / 2 < best)
}

/** How many of a list's first items hold, where those that do come before all others; found by halving. */
function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return low
}

/** The cells of the stub, where they are two beside each other. */
function pairStub(source: HtmlSource, cells: readonly LaidCell[]): Pick<Grid, 'stubPair'> {
  const [first, second] = cells
  return first !== undefined && second !== undefined && cells.length === 2 && first.right <= second.left
    ? { stubPair: [cellOf(source, first), cellOf(source, second)] }
    : {}
}
