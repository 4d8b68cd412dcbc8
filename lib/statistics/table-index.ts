import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'

/** Where no table is found: one list for all, which nobody changes. */
const none: readonly Stratification[] = []

/** The tables of a filing by what they are asked for: a filing may have thousands, and each asks for others. */
const byGroup = oncePer((tables: readonly Stratification[]) =>
  Map.groupBy(tables, ({ loanGroup }) => loanGroup),
)
const bySplit = oncePer((tables: readonly Stratification[]) => Map.groupBy(tables, splitOf))
const byId = oncePer(
  (tables: readonly Stratification[]) => new Map(tables.map(table => [table.id, table] as const)),
)

function splitOf({ dimension, loanGroup }: Pick<Stratification, 'dimension' | 'loanGroup'>): string {
  return loanGroup === null ? `${dimension}` : `${dimension} ${loanGroup}`
}

/** The tables of a loan group, in the order they are printed; null is the whole pool. */
export function tablesOfGroup(
  tables: readonly Stratification[],
  loanGroup: string | null,
): readonly Stratification[] {
  return byGroup(tables).get(loanGroup) ?? none
}

/** The tables that split a loan group by a dimension, in the order they are printed. */
export function tablesOfSplit(
  tables: readonly Stratification[],
  split: Pick<Stratification, 'dimension' | 'loanGroup'>,
): readonly Stratification[] {
  return bySplit(tables).get(splitOf(split)) ?? none
}

/** The table of an id, which is unique in its filing. */
export function tableOfId(tables: readonly Stratification[], id: string | null): Stratification | null {
  return id === null ? null : (byId(tables).get(id) ?? null)
}
