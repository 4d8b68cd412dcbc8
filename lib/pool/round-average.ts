import { widen } from '../format/index.ts'

/** Decimals kept of a computed average: more than any filing prints, fewer than the noise of floating point. */
const keptDecimals = 6

/** What bounds an average, with as many decimals as one that is computed, and never narrower than it is. */
export function widenAverage(bounds: [number, number]): [number, number] {
  return widen(bounds, keptDecimals)
}

/** A computed average without the noise of floating point. */
export function roundAverage(value: number): number {
  return Number(value.toFixed(keptDecimals))
}
