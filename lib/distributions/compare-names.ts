import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import type { Bucket } from '../report.ts'
import type { Amount } from './answer.ts'
import type { ComparedRow, ComparedValue, Comparison, ToCompare } from './compared.ts'
import { namedShare } from './named-share.ts'
import { nameRow } from './row-names.ts'

/** Tables of names, a row for each name that any of them prints, the largest first, and their residual rows last. */
export function compareNames(asked: readonly ToCompare[], measure: Amount): Comparison {
  const rows = [...printedNames(asked)].map(([key, label]) => ({
    label,
    range: null,
    values: asked.map(one => namedValue(one, key, measure)),
  }))
  const highest = ({ values }: ComparedRow) =>
    values.reduce((most, value) => Math.max(most, value?.low ?? 0), 0)
  const named = rows.sort((a, b) => highest(b) - highest(a))
  const rest: ComparedRow = {
    label: 'Other',
    range: null,
    values: asked.map(({ table }) => {
      const bucket = table.buckets.find(({ code }) => code === 'other')
      const value = bucket?.values[measure]
      return bucket && value != null ? { low: value, high: value, printed: bucket.label, open: [] } : null
    }),
  }
  return {
    by: 'names',
    edges: [],
    rows: rest.values.some(value => value !== null) ? [...named, rest] : named,
    left: [],
    doNotAddUp: asked.flatMap(({ table }, order) => (contradictsItsTotal(table) ? [order] : [])),
  }
}

/** What rows of the tables stand for, by key, each with the name that it is shown under. */
function printedNames(asked: readonly Pick<ToCompare, 'table'>[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { table } of asked)
    for (const bucket of table.buckets) {
      if (bucket.code === 'other') continue
      const { key, name } = nameRow(bucket, table.dimension)
      if (!names.has(key)) names.set(key, name)
    }
  return names
}

/** A printed name has its figure; of one that is not printed only a share can be bounded. */
function namedValue({ table, tables }: ToCompare, key: string, measure: Amount): ComparedValue {
  const isNamed = (bucket: Bucket) => nameRow(bucket, table.dimension).key === key
  const own = table.buckets.filter(isNamed)
  const printed = own.length > 0 ? own.map(({ label }) => label).join('; ') : null
  const by = measure === 'balancePct' ? 'balance' : measure === 'countPct' ? 'count' : null
  if (by === null) {
    const sum = own.length > 0 ? addUp(own.map(({ values }) => values[measure] ?? null)) : null
    return sum === null ? null : { low: sum, high: sum, printed, open: [] }
  }
  const found = namedShare(table, isNamed, tables, by)
  if (found === null) return null
  const isResidual = found.rule === 'residual' || found.rule === 'residual-with-cap'
  const open = isResidual ? found.buckets.flatMap(order => table.buckets[order]?.label ?? []) : []
  return { ...found.share, printed, open }
}

function addUp(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0)
}
