import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import { oncePer } from '../once-per.ts'
import type { Range, Stratification } from '../report.ts'
import type { Amount } from './answer.ts'
import type { Bound } from './distribution.ts'
import type { FailingTables } from './hull-of-shares.ts'
import type { GroupTable } from './over-groups.ts'
import { type NoDistribution, type ReadDistribution, readDistribution } from './read-distribution.ts'
import { readGroups } from './read-groups.ts'
import type { EdgeChoice } from './shared-edges.ts'

/**
 * What one pool has in a row: a bound, the one label that prints just this, if one does, and where it is no more than
 * bounded the rows that leave it open. Null where the pool tells nothing.
 */
export type ComparedValue = (Bound & { printed: string | null; open: string[] }) | null

export type ComparedRow = { label: string; range: Range | null; values: ComparedValue[] }

/** Tables of one dimension side by side; `left` tells by their order which could not be brought in, and why. */
export type Comparison = {
  /** What rows are: ranges between edges, all beyond each edge, single figures, or names. */
  by: 'edges' | 'tails' | 'values' | 'names'
  /** In the unit, rising; none for rows of names. */
  edges: number[]
  rows: ComparedRow[]
  left: { table: number; reason: NoDistribution }[]
  /** Order of tables that contradict themselves: one of their figures is wrong, so they prove nothing. */
  doNotAddUp: number[]
}

/** A table with all tables of its filing, which tell what its percents are of, and those of them that checks fail in. */
export type ToCompare = {
  table: Stratification
  /** Where a whole pool is printed for its loan groups alone: the table of each; `table` is the first of them then. */
  groups?: readonly GroupTable[] | undefined
  tables: readonly Stratification[]
  failing?: FailingTables | undefined
}

/** Each table that a pool is compared by, as if it were compared alone. */
export function tablesOf({ groups, ...asked }: ToCompare): ToCompare[] {
  return groups ? groups.map(({ table }) => ({ ...asked, table })) : [asked]
}

/** The distribution of a table of ranges, or of several of loan groups together. */
export function distributionOf({ table, groups }: Pick<ToCompare, 'table' | 'groups'>): ReadDistribution {
  return groups ? readGroups(groups) : readDistribution(table)
}

/** Is one of a table's figures wrong: do its rows come to another total, or does a check on loans or balances fail in it? */
export function contradictsItself(asked: ToCompare): boolean {
  return tablesOf(asked).some(
    ({ table, failing }) => contradicts(table) || (failing?.any.has(table.id) ?? false),
  )
}

const contradicts = oncePer(contradictsItsTotal)

/** What is shown of tables of ranges: between edges, or above each; null edges are those that suit the tables. */
export type CompareChoice = { measure: Amount; edges: EdgeChoice | null; rows: 'between' | 'above' }
