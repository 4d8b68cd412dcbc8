import { findStatisticKind } from '../statistics/index.ts'
import type { StatisticKind } from '../statistics/statistic-kind.ts'

/** The averages that a pool is known by, in the order they are shown, and the statistics that state them. */
const statisticOf = {
  wac: 'wac',
  'net-wac': 'net-wac',
  waltv: 'waltv',
  wacltv: 'wa-cltv',
  'credit-score': 'wa-credit-score',
  wam: 'wam',
  'original-term': 'wa-original-term',
  dti: 'wa-dti',
  margin: 'wa-margin',
  'loan-age': 'wa-loan-age',
} as const

/** An average of a pool: its own id, and the kind of statistic that states it. */
export type AveragedKind = { id: string; kind: StatisticKind }

export const averagedKinds: readonly AveragedKind[] = Object.entries(statisticOf).flatMap(
  ([id, statistic]) => {
    const kind = findStatisticKind(statistic)
    return kind ? [{ id, kind }] : []
  },
)
