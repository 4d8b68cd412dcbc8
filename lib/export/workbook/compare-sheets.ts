import type { Dimension } from '../../dimensions/index.ts'
import {
  type Amount,
  amountNames,
  type Bound,
  boundDifference,
  type CompareChoice,
  type ComparedPools,
  type ComparedRow,
  type ComparedValue,
  comparePools,
  failingTables,
  type GroupTable,
  isExact,
  noDistributionSays,
  printedDimensions,
} from '../../distributions/index.ts'
import { findMeasure } from '../../measures/index.ts'
import type { Bucket, Range, Stratification, Unit } from '../../report.ts'
import { withUnit } from '../export-table.ts'
import { sheetNames } from '../sheet-names.ts'
import { type BookCell, headRow, type Sheet, textCell, wholeSheet } from './book.ts'
import { linkToPlace } from './book-source.ts'
import type { ListedSource } from './deals-sheet.ts'
import { bookFigure, decimalsOf, differenceFormat, figureCell, formatOf, placesOf } from './figures.ts'
import { differenceOf, type Live, liveCell, quotientOf, spotAt, sumOf } from './live.ts'
import { notesSheetName } from './notes-sheet.ts'
import { type TapeRuns, tapeRuns } from './tape-sheet.ts'

/** A pool that is compared: a filing, and one of its loan groups or the whole; `name` tells it from the others. */
export type ComparedSource = {
  source: ListedSource
  loanGroup: string | null
  name: string
  /** The tables of loan groups that make up a whole pool, by dimension. */
  summed?: ReadonlyMap<string, readonly GroupTable[]>
}

/** Headings of sheets that workbooks of comparisons have beside those of dimensions. */
const otherSheets = ['Compared', 'Figures', 'Deals', 'Ledger', 'Tape', notesSheetName, 'About']
const headRows = 3

/**
 * A sheet for each dimension that at least two of the pools print, or for the one that is asked for. `sources` are those of
 * the tape, in its order.
 */
export function compareSheets(
  pools: readonly ComparedSource[],
  sources: readonly ListedSource[],
  choice: CompareChoice,
  { base, dimension }: { base: number; dimension: string | null },
): Sheet[] {
  const asked = pools.map(({ source, loanGroup, summed }) => ({
    tables: source.report.stratifications,
    loanGroup,
    summed,
    failing: failingTables(source.report.checks),
  }))
  const shared = printedDimensions(asked).filter(
    one => one.pools.length > 1 && (dimension === null || one.dimension.id === dimension),
  )
  const names = sheetNames([...otherSheets, ...shared.map(one => one.dimension.name)])
  const tape = tapeRuns(sources)
  return shared.map((one, order) =>
    compareSheet(names[otherSheets.length + order] ?? one.dimension.id, {
      pools,
      base,
      tape,
      dimension: one.dimension,
      measure: choice.measure,
      compared: comparePools(asked, one.dimension.id, choice),
    }),
  )
}

type Shown = {
  pools: readonly ComparedSource[]
  /** The pool that differences are from, by its order. */
  base: number
  tape: TapeRuns
  dimension: Dimension
  measure: Amount
  compared: ComparedPools
}

/** Columns of a sheet: of the rows' ranges, of what each pool has, and of how far it lies from the base. */
type Column = { header: string; width: number; cellOf: (row: ComparedRow, order: number) => BookCell | null }

function compareSheet(name: string, shown: Shown): Sheet {
  const { dimension, measure, compared } = shown
  const columns = columnsOf(shown)
  const rows = compared.rows.map((row, order) => columns.map(({ cellOf }) => cellOf(row, order)))
  const left = compared.left.map(({ pool, reason }) => [
    textCell(
      `${shown.pools[pool]?.name ?? ''}: ${reason === 'no-table' ? noTable : noDistributionSays[reason]}`,
      {
        ink: 'note',
      },
    ),
  ])
  return {
    name,
    rows: [
      [textCell(`${dimension.longName}: ${amountNames[measure].toLowerCase()}`, { bold: true, large: true })],
      [textCell(note, { ink: 'note', across: wholeSheet })],
      headRow(
        columns.map(({ header }) => header),
        rows,
      ),
      ...rows,
      ...(left.length > 0 ? [[], ...left] : []),
    ],
    widths: columns.map(({ width }) => width),
    frozen: { rows: headRows, columns: 1 },
  }
}

