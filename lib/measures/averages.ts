import { averageAmounts } from './average-amounts.ts'
import { averageLimits } from './average-limits.ts'
import { averageRates } from './average-rates.ts'
import { averageRatios } from './average-ratios.ts'
import { averageTerms } from './average-terms.ts'
import type { Measure } from './measure.ts'

/** Averages over the loans of a row, weighted by balance but for the average balance. */
export const averages = [
  ...averageAmounts,
  ...averageRatios,
  ...averageLimits,
  ...averageTerms,
  ...averageRates,
] as const satisfies readonly Measure[]
