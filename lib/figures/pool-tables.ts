import { waysToAdd } from '../checks/loan-group-families.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { splitSameLoans } from '../checks/same-pool.ts'
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
    const reference =
      findReferenceTable(stratifications, loanGroup, 'balanceCents') ??
      findReferenceTable(stratifications, loanGroup, 'loanCount')
    return reference !== null && (reference === table || splitSameLoans(reference, table))
  })
}

/** A loan group with its balance, which weighs its shares in those of the pool, and how far printing may have moved that. */
export type WeighedGroup = { loanGroup: string; balanceCents: number; half: number }

/**
 * The loan groups that make up the pool, in each way to add them, with their balances; none where a balance is not known or
 * where they do not come to that of the whole pool.
 */
export function groupsOfPool(source: PoolTables): WeighedGroup[][] {
  const whole = balanceOf(source, null)
  if (whole === null) return []
  const names = source.pool.flatMap(({ loanGroup }) => loanGroup ?? [])
  return waysToAdd(names).flatMap(way => {
    const known = way.flatMap(loanGroup => {
      const balance = balanceOf(source, loanGroup)
      return balance === null ? [] : [{ loanGroup, ...balance }]
    })
    const sum = known.reduce((all, { balanceCents }) => all + balanceCents, 0)
    const rounding = known.reduce((all, { half }) => all + half, whole.half)
    const isWhole = known.length === way.length && Math.abs(sum - whole.balanceCents) <= rounding
    return isWhole ? [known] : []
  })
}

/** A balance, and half a unit of its last printed place, in cents. */
function balanceOf({ pool, stratifications }: PoolTables, loanGroup: string | null) {
  const figure = findFigure(findPool(pool, loanGroup), 'balance')
  if (figure?.value == null || figure.value <= 0) return null
  const table = tableOfId(stratifications, figure.stratification)
  const ofWords = figure.decimals >= 2 ? 0 : halfDollar * 10 ** -figure.decimals
  return {
    balanceCents: figure.value,
    half: Math.max(ofWords, table ? halfUnitOf(table, 'balanceCents') : 0),
  }
}

const halfDollar = 50
