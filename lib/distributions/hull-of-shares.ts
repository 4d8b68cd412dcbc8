import { contradictsItsTotal } from '../checks/foots-on-its-own.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { oncePer } from '../once-per.ts'
import type { Check, Stratification } from '../report.ts'
import { addBounds } from './add-bounds.ts'
import { percentOf } from './answer.ts'
import type { Bound } from './distribution.ts'

/** What of a table is asked for: its balance, and the percents that its rows print for it. */
export type PartOfTable = { balanceCents: Bound | null; balancePct: Bound | null }

/** The tables of a filing in which a check fails: on balances or their percents, and on loans or balances at all. */
export type FailingTables = { balance: ReadonlySet<string>; any: ReadonlySet<string> }

export const noneFails: FailingTables = { balance: new Set(), any: new Set() }

type Judged = Pick<Check, 'outcome' | 'measure' | 'stratification'>
const ofBalance = ['balanceCents', 'balancePct']
const ofLoans = [...ofBalance, 'loanCount', 'countPct']

export const failingTables = oncePer((checks: readonly Judged[]): FailingTables => {
  const on = (measures: readonly string[]) =>
    new Set(
      checks.flatMap(({ outcome, measure, stratification }) =>
        outcome === 'fail' && measure !== null && measures.includes(measure) ? (stratification ?? []) : [],
      ),
    )
  return { balance: on(ofBalance), any: on(ofLoans) }
})

/** Does a table contradict itself in its balances? `failing` has the tables of failing checks on balances and percents. */
export function isContradicted(table: Stratification, failing: ReadonlySet<string>): boolean {
  return failing.has(table.id) || contradicts(table)
}

const contradicts = oncePer(contradictsItsTotal)

/**
 * What a share of a table that contradicts itself can be, if one of its figures is wrong and nothing tells which: of its
 * printed total, of what its rows come to, what the other rows leave of the total, and as the percents are printed.
 */
export function hullOfShares(table: Stratification, share: Bound, part: PartOfTable): Bound {
  const { total, all } = balancesOf(table)
  const inside = part.balanceCents
  const outside = inside && all && { low: all.low - inside.high, high: all.high - inside.low }
  const left = total && outside && { low: total.low - outside.high, high: total.high - outside.low }
  const shares = [
    share,
    percentOf(inside, total),
    percentOf(inside, all),
    percentOf(left, total),
    part.balancePct,
  ].filter(one => one !== null)
  const low = shares.reduce((least, one) => Math.min(least, one.low), 100)
  const high = shares.reduce((most, one) => Math.max(most, one.high), Number.NEGATIVE_INFINITY)
  return { low: Math.max(Math.min(0, share.low), low), high: Math.min(100, high) }
}

/** The same of loans or balances: as they are printed, or what the other rows leave of the printed total. */
export function hullOfSums(
  table: Stratification,
  measure: 'balanceCents' | 'loanCount',
  inside: Bound,
): Bound {
  const { total, all } = sumsOf(table, measure)
  if (total === null || all === null) return inside
  const [fewer, more] = [total.low - all.high, total.high - all.low]
  return {
    low: Math.max(Math.min(0, inside.low), inside.low + Math.min(0, fewer)),
    high: inside.high + Math.max(0, more),
  }
}

const balancesOf = oncePer((table: Stratification) => sumsOf(table, 'balanceCents'))

/** A table's printed total, and what its rows come to, as far as both are printed. */
function sumsOf(
  table: Stratification,
  measure: 'balanceCents' | 'loanCount',
): Record<'total' | 'all', Bound | null> {
  const half = halfUnitOf(table, measure)
  const around = (value: number | null | undefined) =>
    value == null ? null : { low: value - half, high: value + half }
  const rows = table.buckets.map(({ values }) => around(values[measure]))
  return { total: around(table.total?.values[measure]), all: addBounds(rows) }
}
