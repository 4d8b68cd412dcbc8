import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { type Bound, percentOf } from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'

/** What of a table is asked for: its balance, and the percents that its rows print for it. */
export type PartOfTable = { balanceCents: Bound | null; balancePct: Bound | null }

/** Does a table contradict itself in its balances? `failing` has the tables of failing checks on balances and percents. */
export function isContradicted(table: Stratification, failing: ReadonlySet<string>): boolean {
  return failing.has(table.id) || contradicts(table)
}

const contradicts = oncePer(contradictsItsTotal)

/**
 * What a share of a table that contradicts itself can be, if one of its figures is wrong and nothing tells which: of its
 * printed total, of what its rows come to, what the other rows leave of the total, and as the percents are printed.
 */
export function hullOfReadings(table: Stratification, reading: Reading, part: PartOfTable): Reading {
  const { total, all } = balancesOf(table)
  const inside = part.balanceCents
  const outside = inside && all && { low: all.low - inside.high, high: all.high - inside.low }
  const left = total && outside && { low: total.low - outside.high, high: total.high - outside.low }
  const shares = [
    { low: reading.low, high: reading.high },
    percentOf(inside, total),
    percentOf(inside, all),
    percentOf(left, total),
    part.balancePct,
  ].filter(share => share !== null)
  const low = shares.reduce((least, one) => Math.min(least, one.low), 100)
  const high = shares.reduce((most, one) => Math.max(most, one.high), 0)
  return { ...reading, low: Math.max(0, low), high: Math.min(100, high), contradicted: true }
}

/** A table's printed total, and what its rows come to, as far as both are printed. */
const balancesOf = oncePer((table: Stratification): Record<'total' | 'all', Bound | null> => {
  const half = halfUnitOf(table, 'balanceCents')
  const around = (value: number | null | undefined) =>
    value == null ? null : { low: value - half, high: value + half }
  const rows = table.buckets.map(({ values }) => around(values.balanceCents))
  return { total: around(table.total?.values.balanceCents), all: addBounds(rows) }
})

/** The sum of bounds; null where one is not known. */
export function addBounds(bounds: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const bound of bounds) sum = sum && bound && { low: sum.low + bound.low, high: sum.high + bound.high }
  return sum
}
