import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import { ownTotal } from './percent-base.ts'
import { halfUnitOf, printedFigures } from './printed-precision.ts'

/** What tells one pool from another, and is the same to the last place in all tables of one. */
const tellingMeasures = ['loanCount', 'balanceCents'] as const

/** A table's total, and how far it can be from the true one: half a unit printed, half a unit a row where it is added. */
type Total = { value: number; rounding: number }

function findTotal(table: Stratification, measure: string): Total | null {
  const value = ownTotal(table, measure)
  const half = halfUnitOf(table, measure)
  const isPrinted = table.total?.values[measure] != null
  return value === null ? null : { value, rounding: isPrinted ? half : half * table.buckets.length }
}

type Totals = (Total | null)[]

/**
 * Do totals show that two tables of a loan group split the same loans? Number of loans or balance are the same, and neither
 * differs. False where nothing shows it, as in tables of percents alone.
 */
function areOfSamePool(one: Totals, other: Totals): boolean {
  let isShown = false
  for (const [index, a] of one.entries()) {
    const b = other[index]
    if (!a || !b) continue
    if (Math.abs(a.value - b.value) > a.rounding + b.rounding) return false
    isShown = true
  }
  return isShown
}

const totalsOf = oncePer(
  (table: Stratification): Totals => tellingMeasures.map(measure => findTotal(table, measure)),
)

/** Do two tables of a loan group split the same loans, as far as their totals show? False where nothing shows it. */
export function splitSameLoans(one: Stratification, other: Stratification): boolean {
  return areOfSamePool(totalsOf(one), totalsOf(other))
}

/**
 * The tables of a loan group that split the same loans, each in one list, in the filing's order; a table that shows nothing
 * of its loans is alone.
 */
export function groupByPool(tables: readonly Stratification[]): Stratification[][] {
  const pools: { totals: Totals; tables: Stratification[] }[] = []
  for (const table of tables) {
    const totals = tellingMeasures.map(measure => findTotal(table, measure))
    const pool = pools.find(known => areOfSamePool(known.totals, totals))
    if (pool) pool.tables.push(table)
    else pools.push({ totals, tables: [table] })
  }
  return pools.map(({ tables: own }) => own)
}

/**
 * Do the rows of a table hold all of its loans? They come to its printed totals, where both are printed. Its percents tell
 * only where it prints neither loans nor balances with a total: beside rows that hold them all, one of them is misprinted.
 */
export const holdsAllLoans = oncePer((table: Stratification): boolean => {
  const [loans, balance, pct] = ['loanCount', 'balanceCents', 'balancePct'].map(measure =>
    comesToTotal(table, measure),
  )
  const told = [loans, balance].filter(one => one !== null)
  return told.length > 0 ? told.every(one => one) : (pct ?? true)
})

/** Do a table's rows come to its total of a measure? Null where it prints none, or none of its rows does. */
function comesToTotal(table: Stratification, measure: string): boolean | null {
  const total = table.total?.values[measure]
  const rows = printedFigures(table, measure)
  if (total == null || rows.length === 0) return null
  const sum = rows.reduce((all, value) => all + value, 0)
  const allowed = (rows.length + 1) * halfUnitOf(table, measure)
  return Math.abs(sum - total) <= allowed + 1e-9 * Math.abs(total)
}
