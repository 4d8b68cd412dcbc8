import type { Stratification } from '../report.ts'
import { uniqueNames } from '../unique-names.ts'

/**
 * Give each stratification an id that is URL-safe and unique in its filing.
 *
 * > original-ltv   loan-group-1--original-ltv   mortgage-rate-2   table-7
 *
 * The number of an unknown table is its place among the stratifications, from 1.
 */
export function nameTables(tables: readonly Omit<Stratification, 'id'>[]): Stratification[] {
  const nameOf = uniqueNames()
  return tables.map((table, order) => ({
    id: nameOf(table.dimension ?? `table-${order + 1}`, table.loanGroup),
    ...table,
  }))
}
