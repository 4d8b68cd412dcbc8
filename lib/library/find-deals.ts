import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type DealFigure, figureKey, type Match, matches, matchNumber } from '../figures/index.ts'
import { countFacets } from './columns/count-facets.ts'
import type { DealColumns } from './columns/deal-columns.ts'
import type { FigureColumn } from './columns/figure-column.ts'
import { histogramOf } from './columns/histogram.ts'
import { comparePositions, FirstPositions, type Order, orderOf } from './columns/keyset.ts'
import { type Narrowed, narrow } from './columns/narrow.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import { dealSummarySchema, type FoundDeal, type FoundDeals, type Totals } from './deal-summary.ts'
import { nameDealsList, usualMatch, usualSort } from './deals-list.ts'
import { dialectOf } from './engines/dialect.ts'
import { orderByNearness } from './find-near.ts'
import type { FindDealsQuery } from './library.ts'
import { parseStored } from './parse-stored.ts'
import { type FigureKey, readFigure } from './printed-figures.ts'
import type { Tables } from './schema.ts'
import { dealsThatPrint } from './store-figures.ts'

const defaultLimit = 100
/** No share is more than this, in percent. */
const wholePool = 100

/**
 * One page of the deals that match, newest first unless asked otherwise, with totals and facets of all that match. Deals whose
 * figures match certainly come before those that possibly do. `rankNear` gives the deals measured nearest to another, nearest
 * first, for lists in that order.
 */
export async function findDeals(
  database: Kysely<Tables>,
  columns: DealColumns,
  query: FindDealsQuery,
  rankNear: (slug: string) => Promise<string[]> = async () => [],
): Promise<FoundDeals> {
  const filters = query.filters ?? []
  const drawn = query.histograms ?? []
  const { near, sort } = query
  const nearness = near && !sort ? await orderByNearness(database, columns, near, await rankNear(near)) : null
  const found = await columns.ready([...filters.map(({ figure }) => figure), ...drawn])
  const asked = filters.flatMap((filter, order) => {
    const column = found[order]
    return column ? [{ filter, column }] : []
  })
  const narrowed = narrow(columns, query, asked, await rowsOfWords(database, columns, query.q))
  const wanted = wantedMatches(query.match)
  const counts = countMatches(narrowed)
  const totals = totalsOf(columns, narrowed, wanted)
  const order = nearness
    ? { valueAt: nearness.distanceAt, isDown: false }
    : orderOf(columns, query.sort ?? usualSort)
  const page = pageOf(columns, narrowed, wanted, order, query)
  const figures = distinct(asked.map(({ column }) => column))
  return {
    deals: await readPage(database, columns, page.shown, narrowed, figures),
    next: page.next,
    count: totals.deals,
    counts: { certain: counts.certain, possible: counts.possible, unknown: counts.unknown },
    ruledOut: counts.no,
    totals,
    facets: countFacets(columns, narrowed),
    ...(drawn.length > 0 && {
      histograms: drawHistograms(drawn, found.slice(filters.length), query, narrowed),
    }),
  }
}

const distinct = (columns: readonly FigureColumn[]) => [...new Set(columns)]

/** The matches that a list is of: all but deals that do not report what is asked, unless told otherwise. */
export function wantedMatches(match = usualMatch): Set<number> {
  return new Set(match.split(',').map(name => matchNumber[name as Match]))
}

/** The rows that words find, and those that print a figure, where there is one; null without words. */
export async function rowsOfWords(
  database: Kysely<Tables>,
  columns: DealColumns,
  typed = '',
): Promise<Uint8Array | null> {
  const { fullText } = dialectOf(database)
  const found = fullText.dealsWith(typed)
  if (found === null) return null
  // What is found may be of a later revision than this, never of an earlier one.
  const { revision } = columns
  const kept = columns.ofWords.find(revision, typed)
  if (kept) return kept
  const rows = new Uint8Array(columns.count)
  const mark = (ids: string | null) => {
    for (const id of numbersIn(ids ?? '')) {
      const row = columns.rowOf(id)
      if (row !== undefined) rows[row] = 1
    }
  }
  mark(await idsOf(database, found))
  const figure = await figureOf(database, typed)
  if (figure !== null) mark(await idsOf(database, dealsThatPrint(database, figure)))
  columns.ofWords.keep(revision, typed, rows)
  return rows
}

const [comma, zero] = [','.charCodeAt(0), '0'.charCodeAt(0)]

/** The whole numbers of a text with commas between, sign by sign: a hundred thousand pieces of a text take ten times as long. */
function* numbersIn(text: string): Generator<number> {
  if (text === '') return
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign !== comma) {
      number = number * 10 + sign - zero
      continue
    }
    yield number
    number = 0
  }
  yield number
}

/** Ids as one text with commas between: a hundred thousand of them come in a tenth of the time that they take row by row. */
async function idsOf(database: Kysely<Tables>, ids: RawBuilder<unknown>): Promise<string | null> {
  const { rows } = await dialectOf(database).joinIds(ids).execute(database)
  return rows[0]?.ids ?? null
}