const noTable = 'prints no table of this.'
const note =
  'Rows stand between edges that all of them print. Two columns of one pool are the least and the most that its rows allow.'

function columnsOf(shown: Shown): Column[] {
  const { dimension, compared, pools, base } = shown
  const { unit } = dimension
  const ends = compared.rows.flatMap(({ range }) => [range?.low, range?.high].filter(isNumber))
  const range = { unit, decimals: decimalsOf(ends, unit) }
  const end = (header: string, side: 'low' | 'high'): Column => ({
    header: unit === 'percent' ? header : withUnit(header, unit),
    width: 14,
    cellOf: row => figureCell(row.range?.[side], range, { ink: 'known' }),
  })
  const values: Column[] = []
  const first = 1 + (ends.length > 0 ? 2 : 0)
  const places = compared.pools.map(({ pool }, order) => {
    const column = first + values.length
    const own = valueColumns(shown, order, pools[pool]?.name ?? '')
    for (const one of own) values.push(one)
    return { column, isExact: own.length === 1 }
  })
  const baseAt = compared.pools.findIndex(({ pool }) => pool === base)
  const differences = compared.pools.flatMap(({ pool }, order) =>
    baseAt < 0 || order === baseAt
      ? []
      : differenceColumns(shown, { places, order, base: baseAt, name: pools[pool]?.name ?? '' }),
  )
  return [
    { header: dimension.name, width: 34, cellOf: ({ label }) => textCell(label) },
    ...(ends.length > 0 ? [end('From', 'low'), end('To', 'high')] : []),
    ...values,
    ...differences,
  ]
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number'
}

function unitOf(measure: Amount): Unit {
  return findMeasure(measure).unit
}

/** Decimals of what is computed. */
const shownDecimals = { percent: 3, cents: 2, count: 0 } as const

function shapeOf(measure: Amount): { unit: Unit; decimals: number } {
  const unit = unitOf(measure)
  return { unit, decimals: unit === 'percent' ? shownDecimals.percent : unit === 'cents' ? 2 : 0 }
}

/** One column where every row has one figure, else the least and the most. */
function valueColumns(shown: Shown, order: number, name: string): Column[] {
  const values = shown.compared.rows.map(({ values: all }) => all[order] ?? null)
  const cell = (side: keyof Bound) => (row: ComparedRow) => {
    const value = row.values[order]
    return value ? valueCell(shown, { row, value, order }, side) : null
  }
  if (values.every(isExact)) return [{ header: name, width: 18, cellOf: cell('low') }]
  return [
    { header: `${name}, at least`, width: 18, cellOf: cell('low') },
    { header: `${name}, at most`, width: 18, cellOf: cell('high') },
  ]
}

type Valued = { row: ComparedRow; value: NonNullable<ComparedValue>; order: number }

/** As filed where one row prints just this; as a formula over the tape where its rows come to it; else as found. */
function valueCell(shown: Shown, valued: Valued, side: keyof Bound): BookCell | null {
  const { compared, pools, measure } = shown
  const { pool = 0, table, groups } = compared.pools[valued.order] ?? {}
  const { source } = pools[pool] ?? {}
  const shape = shapeOf(measure)
  const value = valued.value[side]
  if (!table || !source) return null
  if (!isExact(valued.value)) return figureCell(value, shape, { ink: 'known' })
  const filed = groups ? undefined : filedRow(table, valued, measure)
  if (filed) {
    const decimals = table.columns.find(column => column.measure === measure)?.decimals ?? shape.decimals
    const link = linkToPlace(source, filed.places[measure])
    return figureCell(value, { ...shape, decimals }, { ink: 'filed' }, link)
  }
  const live = overTape(shown, valued, groups ? groups.map(one => one.table) : [table], source)
  const isSame =
    live && Math.abs(live.value - bookFigure(value, shape.unit)) <= 1e-9 * Math.max(1, Math.abs(live.value))
  return isSame
    ? liveCell(live, formatOf(shape.unit, shape.decimals))
    : figureCell(value, shape, { ink: 'known' })
}

