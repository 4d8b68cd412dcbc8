/** A part of a cumulative line: from one place on the axis to another, share in percent reached at each. */
export type CumulativeStep = {
  bucket: number
  from: number
  to: number
  before: number
  after: number
  /** False where nobody knows how the amount spreads, over an open row or one without a figure. */
  isKnown: boolean
}

type Piece = { bucket: number; left: number; right: number; isKnown: boolean }

/**
 * Shares added up along an axis, 0 to 100. `shareOf` gives a row's share in percent of the pool, unrounded; rows that
 * have none leave the line level, and their part is not known.
 */
export function cumulate(pieces: Piece[], shareOf: (bucket: number) => number | null): CumulativeStep[] {
  let reached = 0
  return pieces.map(({ bucket, left, right, isKnown }) => {
    const share = shareOf(bucket)
    const before = reached
    reached = Math.min(100, before + Math.max(0, share ?? 0))
    return { bucket, from: left, to: right, before, after: reached, isKnown: isKnown && share !== null }
  })
}

/**
 * Running shares of figures in percent: from the figures, not from added percents, so thirds do not drift. Null where one is
 * missing, which the sum would leave out unsaid, or where nothing adds up to something.
 */
export function runningShares(figures: readonly (number | null)[]): number[] | null {
  const known = figures.filter(figure => figure !== null)
  const total = known.reduce((sum, figure) => sum + figure, 0)
  if (known.length < figures.length || total <= 0) return null
  let running = 0
  return known.map(figure => {
    running += figure
    return (100 * running) / total
  })
}
