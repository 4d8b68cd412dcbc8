import { matchNumber } from '../../figures/index.ts'
import type { Facets } from '../deal-summary.ts'
import type { DealColumns } from './deal-columns.ts'
import type { NamesColumn } from './names-column.ts'
import { bitOf, type Facet, isOnly, type Narrowed } from './narrow.ts'

/** Of the names of very many deals those of most are listed. */
const mostNames = 200

type Counted = { deals: number; possible: number }

/**
 * How many deals there would be for each choice of a facet, all other choices being as they are; how many of them match the
 * figures no more than possibly.
 */
export function countFacets(columns: DealColumns, narrowed: Narrowed): Facets {
  const shelves = countNames(columns.shelf, 'shelf', narrowed)
  const failing = countOnly(columns, 'failing', narrowed)
  const passing = countOnly(columns, 'passing', narrowed)
  const noTables = countOnly(columns, 'no-tables', narrowed)
  return {
    years: countYears(columns, narrowed),
    shelves: shelves.map(({ name, ...counted }) => ({ shelf: name, ...counted })),
    tags: countTags(columns, narrowed),
    trustees: countNames(columns.trustee, 'trustee', narrowed),
    masterServicers: countNames(columns.masterServicer, 'servicer', narrowed),
    forms: countNames(columns.form, 'form', narrowed),
    failing: failing.deals,
    passing: passing.deals,
    noTables: noTables.deals,
    possible: { failing: failing.possible, passing: passing.possible, noTables: noTables.possible },
  }
}

/** Do a row's figures match, and no other facet than this one leave it out? */
function isCounted({ without, match }: Narrowed, row: number, bit: number): boolean {
  const bits = without[row] ?? 0
  return (bits === 0 || bits === bit) && (match[row] ?? 0) >= matchNumber.possible
}

const isPossible = ({ match }: Narrowed, row: number) => (match[row] === matchNumber.possible ? 1 : 0)

function countNames({ codes, names }: NamesColumn, facet: Facet, narrowed: Narrowed) {
  const bit = bitOf(facet)
  const counts = new Int32Array(2 * names.length)
  const { length } = narrowed.match
  for (let row = 0; row < length; row++) {
    const code = codes.values[row] ?? -1
    if (code < 0 || !isCounted(narrowed, row, bit)) continue
    counts[2 * code] = (counts[2 * code] ?? 0) + 1
    counts[2 * code + 1] = (counts[2 * code + 1] ?? 0) + isPossible(narrowed, row)
  }
  return listNames(counts, names)
}

function countYears(columns: DealColumns, narrowed: Narrowed): Facets['years'] {
  const years = new Map<number, Counted>()
  const bit = bitOf('year')
  for (let row = 0; row < columns.count; row++)
    if (isCounted(narrowed, row, bit)) count(years, columns.year.values[row] ?? 0, isPossible(narrowed, row))
  return [...years]
    .filter(([year]) => year > 0)
    .sort(([one], [other]) => one - other)
    .map(([year, counted]) => ({ year, ...counted }))
}

function countTags(columns: DealColumns, narrowed: Narrowed): Facets['tags'] {
  const byTag = new Map<number, Counted>()
  const bit = bitOf('tag')
  for (const [row, tags] of columns.tags)
    if (isCounted(narrowed, row, bit)) for (const tag of tags) count(byTag, tag, isPossible(narrowed, row))
  return [...byTag]
    .map(([code, counted]) => ({ tag: columns.tagNames.names[code] ?? '', ...counted }))
    .sort((one, other) => byText(one.tag, other.tag))
}

function countOnly(
  columns: DealColumns,
  only: 'failing' | 'passing' | 'no-tables',
  narrowed: Narrowed,
): Counted {
  const bit = bitOf('only')
  const counted = { deals: 0, possible: 0 }
  for (let row = 0; row < columns.count; row++) {
    if (!isCounted(narrowed, row, bit) || !isOnly(columns, row, only)) continue
    counted.deals++
    counted.possible += isPossible(narrowed, row)
  }
  return counted
}

const none = (): Counted => ({ deals: 0, possible: 0 })

function count<Key>(counts: Map<Key, Counted>, key: Key, possible: number): void {
  const counted = counts.get(key) ?? none()
  counted.deals++
  counted.possible += possible
  counts.set(key, counted)
}

/** The names that some deals have, in order; of very many those of most deals. */
function listNames(counts: Int32Array, names: readonly string[]): ({ name: string } & Counted)[] {
  const found = names.flatMap((name, code) => {
    const deals = counts[2 * code] ?? 0
    return deals === 0 ? [] : [{ name, deals, possible: counts[2 * code + 1] ?? 0 }]
  })
  const most =
    found.length > mostNames ? found.sort((one, other) => other.deals - one.deals).slice(0, mostNames) : found
  return most.sort((one, other) => byText(one.name, other.name))
}

const collator = new Intl.Collator('en', { sensitivity: 'base' })
const byText = collator.compare
