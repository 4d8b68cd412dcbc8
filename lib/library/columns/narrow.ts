import { type FigureFilter, matchEnds, matchNumber } from '../../figures/index.ts'
import { foldName } from '../deal-identity.ts'
import type { FindDealsQuery } from '../library.ts'
import type { DealColumns } from './deal-columns.ts'
import type { FigureColumn } from './figure-column.ts'
import type { NamesColumn } from './names-column.ts'

/** What lists of deals are narrowed by, beside words and figures; each has a bit of its own. */
const facets = ['shelf', 'year', 'tag', 'trustee', 'servicer', 'form', 'only'] as const
export type Facet = (typeof facets)[number]
export const bitOf = (facet: Facet) => 1 << facets.indexOf(facet)

const { no, unknown, certain } = matchNumber

/** How each row stands to what is asked: which facets leave it out, and how it matches the figures. */
export type Narrowed = {
  /** The bits of the facets that leave the row out; `hidden` where words do, or it is not there. */
  without: Int32Array
  /** How it matches all figures together, and each of them, as numbers of `matchNumber`. */
  match: Uint8Array
  byFilter: Uint8Array[]
}
const hidden = -1

/** Compare all rows with a query; `found` has 1 for those that its words find, null where there are none. */
export function narrow(
  columns: DealColumns,
  query: FindDealsQuery,
  filters: readonly { filter: FigureFilter; column: FigureColumn }[],
  found: Uint8Array | null,
): Narrowed {
  const without = new Int32Array(columns.count)
  const shown = columns.shown.values
  for (let row = 0; row < columns.count; row++)
    if (shown[row] === 0 || (found !== null && found[row] === 0)) without[row] = hidden
  const leaveOut = (facet: Facet, isOut: (row: number) => boolean) => {
    const bit = bitOf(facet)
    for (let row = 0; row < columns.count; row++) if (isOut(row)) without[row] = (without[row] ?? 0) | bit
  }
  const named = (facet: Facet, asked: string | undefined, names: NamesColumn) => {
    if (asked === undefined) return
    const [code, codes] = [names.find(foldName(asked)), names.codes.values]
    leaveOut(facet, row => codes[row] !== code)
  }
  named('shelf', query.shelf, columns.shelf)
  named('trustee', query.trustee, columns.trustee)
  named('servicer', query.servicer, columns.masterServicer)
  named('form', query.form, columns.form)
  if (query.year !== undefined) {
    const [from = 0, to = from] = query.year.split('-').map(Number)
    const years = columns.year.values
    leaveOut('year', row => (years[row] ?? 0) < from || (years[row] ?? 0) > to)
  }
  if (query.tag !== undefined) {
    const code = columns.tagNames.find(foldName(query.tag))
    leaveOut('tag', row => code === null || !(columns.tags.get(row)?.includes(code) ?? false))
  }
  if (query.only !== undefined) leaveOut('only', row => !isOnly(columns, row, query.only))
  return { without, ...matchAll(columns.count, filters) }
}

/** Are a deal's checks, or its tables, of the kind that is asked for? */
export function isOnly(columns: DealColumns, row: number, only: FindDealsQuery['only']): boolean {
  const failed = columns.failed.values[row] ?? 0
  if (only === 'failing') return failed > 0
  if (only === 'passing') return failed === 0 && (columns.passed.values[row] ?? 0) > 0
  return (columns.tables.values[row] ?? 0) === 0
}

function matchAll(count: number, filters: readonly { filter: FigureFilter; column: FigureColumn }[]) {
  const match = new Uint8Array(count).fill(certain)
  const byFilter = filters.map(({ filter, column }) => matchColumn(count, filter, column))
  for (const one of byFilter)
    for (let row = 0; row < count; row++)
      if ((one[row] ?? no) < (match[row] ?? no)) match[row] = one[row] ?? no
  return { match, byFilter }
}

function matchColumn(count: number, filter: FigureFilter, column: FigureColumn): Uint8Array {
  const matches = new Uint8Array(count)
  const { low, high, kind } = column
  if (filter.is === 'has') {
    for (let row = 0; row < count; row++) matches[row] = kind[row] === 0 ? no : certain
    return matches
  }
  const scaled = (limit: FigureFilter['low']) =>
    limit && { value: scaledValue(limit.value, column.scale), included: limit.included }
  const limits = { low: scaled(filter.low), high: scaled(filter.high) }
  for (let row = 0; row < count; row++)
    matches[row] = kind[row] === 0 ? unknown : matchEnds(limits, low[row] ?? 0, high[row] ?? 0)
  return matches
}

/** A limit among whole numbers, without the noise of multiplying: 50.35 % is 50,350,000 millionths. */
const scaledValue = (value: number, scale: number) =>
  scale === 1 ? value : Number((value * scale).toFixed(3))
