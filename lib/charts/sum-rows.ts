import { findDimension } from '../dimensions/index.ts'
import { formatCount, formatCountOf, isExact, rowName } from '../format/index.ts'
import type { Bucket, Range, Stratification } from '../report.ts'
import { failingFigures } from './chart-source.ts'
import { niceTicks } from './nice-axis.ts'
import { sayEnd } from './words.ts'

/**
 * A table with its rows added up, or null where they cannot be; how, or why not, in a sentence; and the cells that a failing
 * check of an added row is about.
 */
export type SummedTable = { table: Stratification | null; says: string; fails: SummedCell[] }
type SummedCell = { row: number; measure: (typeof additive)[number] }

/** Marks of a chart that rows are added up to: bins along an axis, and bars of categories with one for the rest. */
const mostBins = 48
const barsOfTheirOwn = 13

/** What of a row may be added to that of others. Percents are rounded, and their sums are not exact. */
const additive = ['balanceCents', 'loanCount'] as const

type Ranged = Bucket & { range: Range }
/** Rows that are added up to one. */
type Part = { label: string; range: Range | null; rows: Bucket[] }
type Bin = Part & { range: Range }

/**
 * A table of very many rows as one of few, every row of which is the exact sum of some of its rows: along an axis where
 * all have exact values, or ranges that do not overlap, else the largest and the others together. Only balances and
 * numbers of loans are added, and only where every row prints them. `fails` are the cells on which checks fail, by `cellKey`.
 */
export function sumRows(table: Stratification, fails: ReadonlySet<string> = new Set()): SummedTable {
  const rows = formatCount(table.buckets.length)
  const measures = additive.filter(measure =>
    table.buckets.every(({ values }) => typeof values[measure] === 'number'),
  )
  if (measures.length === 0)
    return {
      fails: [],
      table: null,
      says: `No chart is drawn: its ${rows} rows are too many to draw one by one, and they print no balance or number of loans throughout that could be added up exactly.`,
    }
  const bins = binsOf(table)
  const add = (parts: Part[]) => ({
    table: {
      ...table,
      columns: table.columns.filter(({ measure }) => measures.some(one => one === measure)),
      buckets: parts.map(part => addUp(part, measures)),
      footnotes: [],
    },
    fails: failingSums(table, parts, fails).filter(({ measure }) => measures.includes(measure)),
  })
  if (bins)
    return {
      ...add(bins),
      says: `Drawn as ${sayBins(bins.length)}, each the exact sum of its rows; the table has ${rows}.`,
    }
  const [largest, others] = splitBySize(table.buckets, measures[0] ?? 'balanceCents')
  return {
    // As names, for the axis that their ranges would stand on has no place for the others.
    ...add([...largest.map(row => ({ label: rowName(row), range: null, rows: [row] })), restOf(others)]),
    says: `The ${largest.length} largest rows are drawn one by one; the other ${formatCount(others.length)} are one bar, their exact sum.`,
  }
}

const sumOfFigure = { balance: 'balanceCents', loans: 'loanCount' } as const

/** The sums with a row among them that a check fails on. */
function failingSums(table: Stratification, parts: Part[], fails: ReadonlySet<string>): SummedCell[] {
  if (fails.size === 0) return []
  const failing = new Map(table.buckets.map((bucket, row) => [bucket, failingFigures(fails, row)]))
  return parts.flatMap(({ rows }, row) => {
    const figures = new Set(rows.flatMap(bucket => failing.get(bucket) ?? []))
    return [...figures].map(figure => ({ row, measure: sumOfFigure[figure] }))
  })
}

/** > 25 bins */
function sayBins(count: number): string {
  return count === 1 ? 'one bin' : `${formatCount(count)} bins`
}

function restOf(rows: Bucket[]) {
  return { label: `${formatCount(rows.length)} other rows`, range: null, rows }
}

function splitBySize(rows: readonly Bucket[], measure: string): [Bucket[], Bucket[]] {
  const bySize = rows.toSorted((a, b) => (b.values[measure] ?? 0) - (a.values[measure] ?? 0))
  return [bySize.slice(0, barsOfTheirOwn), bySize.slice(barsOfTheirOwn)]
}

