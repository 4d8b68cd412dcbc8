import { sayLines } from '../../addresses/place-address.ts'
import { cellKey, failingCells } from '../../evidence/failing-cells.ts'
import { largest } from '../../extremes.ts'
import { nameGroup } from '../../names/loan-groups.ts'
import type { Check, Stratification } from '../../report.ts'
import { type BookCell, headRow, type Look, type Sheet, textCell, wholeSheet } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { type DerivedColumn, derivedColumns, type PoolTotals } from './derived-columns.ts'
import { differenceFormat, figureCell, formatOf, placesOf } from './figures.ts'
import { differenceOf, fromSheet, liveCell, type Spot, spotAt } from './live.ts'
import { measuredColumns, rangeColumns, wordsColumns } from './table-columns.ts'
import { headRows, type TableGrid, tableGrid } from './table-grid.ts'

/** A stratification's sheet, and what other sheets may name of it. */
export type TableSheet = {
  sheet: Sheet
  table: Stratification
  /** The rows of its buckets and the last column of what is filed, from 0. */
  body: { first: number; last: number; lastColumn: number }
  /** What the rows give for a measure, of one of them or of all: a formula's cell, null where there is none. */
  found: (row: number | 'total', measure: string) => Spot | null
  /** The total of a measure as printed. */
  printed: (measure: string) => Spot | null
}

type Around = { source: BookSource; checks: readonly Check[]; pool: PoolTotals; name: string }

/**
 * A stratification as a sheet: what the filing prints in blue, each figure with a link to its line, then what follows from
 * it as formulas. Under the rows stand the total as printed, what the rows come to, and by how much the two differ.
 */
export function tableSheet(table: Stratification, { source, checks, pool, name }: Around): TableSheet {
  const words = wordsColumns(table)
  const filed = [...rangeColumns(table), ...measuredColumns(table)]
  const grid = tableGrid(table, words.length, filed)
  const derived = derivedColumns(grid, source.report.stratifications, pool)
  const failing = failingCells(source.report, table, checks)
  const paint = painter(source, failing, grid)
  const heads = [
    ...[...words, ...filed, ...derived].map(({ header }) => header),
    'Line',
    ...(failing.size > 0 ? [faultHead] : []),
  ]
  const rows = table.buckets.map((bucket, row) => [
    ...words.map(({ wordsOf }, column) =>
      textCell(wordsOf(bucket), { ink: 'filed' }, column === 0 ? linkToPlace(source, bucket.at) : null),
    ),
    ...filed.map(column => paint.figure(row, column, column.figureOf(bucket), column.placeOf(bucket))),
    ...derived.map(column => liveCell(column.rows[row] ?? null, derivedFormat(column))),
    paint.line(bucket.at),
    ...paint.faults(row),
  ])
  return {
    table,
    body: { first: headRows, last: grid.totalRow - 1, lastColumn: grid.nextColumn - 1 },
    found: (row, measure) => {
      const spot = foundIn(grid, derived, row, measure)
      return spot && fromSheet(name, spot)
    },
    printed: measure => {
      const spot = grid.printedTotal(measure)
      return spot && fromSheet(name, spot)
    },
    sheet: {
      name,
      rows: [
        ...headOf(table, source),
        headRow(heads, rows),
        ...rows,
        ...totalRows(grid, derived, words.length, paint),
        ...notesOf(table, source),
      ],
      widths: widthsOf(heads, rows),
      frozen: { rows: headRows, columns: 1 },
      ...(failing.size > 0 && { tab: 'fault' as const }),
    },
  }
}

type Painter = ReturnType<typeof painter>

/** Cells of what is filed, with their links, and marked where a check fails. */
function painter(source: BookSource, failing: ReadonlyMap<string, string>, { filed }: TableGrid) {
  return {
    figure: (
      row: number | 'total',
      { measure, unit, decimals }: TableGrid['filed'][number],
      value: number | null,
      at: Parameters<typeof linkToPlace>[1],
      look: Look = {},
    ) => {
      const fails = failing.has(cellKey({ row, measure }))
      const own: Look = { ...look, ink: 'filed', ...(fails && { fill: 'fault' }) }
      return figureCell(value, { unit, decimals }, own, linkToPlace(source, at))
    },
    line: (at: Stratification['at']) =>
      figureCell(at.line, { unit: 'years', decimals: 0 }, { ink: 'note' }, linkToPlace(source, at)),
    /** What fails in a row, where anything does in the table. */
    faults: (row: number | 'total') => {
      const said = filed.flatMap(({ measure }) => failing.get(cellKey({ row, measure })) ?? [])
      return failing.size === 0 ? [] : [textCell([...new Set(said)].join('; '), { ink: 'fault' })]
    },
  }
}

function derivedFormat({ measure, unit, decimals }: DerivedColumn): string {
  return measure === null ? differenceFormat(unit, decimals) : formatOf(unit, decimals)
}

