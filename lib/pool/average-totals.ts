import type { CheckInput } from '../checks/check-input.ts'
import { findPoolAverages } from '../checks/pool-averages.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { holdsAllLoans } from '../checks/same-pool.ts'
import type { Bucket, Stratification, TotalAverages } from '../report.ts'
import { mayLack } from './may-lack.ts'
import { roundAverage } from './round-average.ts'

/**
 * The tables, with the averages of all their loans in totals that print none: from the averages that the rows print, where
 * words or figures show that the balance weighs them and no loan may lack the figure, and the average balance from balance
 * and number.
 *
 * > California   60,000,000   6.125
 * > Texas        40,000,000   6.500
 * > Total       100,000,000          6.275, between 6.2745 and 6.2755
 */
export function averageTotals(read: CheckInput): Stratification[] {
  const averages = averagesByTable(read)
  return read.stratifications.map(table => {
    const { total } = table
    if (!total) return table
    const own = { ...averages.get(table), ...averageBalance(table) }
    const lacking = Object.entries(own).filter(([measure]) => total.values[measure] == null)
    return lacking.length === 0
      ? table
      : { ...table, total: { ...total, averages: Object.fromEntries(lacking) } }
  })
}

function averagesByTable(read: CheckInput): Map<Stratification, TotalAverages> {
  const byTable = new Map<Stratification, TotalAverages>()
  for (const { measure, reading, isWeightShown, pool, tables } of findPoolAverages(read)) {
    if (reading !== 'balance' || !isWeightShown || mayLack(pool, measure)) continue
    for (const { table, mean, low, high } of tables) {
      if (mean === null || !holdsAllLoans(table)) continue
      byTable.set(table, {
        ...byTable.get(table),
        [measure]: { value: roundAverage(mean), low: roundAverage(low), high: roundAverage(high) },
      })
    }
  }
  return byTable
}

/** Balance by number, within what printing both has rounded off; nothing where the rows' averages are not of this balance. */
function averageBalance(table: Stratification): TotalAverages {
  const { total, buckets } = table
  const half = halfUnitOf(table, 'averageBalanceCents')
  const ofTotal = total && quotientOf(table, total)
  const compared = buckets.flatMap(bucket => {
    const average = bucket.values.averageBalanceCents
    const quotient = quotientOf(table, bucket)
    return average == null || quotient === null ? [] : [{ average, quotient }]
  })
  const isOwn = compared.every(
    ({ average, quotient }) => average + half >= quotient.low - 1 && average - half <= quotient.high + 1,
  )
  if (!ofTotal || compared.length === 0 || !isOwn) return {}
  const { value, low, high } = ofTotal
  return {
    averageBalanceCents: { value: Math.round(value), low: Math.round(low), high: Math.round(high) },
  }
}

function quotientOf(table: Stratification, { values }: Pick<Bucket, 'values'>) {
  const { balanceCents, loanCount } = values
  const [ofBalance, ofCount] = [halfUnitOf(table, 'balanceCents'), halfUnitOf(table, 'loanCount')]
  if (balanceCents == null || loanCount == null || loanCount <= ofCount) return null
  return {
    value: balanceCents / loanCount,
    low: (balanceCents - ofBalance) / (loanCount + ofCount),
    high: (balanceCents + ofBalance) / (loanCount - ofCount),
  }
}
