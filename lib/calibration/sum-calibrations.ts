import type { Calibration, DimensionCalibration } from './calibrate.ts'

/** Calibrations of several tapes together, dimension by dimension. */
export type CalibrationSums = { dimensions: DimensionCalibration[]; asked: number; inside: number }

function add(one: DimensionCalibration, other: DimensionCalibration): DimensionCalibration {
  return {
    dimension: one.dimension,
    tails: one.tails + other.tails,
    compared: one.compared + other.compared,
    inside: one.inside + other.inside,
    open: one.open + other.open,
    widthSum: one.widthSum + other.widthSum,
    widest: Math.max(one.widest, other.widest),
    edgesAloneSum: one.edgesAloneSum + other.edgesAloneSum,
  }
}

/** Add what was asked of several tapes; dimensions in the order in which they are first met. */
export function addCalibrations(calibrations: readonly Calibration[]): CalibrationSums {
  const byDimension = new Map<string, DimensionCalibration>()
  for (const { dimensions } of calibrations)
    for (const one of dimensions) {
      const known = byDimension.get(one.dimension)
      byDimension.set(one.dimension, known ? add(known, one) : one)
    }
  const dimensions = [...byDimension.values()]
  const sum = (of: (one: DimensionCalibration) => number) => dimensions.reduce((all, one) => all + of(one), 0)
  return { dimensions, asked: sum(one => one.tails + one.compared), inside: sum(one => one.inside) }
}

const hundred = 100

/**
 * How wide the tails of a dimension are that are no single figure, in percent points of balance: their mean with all that rows prove, by
 * their edges alone, and what of the latter is gained. Null where each tail is one figure.
 */
export function widthsOf({ open, widthSum, edgesAloneSum }: DimensionCalibration): {
  mean: number
  edgesAlone: number
  gainPct: number
} | null {
  if (open === 0) return null
  return {
    mean: widthSum / open,
    edgesAlone: edgesAloneSum / open,
    gainPct: edgesAloneSum > 0 ? hundred * (1 - widthSum / edgesAloneSum) : 0,
  }
}
