import { hasRole } from '../checks/index.ts'
import { findPoolAverages, type PoolAverage } from '../checks/pool-averages.ts'
import { oncePer } from '../once-per.ts'
import type { Check, Statistic, Stratification } from '../report.ts'

/** All that pool figures are read from. The tables and statistics are those that the checks were made of. */
export type PoolInput = {
  stratifications: readonly Stratification[]
  statistics: readonly Statistic[]
  checks: readonly Check[]
  averages: readonly PoolAverage[]
}

/** What was read and checked, with the averages that its tables print. */
export function poolInput(
  read: { stratifications: readonly Stratification[]; statistics: readonly Statistic[] },
  checks: readonly Check[],
): PoolInput {
  return { ...read, checks, averages: findPoolAverages(read) }
}

const pairOf = (one: string, loanGroup: string | null) => JSON.stringify([one, loanGroup])

const byKind = oncePer((statistics: readonly Statistic[]) =>
  Map.groupBy(
    statistics.filter(({ stated }) => stated !== null),
    ({ id, loanGroup }) => pairOf(id, loanGroup),
  ),
)
const byStatistic = oncePer((checks: readonly Check[]) => Map.groupBy(checks, ({ statistic }) => statistic))
const byTable = oncePer((checks: readonly Check[]) =>
  Map.groupBy(checks, ({ stratification }) => stratification),
)
const byMeasure = oncePer((averages: readonly PoolAverage[]) =>
  Map.groupBy(averages, ({ measure, pool }) => pairOf(measure, pool[0]?.loanGroup ?? null)),
)

/** What the filing states of one kind about a loan group, in its order. */
export function statedOf(
  { statistics }: PoolInput,
  id: string,
  loanGroup: string | null,
): readonly Statistic[] {
  return byKind(statistics).get(pairOf(id, loanGroup)) ?? []
}

/** The checks about a statistic. */
export function checksOf({ checks }: PoolInput, { key }: Statistic): readonly Check[] {
  return byStatistic(checks).get(key) ?? []
}

/** The checks about a table, by its id. */
export function tableChecksOf({ checks }: PoolInput, table: string): readonly Check[] {
  return byTable(checks).get(table) ?? []
}

/** The check that holds the total of a table's column against its rows. */
export function sumCheckOf(input: PoolInput, table: string, measure: string): Check | null {
  const isOfColumn = (check: Check) => hasRole(check, 'footing') && check.measure === measure
  return tableChecksOf(input, table).find(isOfColumn) ?? null
}

/** What the tables of a loan group average by a measure, pool by pool, kinds of it apart. */
export function averagesOf({ averages }: PoolInput, measure: string, loanGroup: string | null) {
  return byMeasure(averages).get(pairOf(measure, loanGroup)) ?? []
}