function addUp({ label, range, rows }: Part, measures: readonly string[]): Bucket {
  const values = Object.fromEntries(
    measures.map(measure => [measure, rows.reduce((sum, { values }) => sum + (values[measure] ?? 0), 0)]),
  )
  const [first] = rows
  const at = first?.at ?? { line: 1, start: 1, end: 1 }
  return { label, range, code: null, marks: [], values, places: {}, at }
}

/**
 * The rows by bins along their axis, those without a place on it together; null where most have none, or where what they
 * have are no neighbours.
 */
function binsOf({ buckets, dimension }: Stratification): Part[] | null {
  const rows = buckets.filter(isOnAxis).sort(byLowEnd)
  const others = buckets.filter(row => !isOnAxis(row))
  if (rows.length * 2 < buckets.length) return null
  const unit = findDimension(dimension)?.unit ?? null
  const exact = rows.filter(({ range }) => isExact(range)).length
  if (exact > 0 && exact < rows.length) return null
  if (exact === 0 && doOverlap(rows)) return null
  const bins = exact > 0 ? binsOfValues(rows, unit) : binsOfRanges(rows, unit)
  return others.length > 0 ? [...bins, nameOthers(others)] : bins
}

function isOnAxis(row: Bucket): row is Ranged {
  return row.range !== null && (row.range.low !== null || row.range.high !== null)
}

function nameOthers(rows: Bucket[]): Part {
  const label =
    rows[0] !== undefined && rows.length === 1
      ? rowName(rows[0])
      : `${formatCountOf(rows.length, 'row')} without a range`
  return { label, range: null, rows }
}

function byLowEnd({ range: one }: Ranged, { range: other }: Ranged): number {
  return (one.low ?? Number.NEGATIVE_INFINITY) - (other.low ?? Number.NEGATIVE_INFINITY)
}

function doOverlap(rows: readonly Ranged[]): boolean {
  return rows.some(({ range }, order) => {
    const next = rows[order + 1]?.range
    return next !== undefined && (range.high === null || next.low === null || next.low < range.high)
  })
}

type UnitOf = Parameters<typeof sayEnd>[1]

/** Values between round edges; an edge belongs to the bin above it. */
function binsOfValues(rows: readonly Ranged[], unit: UnitOf): Bin[] {
  const [low, high] = [rows[0]?.range.low ?? 0, rows.at(-1)?.range.low ?? 0]
  const { step } = niceTicks(low, high, mostBins - 1, unit === 'months')
  // Quotients of decimals fall just beside whole numbers: 6.3 / 0.1 is 62.99999999999999.
  const orderOf = (value: number) => Math.floor(Number((value / step).toPrecision(12)))
  const bins = Map.groupBy(rows, ({ range }) => orderOf(range.low ?? 0))
  return [...bins].map(([order, own]) => {
    const [from, to] = [tidy(order * step), tidy((order + 1) * step)]
    const range = { low: from, high: to, lowIncluded: true, highIncluded: false }
    return { label: `${sayEnd(from, unit)} to under ${sayEnd(to, unit)}`, range, rows: own }
  })
}

/** Neighbouring ranges together, as many in each bin; a range with an open end stays by itself. */
function binsOfRanges(rows: readonly Ranged[], unit: UnitOf): Bin[] {
  const closed = rows.filter(({ range }) => range.low !== null && range.high !== null)
  const [below, above] = [
    rows.filter(({ range }) => range.low === null),
    rows.filter(({ range }) => range.high === null),
  ]
  const size = Math.ceil(closed.length / (mostBins - below.length - above.length))
  const groups: Ranged[][] = []
  for (let start = 0; start < closed.length; start += size) groups.push(closed.slice(start, start + size))
  return [
    ...below.map(row => ({ label: rowName(row), range: row.range, rows: [row] })),
    ...groups.map(own => joinRanges(own, unit)),
    ...above.map(row => ({ label: rowName(row), range: row.range, rows: [row] })),
  ]
}

function joinRanges(rows: readonly Ranged[], unit: UnitOf): Bin {
  const [first, last] = [rows[0]?.range, rows.at(-1)?.range]
  const range = {
    low: first?.low ?? null,
    high: last?.high ?? null,
    lowIncluded: first?.lowIncluded ?? true,
    highIncluded: last?.highIncluded ?? true,
  }
  return {
    label: `${sayEnd(range.low ?? 0, unit)} to ${sayEnd(range.high ?? 0, unit)}`,
    range,
    rows: [...rows],
  }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
