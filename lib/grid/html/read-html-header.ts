import type { Cell, GridColumn } from '../grid.ts'
import { type ColumnExtent, findColumns } from '../text/find-columns.ts'
import { joinCells } from '../text/read-rows.ts'
import { WIDTH } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import { cellOf, type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'

/** The first row of figures, those that tell the columns, and these. */
type Body = { first: FigureRow; full: readonly FigureRow[]; columns: readonly ColumnExtent[] }

/** Cells over the labels, and over each column of figures. */
type Bins = { stub: LaidCell[]; over: LaidCell[][] }

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
  { first, full, columns }: Body,
): { stub: Cell | null; columns: GridColumn[] } {
  const signed = withSigns(full, columns)
  const isShort = endsBeforeLast(headers, signed)
  const labels = (first.words.at(-1) ?? first.cells[0])?.right ?? 1
  const byOrder = isShort ? pairByOrder(headers, columns.length) : null
  const { stub, over } = byOrder ?? pairByPlace(headers, columns, signed, labels)
  const joined = (cells: readonly LaidCell[]) => joinAll(cells.map(cell => cellOf(source, cell)))
  const start = first.cells[0]?.start ?? 0
  const bare = placeOf(source, start, start)
  return {
    stub: joined(stub),
    columns: columns.map(({ money, percent }, order) => {
      const cell = joined(over[order] ?? [])
      const header = { header: cell?.text ?? '', at: cell?.at ?? bare, money, percent }
      return isShort && cell !== null ? { ...header, inDoubt: true } : header
    }),
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
  const bins: Bins = { stub: [], over: columns.map(() => []) }
  const left = columns[0]?.start ?? 0
  for (const cell of headers) {
    const over = [columns, signed].map(one => coveredBy(cell, one)).find(one => one.length > 0) ?? []
    const owners = over.length > 0 ? over : [nearest(cell, columns)]
    if (over.length === 0 && cell.right * WIDTH <= left && cell.left < labels) bins.stub.push(cell)
    else for (const order of owners) bins.over[order]?.push(cell)
  }
  return bins
}

/** The cells of each row one by one; null where a row has not one for each column, with or without the labels. */
function pairByOrder(headers: readonly LaidCell[], columns: number): Bins | null {
  const bins: Bins = { stub: [], over: Array.from({ length: columns }, () => []) }
  for (const cells of Map.groupBy(headers, ({ row }) => row).values()) {
    const inStub = cells.length - columns
    if (inStub !== 0 && inStub !== 1) return null
    cells.forEach((cell, order) => {
      const own = order < inStub ? bins.stub : bins.over[order - inStub]
      own?.push(cell)
    })
  }
  return bins
}

/** Do header rows end before the last column? A cell left out at their beginning looks so, and heads all others wrong. */
function endsBeforeLast(headers: readonly LaidCell[], columns: readonly ColumnExtent[]): boolean {
  const last = columns[columns.length - 1]
  return headers.length > 0 && last !== undefined && headers.every(({ row }) => row.end * WIDTH <= last.start)
}

function coveredBy(cell: LaidCell, columns: readonly ColumnExtent[]): number[] {
  return columns.flatMap(({ start, end }, order) =>
    cell.left * WIDTH < end && cell.right * WIDTH > start ? [order] : [],
  )
}

function nearest(cell: LaidCell, columns: readonly ColumnExtent[]): number {
  const middle = ((cell.left + cell.right) * WIDTH) / 2
  let best = 0
  columns.forEach(({ start, end }, order) => {
    const column = columns[best]
    if (column && Math.abs((start + end) / 2 - middle) < Math.abs((column.start + column.end) / 2 - middle))
      best = order
  })
  return best
}

/** Words one behind the other as one cell; null of none. */
export function joinAll(cells: readonly Cell[]): Cell | null {
  const [first, ...rest] = cells
  return first === undefined ? null : rest.reduce(joinCells, first)
}
