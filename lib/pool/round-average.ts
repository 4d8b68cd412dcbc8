/** Decimals kept of a computed average: more than any filing prints, fewer than the noise of floating point. */
const keptDecimals = 6

/** A computed average without the noise of floating point. */
export function roundAverage(value: number): number {
  return Number(value.toFixed(keptDecimals))
}
