import type { CheckInput } from '../checks/check-rule.ts'
import { findPoolAverages } from '../checks/pool-averages.ts'
import { holdsAllLoans } from '../checks/same-pool.ts'
import type { Stratification, TotalAverages } from '../report.ts'
import { roundAverage } from './round-average.ts'

/**
 * The tables, with the averages of all their loans in totals that print none: from the averages that the rows print, where
 * words or figures show that the balance weighs them, and the average balance from balance and number.
 *
 * > California   60,000,000   715
 * > Texas        40,000,000   702
 * > Total       100,000,000          709.8, between 709.3 and 710.3
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
  for (const { measure, reading, isWeightShown, tables } of findPoolAverages(read)) {
    if (reading !== 'balance' || !isWeightShown) continue
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

function averageBalance({ columns, total }: Stratification): TotalAverages {
  const { balanceCents, loanCount } = total?.values ?? {}
  const isAveraged = columns.some(({ measure }) => measure === 'averageBalanceCents')
  if (!isAveraged || balanceCents == null || !loanCount) return {}
  const value = Math.round(balanceCents / loanCount)
  return { averageBalanceCents: { value, low: value, high: value } }
}
