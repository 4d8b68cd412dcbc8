import type { Unit } from '../report.ts'

/** An axis from zero upwards: its top and the values where grid lines are drawn, zero not among them. */
export type ValueAxis = { top: number; ticks: number[] }

/** Values along an axis and the distance between them. */
export type Ticks = { step: number; values: number[] }

/**
 * The lowest round axis that holds `max`, in four or five equal parts, so that 25, 50, 75, 100 or 20, 40, 60, 80, 100
 * percent cumulative fall on the same lines. Nothing to show gives an axis to 1 without lines.
 */
export function niceValueAxis(max: number, integer = false): ValueAxis {
  if (!(max > 0) || !Number.isFinite(max)) return { top: 1, ticks: [] }
  const axes = [4, 5].map(parts => ({ parts, step: roundUp(max / parts, [1, 2, 2.5, 5], integer) }))
  const [four, five] = axes as [(typeof axes)[number], (typeof axes)[number]]
  const { parts, step } = five.step * 5 < four.step * 4 ? five : four
  return { top: tidy(parts * step), ticks: Array.from({ length: parts }, (_, i) => tidy((i + 1) * step)) }
}

/** Round values from `low` to `high`, both included, no more of them than `most`. Months count in years where they can. */
export function niceTicks(low: number, high: number, most: number, inMonths = false): Ticks {
  const least = (high - low) / Math.max(1, most)
  if (!(least > 0) || !Number.isFinite(least)) return { step: 1, values: [low] }
  const step = inMonths ? monthStep(least) : roundUp(least, [1, 2, 5], false)
  const values: number[] = []
  const first = Math.ceil(low / step - 1e-9)
  for (let i = first; i * step <= high + step * 1e-9; i++) values.push(tidy(i * step))
  return { step, values }
}

/**
 * Ticks that fall on every landmark between `low` and `high`, at an even step where one has room; where none has, on the
 * landmarks alone, or every other of them. Null where no landmark lies between.
 *
 * > 480 to 850, landmarks 620, 680, 740   →   500 560 620 680 740 800
 */
export function ticksThrough(
  landmarks: readonly number[],
  low: number,
  high: number,
  most: number,
  inMonths = false,
): Ticks | null {
  const own = landmarks.filter(value => value >= low && value <= high)
  const [first] = own
  const least = (high - low) / Math.max(1, most)
  if (first === undefined || !(least > 0) || !Number.isFinite(least)) return null
  const apart =
    own.length > 1
      ? own
          .slice(1)
          .map(value => value - first)
          .reduce(divisor)
      : first
  const step = [...stepsUp(least, inMonths), apart].find(step => step >= least && isMultiple(apart, step))
  if (step === undefined) return thinOut(own, least)
  const from = first - Math.floor((first - low) / step + 1e-9) * step
  const count = Math.floor((high - from) / step + 1e-9) + 1
  return { step, values: Array.from({ length: count }, (_, index) => tidy(from + index * step)) }
}

/** The last landmark and those before it that are at least so far from the next. */
function thinOut(values: number[], least: number): Ticks {
  const kept: number[] = []
  for (const value of values.toReversed()) if ((kept[0] ?? Infinity) - value >= least) kept.unshift(value)
  const [first = 0, second] = kept
  return { step: second === undefined ? first : second - first, values: kept }
}

/** Round steps from `least` upwards, as many as it takes to reach ten times as much. */
function stepsUp(least: number, inMonths: boolean): number[] {
  const steps = [inMonths ? monthStep(least) : roundUp(least, [1, 2, 5], false)]
  while ((steps.at(-1) ?? 0) < least * 10) {
    const above = (steps.at(-1) ?? least) * 1.01
    steps.push(inMonths ? monthStep(above) : roundUp(above, [1, 2, 5], false))
  }
  return steps
}

function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}

/**
 * A scale from `low` to `high` in as many equal parts as another axis has, beginning at a round value, nought not among
 * its duties: averages lie close together. One value alone stands in the middle.
 */
export function niceSpan(
  low: number,
  high: number,
  parts: number,
  unit: Unit | null,
): { from: number; step: number } {
  const heads = unit === 'percent' ? [1, 2, 2.5, 5] : [1, 2, 5]
  const isWhole = unit === 'score' || unit === 'count'
  const spread = high > low ? high - low : Math.max(Math.abs(low) * 0.02, isWhole ? parts : 0.01 * parts)
  const foot = high > low ? low : low - spread / 2
  let step = roundUp(spread / parts, heads, isWhole)
  // Each round takes the next round step, and a step as wide as the spread holds it from anywhere.
  while (startOf(foot, step) + parts * step < high - step * 1e-9) step = roundUp(step * 1.01, heads, isWhole)
  return { from: startOf(foot, step), step }
}

function startOf(low: number, step: number): number {
  return tidy(Math.floor(low / step + 1e-9) * step)
}

/** Decimals that a step needs so that its multiples are told apart: 0 for 20, 1 for 0.5, 3 for 0.125. */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = step * 10 ** decimals
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled))) return decimals
  }
  return 6
}

function monthStep(least: number): number {
  return (
    [1, 2, 3, 6, 12, 24, 36, 60, 120, 240].find(step => step >= least) ??
    roundUp(least / 12, [1, 2, 5], true) * 12
  )
}

function roundUp(least: number, heads: number[], integer: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const steps = [...heads, 10].map(head => tidy(head * power))
  const fits = steps.find(step => step >= least * (1 - 1e-9) && (!integer || Number.isInteger(step)))
  return fits ?? Math.max(1, Math.ceil(least))
}

/** Takes off what binary fractions leave behind: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
