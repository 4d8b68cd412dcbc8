import type { Span } from '../distributions/distribution.ts'

/** Loans by one of their figures: what truly lies in a span, in cents, loans, and percents of all loans. */
export type TruePool = {
  /** The figures of loans that have one, rising. */
  figures: Float64Array
  within: (span: Span) => Truth
}
export type Truth = { loanCount: number; balanceCents: number; balancePct: number; countPct: number }

const hundred = 100

/** The first place in rising figures at which one is not below a value, or is above it. */
function placeOf(figures: Float64Array, value: number, above: boolean): number {
  let [from, to] = [0, figures.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const figure = figures[middle] ?? Number.POSITIVE_INFINITY
    if (above ? figure <= value : figure < value) from = middle + 1
    else to = middle
  }
  return from
}

/** Loans with their figure, null where one has none, and their balance in cents. */
export function truePool(loans: readonly { figure: number | null; balanceCents: number }[]): TruePool {
  const told = loans.flatMap(({ figure, balanceCents }) =>
    figure === null ? [] : [{ figure, balanceCents }],
  )
  told.sort((one, other) => one.figure - other.figure)
  const figures = Float64Array.from(told, ({ figure }) => figure)
  const sums = new Float64Array(told.length + 1)
  for (const [order, { balanceCents }] of told.entries()) sums[order + 1] = (sums[order] ?? 0) + balanceCents
  const all = loans.reduce((sum, { balanceCents }) => sum + balanceCents, 0)
  return {
    figures,
    within: ({ low, high }) => {
      const from = low === null ? 0 : placeOf(figures, low.value, !low.included)
      const to = high === null ? figures.length : placeOf(figures, high.value, high.included)
      const loanCount = Math.max(0, to - from)
      const balanceCents = loanCount === 0 ? 0 : (sums[to] ?? 0) - (sums[from] ?? 0)
      return {
        loanCount,
        balanceCents,
        balancePct: all > 0 ? (hundred * balanceCents) / all : 0,
        countPct: loans.length > 0 ? (hundred * loanCount) / loans.length : 0,
      }
    },
  }
}
