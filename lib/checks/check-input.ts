import type { Statistic, Stratification } from '../report.ts'

/** All that checks compare. */
export type CheckInput = { stratifications: readonly Stratification[]; statistics: readonly Statistic[] }
