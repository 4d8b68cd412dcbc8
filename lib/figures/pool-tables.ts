import { waysToAdd } from '../checks/loan-group-families.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { splitSameLoans } from '../checks/same-pool.ts'
import type { GroupTable, GroupWeight, WeighedGroup } from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import { splitsWholeGroup } from '../pool/total-figures.ts'
import type { PoolSummary, Stratification } from '../report.ts'
import { findReferenceTable, tableOfId, tablesOfSplit } from '../statistics/index.ts'

/** Tables and pools of one filing. */
export type PoolTables = { stratifications: readonly Stratification[]; pool: readonly PoolSummary[] }

/** The tables that split all loans of a loan group by a dimension; also those whose own rows do not come to their total. */
export function tablesOfAll(
  { stratifications }: PoolTables,
  dimension: string,
  loanGroup: string | null,
): Stratification[] {
  const input = { stratifications, statistics: [], checks: [], averages: [] }
  return tablesOfSplit(stratifications, { dimension, loanGroup }).filter(table => {
    if (splitsWholeGroup(input, table)) return true
    // A table that prints no balances shows by its number of loans that it splits them all.
    return (['balanceCents', 'loanCount'] as const).some(measure => {
      const reference = findReferenceTable(stratifications, loanGroup, measure)
      return reference !== null && (reference === table || splitSameLoans(reference, table))
    })
  })
}

/**
 * The loan groups that make up the pool, in each way to add them, with their balances; none where a balance is not known or
 * where they do not come to that of the whole pool.
 */
export const groupsOfPool = oncePer((source: PoolTables): WeighedGroup[][] => {
  const whole = weightOf(source, null, 'balance')
  if (whole === null) return []
  const names = source.pool.flatMap(({ loanGroup }) => loanGroup ?? [])
  return waysToAdd(names).flatMap(way => {
    const known = way.flatMap(loanGroup => {
      const balance = weightOf(source, loanGroup, 'balance')
      return balance === null ? [] : [{ loanGroup, balance, loans: weightOf(source, loanGroup, 'loans') }]
    })
    const sum = known.reduce((all, { balance }) => all + balance.value, 0)
    const rounding = known.reduce((all, { balance }) => all + balance.half, whole.half)
    const isWhole = known.length === way.length && Math.abs(sum - whole.value) <= rounding
    return isWhole ? [known] : []
  })
})

/** A balance or number of loans, and half a unit of its last printed place, in cents or loans. */
function weightOf(
  { pool, stratifications }: PoolTables,
  loanGroup: string | null,
  id: 'balance' | 'loans',
): GroupWeight | null {
  const figure = findFigure(findPool(pool, loanGroup), id)
  if (figure?.value == null || figure.value <= 0) return null
  const known = { value: figure.value, statistic: figure.statistic }
  if (id === 'loans') return { ...known, half: 0 }
  const table = tableOfId(stratifications, figure.stratification)
  const ofWords = figure.decimals >= 2 ? 0 : halfDollar * 10 ** -figure.decimals
  return { ...known, half: Math.max(ofWords, table ? roundingOfTotal(table) : 0) }
}

/** What rounding took from the balance of a table: from its printed total, else from each of the rows that come to it. */
function roundingOfTotal(table: Stratification): number {
  const half = halfUnitOf(table, 'balanceCents')
  return table.total?.values.balanceCents == null ? half * table.buckets.length : half
}

/**
 * By dimension, the tables of the loan groups that make up the pool, for dimensions that no table splits the whole pool by:
 * in the first way to add groups in which each of them has one.
 */
export const tablesOverGroups = oncePer((source: PoolTables): ReadonlyMap<string, GroupTable[]> => {
  const ofWhole = new Set(
    source.stratifications.flatMap(({ loanGroup, dimension }) =>
      loanGroup === null ? (dimension ?? []) : [],
    ),
  )
  const summed = new Map<string, GroupTable[]>()
  const ways = groupsOfPool(source)
  if (ways.length === 0) return summed
  for (const { dimension } of source.stratifications) {
    if (dimension === null || ofWhole.has(dimension) || summed.has(dimension)) continue
    const found = ways
      .map(way =>
        way.flatMap((group): GroupTable[] => {
          const [table] = tablesOfAll(source, dimension, group.loanGroup)
          return table ? [{ ...group, table }] : []
        }),
      )
      .find((tables, order) => tables.length === ways[order]?.length)
    if (found) summed.set(dimension, found)
  }
  return summed
})

const halfDollar = 50
