import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { foldName } from './deal-identity.ts'
import { dealSummarySchema, type Facets, type FoundDeals, type Totals } from './deal-summary.ts'
import type { FindDealsQuery, Sort, SortKey } from './library.ts'
import { tagKey } from './marks.ts'
import { parseStored } from './parse-stored.ts'
import { type FigureKey, readFigure } from './printed-figures.ts'
import type { DealTable, Tables } from './schema.ts'
import { matchExpression } from './search-text.ts'
import { dealsThatPrint } from './store-figures.ts'

type Deals<O> = SelectQueryBuilder<Tables, 'deal', O>

const columnOf = {
  name: 'name_sort',
  signed: 'signed_on',
  balance: 'pool_balance_cents',
  loans: 'loan_count',
  average: 'average_balance_cents',
  wac: 'wac_pct',
  waltv: 'waltv_pct',
  wam: 'wam_months',
  checks: 'checks_failed',
  added: 'added_at',
} as const satisfies Record<SortKey, keyof DealTable>

const defaultLimit = 100

/** One page of the deals that match, newest first unless asked otherwise, with totals and facets of all that match. */
export async function findDeals(database: Kysely<Tables>, query: FindDealsQuery): Promise<FoundDeals> {
  const kept = database.selectFrom('deal').where('deleted_at', 'is', null)
  const found = searched(kept, query.q, await figureOf(kept, query.q))
  const chosen = filtered(found, query)
  const offset = offsetOf(query.cursor)
  const limit = query.limit ?? defaultLimit
  const [rows, totals, facets] = await Promise.all([
    sorted(chosen, query.sort ?? '-added')
      .select('summary')
      .offset(offset)
      .limit(limit)
      .execute(),
    totalsOf(chosen),
    facetsOf(found),
  ])
  return {
    deals: rows.map(row => dealSummarySchema.parse(parseStored(row.summary ?? 'null', 'a deal of the list'))),
    next: offset + rows.length < totals.deals ? cursorAfter(offset + rows.length) : null,
    count: totals.deals,
    totals,
    facets,
  }
}

/** The deals that match words, and those that print a figure, where there is one. */
function searched<O>(deals: Deals<O>, typed = '', figure: FigureKey | null = null): Deals<O> {
  const words = matchExpression(typed)
  if (words === null) return deals
  const byWords = sql<boolean>`deal.id in (select rowid from deal_search where deal_search match ${words})`
  if (figure === null) return deals.where(byWords)
  return deals.where(or => or.or([byWords, sql<boolean>`deal.id in (${dealsThatPrint(figure)})`]))
}

/** The figure that a text is to be taken for: a whole number is one only where no deal is found by it as a word. */
export async function figureOf(deals: Deals<unknown>, typed = ''): Promise<FigureKey | null> {
  const figure = readFigure(typed)
  if (figure === null || figure.isCertain) return figure?.key ?? null
  const named = await searched(deals, typed).select('deal.id').limit(1).executeTakeFirst()
  return named === undefined ? figure.key : null
}

function filtered<O>(deals: Deals<O>, { shelf, year, only, tag }: FindDealsQuery): Deals<O> {
  const [from, to = from] = (year ?? '').split('-').map(Number)
  return deals
    .$if(shelf !== undefined, some => some.where('shelf_key', '=', foldName(shelf ?? '')))
    .$if(year !== undefined, some => some.where('year', '>=', from ?? 0).where('year', '<=', to ?? 0))
    .$if(tag !== undefined, some =>
      some.where(sql<boolean>`deal.id in (select deal_id from tag where tag_key = ${tagKey(tag ?? '')})`),
    )
    .$if(only === 'failing', some => some.where('checks_failed', '>', 0))
    .$if(only === 'no-tables', some => some.where('stratifications', '=', 0))
}

/** Deals without the figure come last either way; equal ones keep one order, so pages never repeat a deal. */
function sorted<O>(deals: Deals<O>, sort: Sort): Deals<O> {
  const down = sort.startsWith('-')
  const key = (down ? sort.slice(1) : sort) as SortKey
  return deals
    .orderBy(columnOf[key], order => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('id', down ? 'desc' : 'asc')
}

async function totalsOf(deals: Deals<unknown>): Promise<Totals> {
  return await deals
    .select(build => [
      build.fn.countAll<number>().as('deals'),
      countWhere(build, 'stratifications', '=').as('withoutTables'),
      build.fn.coalesce(build.fn.sum<number>('pool_balance_cents'), sql<number>`0`).as('poolBalanceCents'),
      build.fn.coalesce(build.fn.sum<number>('loan_count'), sql<number>`0`).as('loanCount'),
    ])
    .executeTakeFirstOrThrow()
}

async function facetsOf(deals: Deals<unknown>): Promise<Facets> {
  const [years, shelves, tags, counts] = await Promise.all([
    deals
      .select(({ fn }) => ['year', fn.countAll<number>().as('deals')])
      .where('year', 'is not', null)
      .groupBy('year')
      .orderBy('year')
      .execute(),
    deals
      .select(({ fn }) => [fn.min('shelf').as('shelf'), fn.countAll<number>().as('deals')])
      .where('shelf_key', 'is not', null)
      .groupBy('shelf_key')
      .orderBy('shelf_key')
      .execute(),
    deals
      .innerJoin('tag', 'tag.deal_id', 'deal.id')
      .select(({ fn }) => [fn.min('tag.tag').as('tag'), fn.countAll<number>().as('deals')])
      .groupBy('tag.tag_key')
      .orderBy('tag.tag_key')
      .execute(),
    deals
      .select(build => [
        countWhere(build, 'checks_failed', '>').as('failing'),
        countWhere(build, 'stratifications', '=').as('noTables'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  return {
    years: years.flatMap(({ year, deals }) => (year === null ? [] : [{ year, deals }])),
    shelves: shelves.flatMap(({ shelf, deals }) => (shelf === null ? [] : [{ shelf, deals }])),
    tags,
    ...counts,
  }
}

function countWhere(
  build: ExpressionBuilder<Tables, 'deal'>,
  column: 'checks_failed' | 'stratifications',
  is: '>' | '=',
) {
  return build.fn.countAll<number>().filterWhere(column, is, 0)
}

/** A cursor says how many deals come before the page; to callers it is opaque. */
function cursorAfter(offset: number): string {
  return `after-${offset}`
}

function offsetOf(cursor = ''): number {
  return Number(/\d+$/.exec(cursor)?.[0] ?? 0)
}
