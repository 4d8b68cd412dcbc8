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
  return tables.map((table, order) => ({ id: nameOf(stemOf(table, order), table.loanGroup), ...table }))
}

/**
 * Tables that are computed from the loans of a filing, with ids that none of its printed tables has: one submission may hold both.
 *
 * > state-2, where the filing prints a table by state too
 */
export function nameComputedTables(
  computed: readonly Stratification[],
  printed: readonly Stratification[],
): Stratification[] {
  const nameOf = uniqueNames()
  for (const [order, table] of printed.entries()) nameOf(stemOf(table, order), table.loanGroup)
  return computed.map((table, order) => ({
    ...table,
    id: nameOf(stemOf(table, printed.length + order), table.loanGroup),
  }))
}

const stemOf = ({ dimension }: Pick<Stratification, 'dimension'>, order: number) =>
  dimension ?? `table-${order + 1}`
