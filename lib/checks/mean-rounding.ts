import type { Bucket, Stratification } from '../report.ts'
import { weighRows, weightMeasure } from '../statistics/index.ts'
import { halfUnitOf } from './printed-precision.ts'

/**
 * How far rounded weights can move a weighted mean, in the value's unit: each weight is off by up to half a unit of
 * its last place, and pulls the mean by its value's distance from it.
 */
export function weightRounding(
  table: Stratification,
  pickValue: (bucket: Bucket) => number | null,
  mean: number,
): number {
  const measure = weightMeasure(table)
  const rows = weighRows(table, pickValue)
  if (measure === null || !rows) return 0
  const half = halfUnitOf(table, measure)
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const pull = rows.reduce((sum, { value }) => sum + half * Math.abs(value - mean), 0)
  return total > 0 ? pull / total : 0
}
