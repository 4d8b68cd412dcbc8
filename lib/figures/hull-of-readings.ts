import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Bound } from '../distributions/index.ts'
import type { Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'

/** A row's balance, how much of it is asked for, and the same in the percents that are printed. */
export type PartOfTable = { balance: Bound | null; inside: Bound | null; insidePct: Bound | null }

/** Does a table contradict itself in its balances? `failing` has the tables of failing checks on balances and percents. */
export function isContradicted(table: Stratification, failing: ReadonlySet<string>): boolean {
  return failing.has(table.id) || contradictsItsTotal(table)
}

/**
 * What a share of a table that contradicts itself can be, if one of its figures is wrong and nothing tells which: of its
 * printed total, of what its rows come to, what the other rows leave of the total, and as the percents are printed.
 */
export function hullOfReadings(
  table: Stratification,
  reading: Reading,
  parts: readonly PartOfTable[],
): Reading {
  const half = halfUnitOf(table, 'balanceCents')
  const printed = table.total?.values.balanceCents
  const total = printed == null ? null : { low: printed - half, high: printed + half }
  const inside = addUp(parts.map(part => part.inside))
  const all = addUp(parts.map(part => part.balance))
  const outside = inside && all && { low: all.low - inside.high, high: all.high - inside.low }
  const left = total && outside && { low: total.low - outside.high, high: total.high - outside.low }
  const shares = [
    { low: reading.low, high: reading.high },
    shareOf(inside, total),
    shareOf(inside, all),
    shareOf(left, total),
    addUp(parts.map(part => part.insidePct)),
  ].filter(share => share !== null)
  const low = Math.max(
    0,
    shares.reduce((least, one) => Math.min(least, one.low), 100),
  )
  const high = Math.min(
    100,
    shares.reduce((most, one) => Math.max(most, one.high), 0),
  )
  return { ...reading, low: Math.min(low, high), high, contradicted: true }
}

function addUp(bounds: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const bound of bounds) sum = sum && bound && { low: sum.low + bound.low, high: sum.high + bound.high }
  return sum
}

function shareOf(part: Bound | null, whole: Bound | null): Bound | null {
  return part && whole && whole.low > 0
    ? { low: (100 * part.low) / whole.high, high: (100 * part.high) / whole.low }
    : null
}
