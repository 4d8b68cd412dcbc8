import type { Kysely } from 'kysely'
import {
  describeFilter,
  type FigureFilter,
  parameterOf,
  readFigureFilters,
  readTypedFigures,
  typedValue,
} from '../figures/index.ts'
import type { DealColumns } from './columns/deal-columns.ts'
import type { NamesColumn } from './columns/names-column.ts'
import { foldName } from './deal-identity.ts'
import { findDeals } from './find-deals.ts'
import type { FoundFigures } from './found-figures.ts'
import { readFigure } from './printed-figures.ts'
import type { Tables } from './schema.ts'
import type { Suggestions } from './suggestions.ts'

/** So many of each kind are offered. */
const mostDeals = 6
const mostNames = 4

type Kind = Suggestions['names'][number]['kind']

/**
 * What is offered to somebody who types. A figure as printed is looked for in filings first, and
 * then offered as a limit; so is one that is typed in words with what it is compared with.
 */
export async function suggest(
  database: Kysely<Tables>,
  columns: DealColumns,
  findPrinted: (typed: string) => Promise<FoundFigures>,
  typed: string,
): Promise<Suggestions> {
  const figure = readFigure(typed)
  const found = await findDeals(database, columns, { q: typed, limit: mostDeals, sort: '-signed' })
  return {
    deals: found.deals.map(({ name, url, signedOn, poolBalanceCents }) => ({
      name,
      url,
      signedOn,
      poolBalanceCents,
    })),
    names: figure?.isCertain ? [] : namesWith(columns, typed),
    printed: await findPrinted(typed),
    limits: await countLimits(
      database,
      columns,
      figure === null ? readTypedFigures(typed) : limitsAt(Number(figure.key)),
    ),
  }
}

/** Shelves and parties of which every word typed begins a word, those of most deals first. */
function namesWith(columns: DealColumns, typed: string): Suggestions['names'] {
  const words = foldName(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const kinds: [Kind, NamesColumn][] = [
    ['shelf', columns.shelf],
    ['trustee', columns.trustee],
    ['servicer', columns.masterServicer],
  ]
  return kinds
    .flatMap(([kind, names]) => countNames(columns, names, words).map(one => ({ kind, ...one })))
    .sort((one, other) => other.deals - one.deals)
    .slice(0, mostNames)
    .map(({ kind, name, deals }) => ({
      kind,
      name,
      url: `/?${new URLSearchParams({ [kind]: name })}`,
      deals,
    }))
}

function countNames(columns: DealColumns, { names, codes }: NamesColumn, words: readonly string[]) {
  const begins = (name: string) => {
    const own = foldName(name).split(' ')
    return words.every(word => own.some(one => one.startsWith(word)))
  }
  const counts = new Map(names.flatMap((name, code): [number, number][] => (begins(name) ? [[code, 0]] : [])))
  if (counts.size === 0) return []
  for (let row = 0; row < columns.count; row++) {
    const code = codes.values[row] ?? -1
    const deals = counts.get(code)
    if (deals !== undefined && columns.shown.values[row] === 1) counts.set(code, deals + 1)
  }
  return [...counts]
    .filter(([, deals]) => deals > 0)
    .map(([code, deals]) => ({ name: names[code] ?? '', deals }))
}

/** Figures that a number can be meant as, by where it lies: dollars are typed, and money is in dollars here. */
const meanings: readonly [key: string, from: number, to: number][] = [
  ['balance', 1e6, 1e12],
  ['average', 20_000, 999_999],
  ['credit-score', 300, 850],
  ['waltv', 30, 150],
  ['wac', 1, 25],
]

/** The limits that a figure alone can be meant as. */
function limitsAt(value: number): FigureFilter[] {
  const [key] = meanings.find(([, from, to]) => value >= from && value <= to) ?? []
  if (key === undefined) return []
  return readFigureFilters(['gt', 'lte'].map(is => [`${key}__${is}`, String(value)] as const)).filters
}

async function countLimits(
  database: Kysely<Tables>,
  columns: DealColumns,
  filters: readonly FigureFilter[],
): Promise<Suggestions['limits']> {
  const limits: Suggestions['limits'] = []
  for (const filter of filters) {
    const { counts } = await findDeals(database, columns, { filters: [filter], limit: 1 })
    const { name, limits: words } = describeFilter(filter)
    const url = `/?${new URLSearchParams({ [parameterOf(filter)]: typedValue(filter) })}`
    limits.push({ says: `${name} ${words}`, url, deals: counts.certain + counts.possible })
  }
  return limits
}