/** The cell that holds what the rows give: a formula beside a row, or under a column. */
function foundIn(
  grid: TableGrid,
  derived: readonly DerivedColumn[],
  row: number | 'total',
  measure: string,
): Spot | null {
  if (row === 'total') {
    const live = grid.sum(measure)
    return live && spotAt(grid.sumRow, grid.columnOf(measure), live.value)
  }
  const order = derived.findIndex(column => column.measure === measure)
  const live = derived[order]?.rows[row]
  return live ? spotAt(headRows + row, grid.nextColumn + order, live.value) : null
}

/** The title as printed, what the table is of, and how it is to be read. */
function headOf(table: Stratification, source: BookSource): (BookCell | null)[][] {
  const { deal, report } = source
  const of = `${deal.name} · ${nameGroup(table.loanGroup)} · ${sayLines(table.at)} of ${report.file.name}`
  return [
    [textCell(table.title, { bold: true, large: true }, linkToPlace(source, table.at))],
    [textCell(of, asNote)],
    [textCell('To the summary', { ink: 'filed' }, { sheet: 'Summary' })],
  ]
}

/** The total as printed, what the rows come to, and the difference; only the second where none is printed. */
function totalRows(
  grid: TableGrid,
  derived: readonly DerivedColumn[],
  words: number,
  paint: Painter,
): (BookCell | null)[][] {
  const { filed, sum, printedTotal, table } = grid
  const { total } = table
  const label = (text: string) => [
    textCell(text, { bold: true }),
    ...Array.from({ length: words - 1 }, () => null),
  ]
  const summed = [
    ...label('Total of the rows'),
    ...filed.map(({ measure, unit, decimals }) =>
      liveCell(sum(measure), formatOf(unit, decimals), { bold: true }),
    ),
    ...derived.map(column => liveCell(column.total, derivedFormat(column), { bold: true })),
    null,
  ]
  if (!total) return [ruleAbove(summed)]
  const printed = [
    ...label(`${total.label ?? 'Total'}, ${table.computed ? 'of the loans' : 'as printed'}`),
    ...filed.map(column =>
      paint.figure('total', column, total.values[column.measure] ?? null, total.places[column.measure], {
        bold: true,
      }),
    ),
    ...derived.map(() => null),
    paint.line(total.at),
    ...paint.faults('total'),
  ]
  const differences = [
    ...label('Difference'),
    ...filed.map(({ measure, unit, decimals }) => {
      const [ofTotal, live] = [printedTotal(measure), sum(measure)]
      if (!ofTotal || !live) return null
      const rows = spotAt(grid.sumRow, grid.columnOf(measure), live.value)
      const places = unit === 'cents' ? 2 : placesOf(unit, decimals)
      return liveCell(
        differenceOf(ofTotal, rows, places),
        differenceFormat(unit, unit === 'cents' ? 2 : decimals),
      )
    }),
  ]
  return [ruleAbove(printed), summed, differences]
}

function ruleAbove(row: (BookCell | null)[]): BookCell[] {
  return row.map(cell => ({ ...(cell ?? { value: null }), look: { ...cell?.look, ruled: true } }))
}

const asNote: Look = { ink: 'note', across: wholeSheet }

const averagesSaid =
  'Averages under the rows are those of the rows weighed by their balances, average balances all balances over all loans.'

function notesOf(table: Stratification, source: BookSource): (BookCell | null)[][] {
  const footnotes = table.footnotes.map(({ mark, text, at }) => [
    textCell(`${mark ? `(${mark}) ` : ''}${text}`, asNote, linkToPlace(source, at)),
  ])
  return [[], ...footnotes, [textCell(averagesSaid, asNote)]]
}

const faultHead = 'What does not agree'
const faultWidth = 64

/** Wide enough for most of what a column holds, in characters. */
function widthsOf(heads: readonly string[], rows: readonly (BookCell | null)[][]): number[] {
  return heads.map((head, column) => {
    if (head === faultHead) return faultWidth
    const longest = largest(rows.slice(0, 500).map(row => lengthOf(row[column] ?? null)))
    const [least, most] = column === 0 ? [24, 44] : [8, 40]
    return Math.min(most, Math.max(least, Math.min(head.length, 16), longest) + 2)
  })
}

/** How wide a cell is shown: figures with their separators. */
function lengthOf(cell: BookCell | null): number {
  if (cell === null || cell.value === null) return 0
  if (typeof cell.value !== 'number') return String(cell.value).length
  const { format = '' } = cell
  const isPercent = format.includes('%')
  const [, fraction = ''] = /\.(0+)/.exec(format) ?? []
  const whole = Math.trunc(Math.abs(isPercent ? cell.value * 100 : cell.value)).toString().length
  const separators = format.includes(',') ? Math.floor((whole - 1) / 3) : 0
  return (
    whole + separators + (fraction ? fraction.length + 1 : 0) + (isPercent ? 1 : 0) + (cell.value < 0 ? 1 : 0)
  )
}
