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
export function countFacets(columns: DealColumns, { without, match }: Narrowed): Facets {
  const years = new Map<number, Counted>()
  const only = { failing: none(), passing: none(), 'no-tables': none() }
  const byTag = new Map<number, Counted>()
  const named = {
    shelf: columns.shelf,
    trustee: columns.trustee,
    servicer: columns.masterServicer,
    form: columns.form,
  }
  const byName = Object.entries(named).map(([facet, names]) => ({
    bit: bitOf(facet as Facet),
    codes: names.codes.values,
    counts: new Int32Array(2 * names.names.length),
  }))
  const [yearBit, tagBit, onlyBit] = [bitOf('year'), bitOf('tag'), bitOf('only')]
  for (let row = 0; row < columns.count; row++) {
    const bits = without[row] ?? 0
    const matched = match[row] ?? 0
    if (bits < 0 || matched < matchNumber.possible) continue
    const isPossible = matched === matchNumber.possible ? 1 : 0
    for (const { bit, codes, counts } of byName) {
      if ((bits & ~bit) !== 0) continue
      const code = codes[row] ?? -1
      if (code < 0) continue
      counts[2 * code] = (counts[2 * code] ?? 0) + 1
      counts[2 * code + 1] = (counts[2 * code + 1] ?? 0) + isPossible
    }
    if ((bits & ~yearBit) === 0) count(years, columns.year.values[row] ?? 0, isPossible)
    if ((bits & ~tagBit) === 0) for (const code of columns.tags.get(row) ?? []) count(byTag, code, isPossible)
    if ((bits & ~onlyBit) === 0)
      for (const [kind, counted] of Object.entries(only))
        if (isOnly(columns, row, kind as keyof typeof only)) {
          counted.deals++
          counted.possible += isPossible
        }
  }
  const listed = (order: number, names: NamesColumn) => listNames(byName[order]?.counts ?? [], names)
  return {
    years: [...years]
      .filter(([year]) => year > 0)
      .sort(([one], [other]) => one - other)
      .map(([year, counted]) => ({ year, ...counted })),
    shelves: listed(0, columns.shelf).map(({ name, ...counted }) => ({ shelf: name, ...counted })),
    tags: [...byTag]
      .map(([code, counted]) => ({ tag: columns.tagNames.names[code] ?? '', ...counted }))
      .sort((one, other) => byText(one.tag, other.tag)),
    trustees: listed(1, columns.trustee),
    masterServicers: listed(2, columns.masterServicer),
    forms: listed(3, columns.form),
    failing: only.failing.deals,
    passing: only.passing.deals,
    noTables: only['no-tables'].deals,
  }
}

const none = (): Counted => ({ deals: 0, possible: 0 })

function count<Key>(counts: Map<Key, Counted>, key: Key, isPossible: number): void {
  const counted = counts.get(key) ?? none()
  counted.deals++
  counted.possible += isPossible
  counts.set(key, counted)
}

/** The names that some deals have, in order; of very many those of most deals. */
function listNames(counts: ArrayLike<number>, { names }: NamesColumn): ({ name: string } & Counted)[] {
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
