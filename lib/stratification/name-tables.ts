import type { Stratification } from '../report.ts'

/**
 * Give each stratification an id that is URL-safe and unique in its filing.
 *
 * > original-ltv   loan-group-1--original-ltv   mortgage-rate-2   table-7
 *
 * The number of an unknown table is its place among the stratifications, from 1.
 */
export function nameTables(tables: readonly Omit<Stratification, 'id'>[]): Stratification[] {
  const used = new Map<string, number>()
  return tables.map((table, order) => {
    const name = table.dimension ?? `table-${order + 1}`
    const group = table.loanGroup === null ? '' : slugOf(table.loanGroup)
    const stem = group === '' ? name : `${group}--${name}`
    const times = (used.get(stem) ?? 0) + 1
    used.set(stem, times)
    return { id: times === 1 ? stem : `${stem}-${times}`, ...table }
  })
}

/** Lower-case letters and digits, joined by single hyphens. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
