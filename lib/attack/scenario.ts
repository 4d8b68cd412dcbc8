import type { Figure } from '../bench/figure.ts'
import type { Random } from './random.ts'

/**
 * What a scenario is told: `isQuick` bounds it to some ten seconds, `random` draws the same each time for one seed. So many
 * kills and so many minutes of a flood were asked for, null where nothing was said.
 */
export type Plan = {
  isQuick: boolean
  seed: number
  random: Random
  kills: number | null
  minutes: number | null
}

/** One kind of attack: `npm run attack -- --only <name>`. */
export type Scenario = { name: string; attack: (plan: Plan) => Promise<Figure[]> }

/** A count that must be none. */
export function noneOf(name: string, count: number, unit: string): Figure {
  return { name, value: count, unit, ratio: null, aim: '0', met: count === 0 }
}

/** A figure that may be so large at most. */
export function atMost(name: string, value: number, most: number, unit: string): Figure {
  return { name, value, unit, ratio: null, aim: `at most ${most} ${unit}`, met: value <= most }
}

/** A figure that must be so large at least: an attack that never took place proves nothing. */
export function atLeast(name: string, value: number, least: number, unit: string): Figure {
  return { name, value, unit, ratio: null, aim: `at least ${least} ${unit}`, met: value >= least }
}