function filedRow({ buckets }: Stratification, { value, row }: Valued, measure: Amount): Bucket | undefined {
  return buckets.find(
    bucket =>
      (isInside(bucket, row.range) || bucket.label === value.printed) && bucket.values[measure] === value.low,
  )
}

const wholes = { balancePct: 'balanceCents', countPct: 'loanCount' } as const

/**
 * Of a pool that its loan groups make up, over the rows of all their tables.
 *
 * > SUM('Tape'!K12:K15)/SUM('Tape'!K10:K31)   (SUM('Tape'!K12:K15)+SUM('Tape'!K42:K44))/(…)
 */
function overTape(
  { tape, measure }: Shown,
  { row, value }: Valued,
  tables: readonly Stratification[],
  source: ListedSource,
): Live | null {
  const of = measure === 'balancePct' || measure === 'countPct' ? wholes[measure] : measure
  const parts: (Live | null)[] = []
  for (const { id, buckets } of tables) {
    const own = buckets.flatMap((bucket, order) =>
      isInside(bucket, row.range) || bucket.label === value.printed ? [order] : [],
    )
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) continue
    parts.push(last - first + 1 === own.length ? sumOf(tape(source, id, of, { first, last })) : null)
  }
  const part = allOf(parts)
  if (part === null || of === measure) return part
  const whole = allOf(
    tables.map(({ id, buckets }) => sumOf(tape(source, id, of, { first: 0, last: buckets.length - 1 }))),
  )
  return (
    whole && quotientOf({ at: part.formula, value: part.value }, { at: whole.formula, value: whole.value })
  )
}

/** Sums of several tables together; null where there is none, or one of them is not known. */
function allOf(parts: readonly (Live | null)[]): Live | null {
  const known = parts.filter(part => part !== null)
  const [only] = known
  if (only === undefined || known.length < parts.length) return null
  if (known.length === 1) return only
  const value = known.reduce((sum, part) => sum + part.value, 0)
  return {
    formula: `(${known.map(({ formula }) => formula).join('+')})`,
    value: Number(value.toPrecision(15)),
  }
}

function isInside({ range }: Bucket, span: Range | null): boolean {
  if (range === null || span === null) return false
  const isAbove = span.low === null || (range.low !== null && range.low >= span.low)
  return isAbove && (span.high === null || (range.high !== null && range.high <= span.high))
}

type Differing = {
  places: readonly { column: number; isExact: boolean }[]
  order: number
  base: number
  name: string
}

/** How far a pool lies above the base: one column where both are exact throughout, else the least and the most. */
function differenceColumns({ compared, measure }: Shown, { places, order, base, name }: Differing): Column[] {
  const shape = shapeOf(measure)
  const format = differenceFormat(shape.unit, shape.decimals)
  const [own, other] = [places[order], places[base]]
  // A table that contradicts itself proves no difference.
  const isWrong = [order, base].some(one => compared.pools[one]?.doesNotAddUp)
  if (!own || !other) return []
  const between = (side: keyof Bound) => (row: ComparedRow, at: number) => {
    const [value, from] = [row.values[order], row.values[base]]
    if (!value || !from || isWrong) return null
    const opposite = side === 'low' ? 'high' : 'low'
    const spot = (bound: Bound, end: keyof Bound, { column, isExact: isOne }: typeof own) =>
      spotAt(headRows + at, column + (end === 'high' && !isOne ? 1 : 0), bookFigure(bound[end], shape.unit))
    const places = placesOf(shape.unit, shape.decimals)
    return liveCell(differenceOf(spot(value, side, own), spot(from, opposite, other), places), format)
  }
  const isOne = compared.rows.every(row => {
    const [value, from] = [row.values[order], row.values[base]]
    return !value || !from || isExact(boundDifference(value, from))
  })
  const header = `${name} less base`
  if (own.isExact && other.isExact && isOne) return [{ header, width: 16, cellOf: between('low') }]
  return [
    { header: `${header}, at least`, width: 16, cellOf: between('low') },
    { header: `${header}, at most`, width: 16, cellOf: between('high') },
  ]
}
