import { findMeasure, measures } from '../measures/index.ts'
import type { Stratification } from '../report.ts'
import { findColumn } from './printed-precision.ts'
import { saysWeighted } from './weighing.ts'

/** An average of balances, and the sum that it is of, both by MeasureId. */
export type AveragedBalance = { measure: string; balance: string }

const averaged = measures.flatMap(({ id }): AveragedBalance[] => {
  const balance = findMeasure(id)?.averageOf
  return balance === undefined ? [] : [{ measure: id, balance }]
})

/** The sum that an average of balances is of, by MeasureId; none where the measure is no such average. */
export function sumsAveraged(measure: string | null): string[] {
  return averaged.flatMap(one => (one.measure === measure ? one.balance : []))
}

/**
 * The average balances that a table prints, each with the balance that it is of: "Average Original Balance" is of another one
 * than "Average Balance". One that is weighted is no division.
 */
export function findAveragedBalances(table: Stratification): AveragedBalance[] {
  return averaged.filter(({ measure }) => {
    const column = findColumn(table, measure)
    return column && !saysWeighted(column.header)
  })
}
