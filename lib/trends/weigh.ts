import type { Bound } from '../distributions/index.ts'

/** A value and what it weighs, each exact or known only within bounds. Weights are not negative. */
export type Weighed = { value: Bound; weight: Bound }

/**
 * The mean of values by their weights: exact where all are, else the least and the most that it can be while each value
 * and each weight lies within its bounds. Null where nothing need weigh anything.
 *
 * The most is reached with every value at its high end, the heavy end of the weights of values above the mean and the
 * light end of those below it; the least likewise.
 */
export function weigh(parts: readonly Weighed[]): Bound | null {
  if (sumOf(parts.map(({ weight }) => weight.low)) <= 0) return null
  if (parts.every(({ value, weight }) => isOne(value) && isOne(weight))) {
    const mean = tidy(meanOf(parts.map(({ value, weight }) => [value.low, weight.low])))
    return { low: mean, high: mean }
  }
  const most = greatestMean(parts.map(({ value, weight }) => ({ value: value.high, weight })))
  const least = greatestMean(parts.map(({ value, weight }) => ({ value: -value.low, weight })))
  return { low: outward(-least, -1), high: outward(most, 1) }
}

/**
 * The same of figures that are quotients, as a balance per loan, weighed by what stands above the line: what all above the
 * line comes to over all below it. Null too where a value may be nought.
 */
export function weighQuotients(parts: readonly Weighed[]): Bound | null {
  if (parts.some(({ value }) => value.low <= 0)) return null
  const turned = weigh(
    parts.map(({ value, weight }) => ({ value: { low: 1 / value.high, high: 1 / value.low }, weight })),
  )
  if (turned === null) return null
  if (isOne(turned)) return { low: tidy(1 / turned.low), high: tidy(1 / turned.low) }
  return { low: outward(1 / turned.high, -1), high: outward(1 / turned.low, 1) }
}

function isOne({ low, high }: Bound): boolean {
  return low === high
}

type OneValue = { value: number; weight: Bound }

/** Weights move from their light to their heavy ends, the greatest values first, for as long as that raises the mean. */
function greatestMean(parts: readonly OneValue[]): number {
  let weight = sumOf(parts.map(part => part.weight.low))
  let sum = sumOf(parts.map(part => part.value * part.weight.low))
  for (const part of parts.toSorted((one, other) => other.value - one.value)) {
    if (part.value * weight <= sum) break
    const more = part.weight.high - part.weight.low
    weight += more
    sum += more * part.value
  }
  return sum / weight
}

function meanOf(parts: readonly (readonly [value: number, weight: number])[]): number {
  return sumOf(parts.map(([value, weight]) => value * weight)) / sumOf(parts.map(([, weight]) => weight))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** Digits that adding thousands of figures in binary leaves right. */
const digits = 12

function tidy(value: number): number {
  return Number(value.toPrecision(digits))
}

/** A bound moved by the last of the digits that are right, so that rounding never makes an interval too narrow. */
function outward(value: number, way: 1 | -1): number {
  return tidy(value + way * Math.abs(value) * 10 ** (1 - digits))
}
