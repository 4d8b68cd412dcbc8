import { calmGroup } from '../format/calm-group.ts'
import type { Amount } from './answer.ts'
import type { ComparedRow, ComparedValue, Comparison, ToCompare } from './compared.ts'
import { contradictsItself, tablesOf } from './compared.ts'
import { noneFails } from './hull-of-shares.ts'
import { namedShare } from './named-share.ts'
import { addOverGroups } from './over-groups.ts'
import { type NamedRow, nameRows } from './row-names.ts'
import { fitsOf, shareOfName } from './share-of-name.ts'

/** Tables of names, a row for each name that any of them prints, the largest first, and their residual rows last. */
export function compareNames(asked: readonly ToCompare[], measure: Amount): Comparison {
  const rows = [...printedNames(asked).values()].map(
    (named): ComparedRow => ({
      label: named.name,
      range: null,
      values: asked.map(one => {
        const values = tablesOf(one).map(own => namedValue(own, named, measure))
        return addTables(one, values, measure)
      }),
    }),
  )
  const highest = ({ values }: ComparedRow) =>
    values.reduce((most, value) => Math.max(most, value?.low ?? 0), 0)
  const named = rows.sort((a, b) => highest(b) - highest(a))
  const rest: ComparedRow = {
    label: 'Other',
    range: null,
    values: asked.map(one => addTables(one, othersOf(one, measure), measure)),
  }
  return {
    by: 'names',
    edges: [],
    rows: rest.values.some(value => value !== null) ? [...named, rest] : named,
    left: [],
    doNotAddUp: asked.flatMap((one, order) => (contradictsItself(one) ? [order] : [])),
  }
}

/** What rows of the tables are of, by key, as the first that prints it has it. */
export function printedNames(asked: readonly ToCompare[]): Map<string, NamedRow> {
  const names = new Map<string, NamedRow>()
  for (const { table } of asked.flatMap(one => tablesOf(one)))
    for (const [order, row] of nameRows(table).entries())
      if (table.buckets[order]?.code !== 'other' && !names.has(row.key)) names.set(row.key, row)
  return names
}

/** What a pool has in a row: as its one table tells, or what the tables of its loan groups come to. */
function addTables({ groups }: ToCompare, values: readonly ComparedValue[], measure: Amount): ComparedValue {
  if (!groups) return values[0] ?? null
  const bound = addOverGroups(groups, values, measure)
  const open = groups.flatMap(({ loanGroup }, order) =>
    (values[order]?.open ?? []).map(label => `${calmGroup(loanGroup)}: ${label}`),
  )
  return bound && { ...bound, printed: null, open }
}

/** What the residual rows of its tables have. A loan group without one has nothing there, where another has one. */
function othersOf(asked: ToCompare, measure: Amount): ComparedValue[] {
  const rests = tablesOf(asked).map(({ table, tables }) => {
    const bucket = table.buckets.find(({ code }) => code === 'other')
    const found = bucket && namedShare(table, ({ code }) => code === 'other', tables, measure)
    return bucket && { printed: bucket.label, share: found?.share ?? null }
  })
  const isPrinted = rests.some(rest => rest !== undefined)
  return rests.map(rest => {
    if (rest) return rest.share && { ...rest.share, printed: rest.printed, open: [] }
    return isPrinted ? { low: 0, high: 0, printed: null, open: [] } : null
  })
}

/** A printed name has its figure; of one that is not printed what the rows that may hold it, and the residual row, allow. */
function namedValue({ table, tables, failing }: ToCompare, named: NamedRow, measure: Amount): ComparedValue {
  const fits = fitsOf(table, named)
  const found = fits && shareOfName({ table, tables, failing: failing ?? noneFails }, fits, measure)
  if (!found) return null
  const { share, certain, possible } = found
  const isPrinted = certain.rule === 'is-printed'
  const labelsOf = (orders: readonly number[]) => orders.flatMap(order => table.buckets[order]?.label ?? [])
  const open = [...(isPrinted ? [] : certain.buckets), ...(possible?.buckets ?? [])]
  return {
    ...share,
    printed: isPrinted ? labelsOf(certain.buckets).join('; ') : null,
    open: labelsOf(open),
  }
}
