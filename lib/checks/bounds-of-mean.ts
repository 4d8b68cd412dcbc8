import type { Interval } from './interval.ts'

/** A row's figure with what it weighs. */
export type WeighedRow = { value: number; weight: number }

/** Half a unit of the last place of the weights, and the share of the weight that may have no value, from 0 to 1. */
export type WeightRounding = { half: number; lacking: number }

type Weight = { value: number; least: number; most: number }

/**
 * The rows with the weight that may lack a value taken away where it would pull the mean up most: from the highest values.
 *
 * > 690  40      40
 * > 705  35      35
 * > 730  25      15    where a tenth of the weight may have no value
 */
function takeAway(rising: readonly WeighedRow[], rounding: WeightRounding): Weight[] {
  const total = rising.reduce((sum, { weight }) => sum + weight, 0)
  let rest = rounding.lacking === 0 ? 0 : rounding.lacking * total + rising.length * rounding.half
  const weights: Weight[] = []
  for (const { value, weight } of rising.toReversed()) {
    const left = Math.max(0, weight - rest)
    rest = Math.max(0, rest - weight)
    weights.push({ value, least: Math.max(0, left - rounding.half), most: left + rounding.half })
  }
  return weights.reverse()
}

/**
 * The least mean that weights within their bounds allow. It is reached with the most weight on the lowest values and the
 * least on all above them, so each place to part the two is tried. The lowest value when nothing weighs.
 */
function leastMean(rising: readonly Weight[]): number {
  const [first] = rising
  if (!first) return Number.NaN
  let weight = rising.reduce((sum, { least }) => sum + least, 0)
  let product = rising.reduce((sum, { value, least }) => sum + value * least, 0)
  let lowest = weight > 0 ? product / weight : first.value
  for (const { value, least, most } of rising) {
    weight += most - least
    product += value * (most - least)
    if (weight > 0) lowest = Math.min(lowest, product / weight)
  }
  return lowest
}

function lowEnd(rows: readonly WeighedRow[], rounding: WeightRounding): number {
  const rising = [...rows].sort((a, b) => a.value - b.value)
  if (rounding.lacking >= 1) return rising[0]?.value ?? Number.NaN
  return leastMean(takeAway(rising, rounding))
}

/**
 * What the weighted mean of rows can be, their values as printed: every weight anywhere within half a unit of its last place,
 * and a share of the weight without any value. With all of it perhaps lacking (1), the mean lies between the lowest and
 * the highest row.
 */
export function boundMean(rows: readonly WeighedRow[], rounding: WeightRounding): Interval {
  const mirrored = rows.map(({ value, weight }) => ({ value: -value, weight }))
  return { low: lowEnd(rows, rounding), high: -lowEnd(mirrored, rounding) }
}
