import { sourceHref } from '../../addresses/place-address.ts'
import { findDimension } from '../../dimensions/index.ts'
import { rowName } from '../../format/index.ts'
import { measures } from '../../measures/index.ts'
import { nameGroup } from '../../names/loan-groups.ts'
import { nameSplit } from '../../names/names.ts'
import type { Bucket, FilingReport, Place, Stratification, Unit } from '../../report.ts'
import { unitName } from '../export-table.ts'
import { type BookCell, dayCell, headRow, type Link, mostLinks, type Sheet, textCell } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'
import { bookFigure, decimalsOf, figureCell } from './figures.ts'
import { onSheet, type Run, runAt } from './live.ts'

const sheetName = 'Tape'

/** A row of the tape: a bucket of a table of a filing of a deal. */
type TapeRow = {
  source: BookSource
  table: Stratification
  bucket: Bucket
  decimals: ReadonlyMap<string, number>
  /** The link to a place; none where the tape is too long for one on each figure. */
  linkTo: (at: Place | undefined) => Link | null
}

type TapeColumn = { header: string; width: number; cellOf: (row: TapeRow) => BookCell | null }

/**
 * Every row of every table below each other, to be filtered, looked up and summed up: whose it is, what it is of, its
 * figures as filed, and where it is printed. Totals are left out, so that nothing is counted twice in a table.
 */
export function tapeSheet(sources: readonly BookSource[]): Sheet {
  const columns = tapeColumns(sources.map(({ report }) => report))
  const buckets = sources.flatMap(({ report }) => report.stratifications.map(table => table.buckets.length))
  const isShort = buckets.reduce((sum, count) => sum + count, 0) * columns.length <= mostLinks
  const rows = sources.flatMap(source => {
    const linkTo = (at: Place | undefined) => (isShort ? linkToPlace(source, at) : null)
    return source.report.stratifications.flatMap(table => {
      const decimals = rangeAndColumnDecimals(table)
      return table.buckets.map(bucket =>
        columns.map(({ cellOf }) => cellOf({ source, table, bucket, decimals, linkTo })),
      )
    })
  })
  return {
    name: sheetName,
    rows: [
      headRow(
        columns.map(({ header }) => header),
        rows,
      ),
      ...rows,
    ],
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: 1 },
    filterRow: 0,
  }
}

/** Where the tape has some rows of a table, the first and the last by their order, in a measure. */
export type TapeRuns = (
  source: BookSource,
  table: string,
  measure: string,
  rows: { first: number; last: number },
) => Run

/** The same for the tape of some filings. */
export function tapeRuns(sources: readonly BookSource[]): TapeRuns {
  const columns = tapeColumns(sources.map(({ report }) => report)).map(({ header }) => header)
  const starts = new Map<string, number>()
  let next = 1
  for (const { deal, report } of sources)
    for (const { id, buckets } of report.stratifications) {
      starts.set(`${deal.slug} ${id}`, next)
      next += buckets.length
    }
  return ({ deal, report }, table, measure, { first, last }) => {
    const known = measures.find(({ id }) => id === measure)
    const column = known ? columns.indexOf(headerOf(known)) : -1
    const own = report.stratifications.find(({ id }) => id === table)
    const values = (own?.buckets ?? []).slice(first, last + 1).map(({ values: figures }) => {
      const value = figures[measure] ?? null
      return value === null || !known ? null : bookFigure(value, known.unit)
    })
    const { at } = runAt((starts.get(`${deal.slug} ${table}`) ?? 0) + first, column, values)
    return { at: onSheet(sheetName, at), values }
  }
}

/** What each filing is of, in words; the figures that any of them prints; where. */
function tapeColumns(reports: readonly FilingReport[]): TapeColumn[] {
  const printed = new Set(
    reports.flatMap(({ stratifications }) =>
      stratifications.flatMap(({ columns }) => columns.map(({ measure }) => measure)),
    ),
  )
  return [
    ...wordColumns,
    ...rangeColumns,
    ...inOrder.filter(({ id }) => printed.has(id)).map(figureColumn),
    ...placeColumns,
  ]
}