/** The figure that a text is to be taken for: a whole number is one only where no deal is found by it as a word. */
export async function figureOf(database: Kysely<Tables>, typed = ''): Promise<FigureKey | null> {
  const figure = readFigure(typed)
  if (figure === null || figure.isCertain) return figure?.key ?? null
  const found = dialectOf(database).fullText.dealsWith(typed)
  if (found === null) return figure.key
  const named = await database
    .selectFrom('deal')
    .select('deal.id')
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`deal.id in (${found})`)
    .limit(1)
    .executeTakeFirst()
  return named === undefined ? figure.key : null
}

function countMatches({ without, match }: Narrowed): Record<Match, number> {
  const counts = [0, 0, 0, 0]
  for (let row = 0; row < without.length; row++)
    if (without[row] === 0) counts[match[row] ?? 0] = (counts[match[row] ?? 0] ?? 0) + 1
  const [no = 0, unknown = 0, possible = 0, certain = 0] = counts
  return { no, unknown, possible, certain }
}

function totalsOf(columns: DealColumns, { without, match }: Narrowed, wanted: ReadonlySet<number>): Totals {
  const totals = { deals: 0, withoutTables: 0, poolBalanceCents: 0, loanCount: 0 }
  const [tables, balances, loans] = [columns.tables.values, columns.balance.values, columns.loans.values]
  for (let row = 0; row < without.length; row++) {
    if (without[row] !== 0 || !wanted.has(match[row] ?? 0)) continue
    totals.deals++
    if (tables[row] === 0) totals.withoutTables++
    totals.poolBalanceCents += balances[row] || 0
    totals.loanCount += loans[row] || 0
  }
  return totals
}

/** The positions of a page, and the cursor of the next; the first page where a cursor is of no page of this list. */
function pageOf(
  columns: DealColumns,
  { without, match }: Narrowed,
  wanted: ReadonlySet<number>,
  order: Order,
  query: FindDealsQuery,
): { shown: Position[]; next: string | null } {
  const { cursor, limit = defaultLimit } = query
  const list = nameDealsList(query)
  const after = cursor === undefined ? null : readCursor(cursor, list)
  const first = new FirstPositions(limit + 1, order.isDown)
  // Of very many rows few are among the first: one thing is compared for all of them.
  const position: Position = { match: 0, value: null, id: 0 }
  for (const row of rowsApart(without.length)) {
    position.match = match[row] ?? 0
    if (without[row] !== 0 || !wanted.has(position.match)) continue
    position.value = order.valueAt(row)
    position.id = columns.ids.values[row] ?? 0
    if (after === null || comparePositions(position, after, order.isDown) > 0) first.add(position)
  }
  const positions = first.list()
  const shown = positions.slice(0, limit)
  const last = shown.at(-1)
  return { shown, next: positions.length > limit && last ? writeCursor(last, list) : null }
}

/** Rows that follow each other stand so far apart. */
const stride = 64

/**
 * All rows, in strides. Deals are often kept in an order that lists have too, and one after another each would take the place of
 * one before it among the first; what the first stride leaves there, few of the others come before.
 */
function* rowsApart(count: number): Generator<number> {
  for (let start = 0; start < stride; start++) for (let row = start; row < count; row += stride) yield row
}

async function readPage(
  database: Kysely<Tables>,
  columns: DealColumns,
  shown: readonly Position[],
  { match }: Narrowed,
  figures: readonly FigureColumn[],
): Promise<FoundDeal[]> {
  if (shown.length === 0) return []
  const rows = await database
    .selectFrom('deal')
    .select(['id', 'summary'])
    .where(
      'id',
      'in',
      shown.map(({ id }) => id),
    )
    .where('deleted_at', 'is', null)
    .execute()
  const byId = new Map(rows.map(({ id, summary }) => [id, summary]))
  return shown.flatMap(({ id }) => {
    const [summary, row] = [byId.get(id), columns.rowOf(id)]
    // It may have been deleted since it was counted.
    if (summary == null || row === undefined) return []
    const deal = dealSummarySchema.parse(parseStored(summary, 'a deal of the list'))
    const matched = matches[match[row] ?? 0] ?? 'no'
    return matched === 'no' ? [] : [{ ...deal, match: matched, ...valuesAt(figures, row) }]
  })
}

/** What a deal has of the figures that are asked for; nothing where none is. */
function valuesAt(figures: readonly FigureColumn[], row: number): Pick<FoundDeal, 'figures'> {
  if (figures.length === 0) return {}
  return {
    figures: Object.fromEntries(figures.map(column => [figureKey(column.figure), column.valueAt(row)])),
  }
}

function drawHistograms(
  drawn: readonly DealFigure[],
  columns: readonly FigureColumn[],
  { filters = [] }: FindDealsQuery,
  narrowed: Narrowed,
): NonNullable<FoundDeals['histograms']> {
  return drawn.flatMap((figure, order) => {
    const column = columns[order]
    const key = figureKey(figure)
    const own = filters.flatMap((filter, at) => (figureKey(filter.figure) === key ? [at] : []))
    const most = figure.kind === 'pool' ? undefined : wholePool
    const histogram = column ? histogramOf(column, narrowed, new Set(own), most) : null
    return histogram ? [{ figure: key, ...histogram }] : []
  })
}
