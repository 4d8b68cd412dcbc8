import type { Unit } from '../report.ts'
import type { LoanValues } from './cut.ts'
import type { Figures } from './loan-columns.ts'
import {
  coverageOf,
  ltvOf,
  occupancyOf,
  originalTermOf,
  rateOf,
  remainingTermOf,
  scoreOfLoan,
} from './loan-figures.ts'
import type { TapeKind } from './schema.ts'

/** A figure that is averaged over loans, weighted by balance: its measure, its words and the decimals that it is shown with. */
export type Averaged = {
  measure: string
  /** The dimension whose figure it is; null of a field. */
  dimension: string | null
  /** The pool figure that it is for all loans, where there is one. */
  figure: string | null
  header: string
  unit: Unit
  decimals: number
  /** Shown of the loans that tell it, where not all do: somebody asked for it, and is told how many do not. */
  asFarAsTold?: true
  of: (loan: LoanValues) => number | null
}

export function averagesOf(kind: TapeKind): readonly Averaged[] {
  const ofCommercial: Averaged[] = [
    {
      measure: 'waDscr',
      dimension: 'debt-service-coverage',
      figure: null,
      header: 'Weighted average debt service coverage',
      unit: 'ratio',
      decimals: 2,
      of: coverageOf,
    },
    {
      measure: 'waOccupancyPct',
      dimension: 'occupancy-rate',
      figure: null,
      header: 'Weighted average occupancy',
      unit: 'percent',
      decimals: 1,
      of: occupancyOf,
    },
  ]
  return [
    {
      measure: 'waRatePct',
      dimension: 'mortgage-rate',
      figure: 'wac',
      header: 'Weighted average rate',
      unit: 'percent',
      decimals: 3,
      of: loan => rateOf(kind, loan),
    },
    {
      measure: kind === 'cmbs' ? 'waCurrentLtvPct' : 'waLtvPct',
      dimension: kind === 'cmbs' ? 'current-ltv' : 'original-ltv',
      figure: kind === 'cmbs' ? null : 'waltv',
      header: 'Weighted average LTV',
      unit: 'percent',
      decimals: 2,
      of: loan => ltvOf(kind, loan),
    },
    {
      measure: 'waCreditScore',
      dimension: 'credit-score',
      figure: 'credit-score',
      header: 'Weighted average credit score',
      unit: 'score',
      decimals: 0,
      of: scoreOfLoan,
    },
    {
      measure: 'waOriginalTermMonths',
      dimension: 'original-term',
      figure: 'original-term',
      header: 'Weighted average original term',
      unit: 'months',
      decimals: 1,
      of: originalTermOf,
    },
    {
      measure: 'waRemainingTermMonths',
      dimension: 'remaining-term',
      figure: 'wam',
      header: 'Weighted average remaining term',
      unit: 'months',
      decimals: 1,
      of: remainingTermOf,
    },
    ...(kind === 'cmbs' ? ofCommercial : []),
  ]
}

/** The decimals that the figure of a dimension is averaged to wherever it is shown; null of what no table averages. */
export function decimalsOfAverage(dimension: string): number | null {
  const all = [...averagesOf('cmbs'), ...averagesOf('auto-loan')]
  return all.find(one => one.dimension === dimension)?.decimals ?? null
}

/** A weighted average of the loans that tell a figure, and how many these are; null where none does, or all weigh nothing. */
export type Weighed = { value: number | null; told: number }

/** Average a figure over some loans, weighted by balance, to so many decimals. */
export function weigh(
  loans: readonly number[],
  { figures, balances }: { figures: Figures; balances: Figures },
  decimals: number,
): Weighed {
  let [sum, weight, told] = [0, 0, 0]
  for (const loan of loans) {
    const figure = figures[loan] ?? Number.NaN
    if (Number.isNaN(figure)) continue
    const balance = balances[loan] ?? 0
    sum += figure * balance
    weight += balance
    told++
  }
  const value = weight === 0 ? null : Math.round((sum / weight) * 10 ** decimals) / 10 ** decimals
  return { value, told }
}