const wordColumns: TapeColumn[] = [
  { header: 'Deal', width: 34, cellOf: ({ source }) => textCell(source.deal.name) },
  { header: 'Filing', width: 24, cellOf: ({ source }) => textCell(source.report.file.name) },
  {
    header: 'Cut-off date',
    width: 12,
    cellOf: ({ source }) => dayCell(source.report.deal.cutOffDate?.value),
  },
  { header: 'Loan group', width: 14, cellOf: ({ table }) => textCell(nameGroup(table.loanGroup)) },
  { header: 'Dimension', width: 22, cellOf: ({ table }) => textCell(table.dimension ?? nameSplit(table)) },
  { header: 'Table', width: 30, cellOf: ({ table }) => textCell(table.title, { ink: 'filed' }) },
  {
    header: 'Label',
    width: 30,
    cellOf: ({ linkTo, bucket }) => textCell(rowName(bucket), { ink: 'filed' }, linkTo(bucket.at)),
  },
  { header: 'Code', width: 8, cellOf: ({ bucket }) => textCell(bucket.code) },
]

const rangeColumns: TapeColumn[] = [
  { header: 'Low', width: 14, cellOf: row => endCell(row, 'low') },
  { header: 'High', width: 14, cellOf: row => endCell(row, 'high') },
  {
    header: 'Low included',
    width: 10,
    cellOf: ({ bucket: { range } }) => isIncluded(range?.lowIncluded, range?.low),
  },
  {
    header: 'High included',
    width: 10,
    cellOf: ({ bucket: { range } }) => isIncluded(range?.highIncluded, range?.high),
  },
  {
    header: 'Unit of the range',
    width: 10,
    cellOf: ({ table, bucket }) => (bucket.range ? textCell(unitName(unitOfRange(table))) : null),
  },
]

function unitOfRange({ dimension }: Stratification): Unit | null {
  return findDimension(dimension)?.unit ?? null
}

function endCell({ linkTo, table, bucket, decimals }: TapeRow, end: 'low' | 'high'): BookCell | null {
  const shown = { unit: unitOfRange(table), decimals: decimals.get('range') ?? 0 }
  return figureCell(bucket.range?.[end], shown, { ink: 'filed' }, linkTo(bucket.at))
}

/** For programs that show a truth value as the number 1 or 0. */
const yesNo = '"TRUE";"TRUE";"FALSE"'

/** An open end is neither. */
function isIncluded(included: boolean | undefined, end: number | null | undefined): BookCell | null {
  return included === undefined || end === null || end === undefined
    ? null
    : { value: included, format: yesNo }
}

/** Numbers and sums first, then their shares, then averages, as the registry has them. */
const first = ['loanCount', 'balanceCents', 'balancePct', 'countPct']
const inOrder = [
  ...first.flatMap(id => measures.filter(measure => measure.id === id)),
  ...measures.filter(({ id }) => !first.includes(id)),
]

function headerOf({ name, unit }: (typeof measures)[number]): string {
  return unit === 'cents' ? `${name} (USD)` : name
}

function figureColumn(measure: (typeof measures)[number]): TapeColumn {
  const { id, unit } = measure
  return {
    header: headerOf(measure),
    width: unit === 'cents' ? 19 : 12,
    cellOf: ({ linkTo, bucket, decimals }) =>
      figureCell(
        bucket.values[id],
        { unit, decimals: decimals.get(id) ?? 0 },
        { ink: 'filed' },
        linkTo(bucket.places[id]),
      ),
  }
}

const placeColumns: TapeColumn[] = [
  {
    header: 'Source',
    width: 40,
    cellOf: ({ source, bucket }) => {
      const address = `${source.origin}${sourceHref(source.deal.slug, source.report.file.sha256, bucket.at)}`
      return textCell(address, { ink: 'filed' }, { to: address })
    },
  },
  {
    header: 'Line',
    width: 8,
    cellOf: ({ bucket }) => figureCell(bucket.at.line, { unit: 'years', decimals: 0 }, { ink: 'note' }),
  },
]

/** By measure, and for the ends of ranges under `range`. */
function rangeAndColumnDecimals(table: Stratification): Map<string, number> {
  const ends = table.buckets.flatMap(({ range }) =>
    [range?.low, range?.high].filter(end => typeof end === 'number'),
  )
  const columns = table.columns.flatMap(({ measure, decimals }): [string, number][] =>
    measure === null ? [] : [[measure, decimals]],
  )
  return new Map([...columns.reverse(), ['range', decimalsOf(ends, unitOfRange(table))]])
}
