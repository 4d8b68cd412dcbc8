/**
 * One measured figure. `ratio` is the value over what it is measured against in the same run; `aim` says in words what is
 * aimed at, null when the figure is only shown.
 */
export type Figure = {
  name: string
  value: number
  unit: string
  ratio: number | null
  aim: string | null
  met: boolean | null
}

/** How much is to be measured: filings of an import, where fewer or more than usual are asked for. */
export type Extent = { filings?: number }

/** A group of figures that are measured together: `npm run bench -- --only <name>`. */
export type Suite = { name: string; measure: (extent: Extent) => Promise<Figure[]> }

/** A figure that is only the yardstick of others. */
export function yardstick(name: string, value: number, unit: string): Figure {
  return { name, value, unit, ratio: null, aim: null, met: null }
}

/** The middle value: one slow round on a busy machine moves it little. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The value that a share of all, from 0 to 1, does not exceed: 0.99 gives the slowest but one in a hundred. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
