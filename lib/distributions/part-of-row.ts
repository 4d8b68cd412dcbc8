import type { Bound, End, Span } from './distribution.ts'
import { tidy } from './row-spans.ts'

/** How a row lies to what is asked for. */
export type Meeting = 'inside' | 'outside' | { across: Cut }

/**
 * A row across the edge of what is asked for. `from` and `to` are the least and the most figure that a loan inside can have,
 * `outFrom` and `outTo` those of a loan outside; infinite where open.
 */
export type Cut = { from: number; to: number; outFrom: number; outTo: number }

const figureAt = (end: End, open: number) => end?.value ?? open

/** Does `high` end before `low` begins? */
function endsBefore(high: End, low: End): boolean {
  if (high === null || low === null) return false
  return high.value < low.value || (high.value === low.value && !(high.included && low.included))
}

/** Does the span begin no earlier, or end no later, than what is asked for? */
function beginsWithin(row: End, asked: End): boolean {
  if (asked === null) return true
  if (row === null) return false
  return row.value > asked.value || (row.value === asked.value && (asked.included || !row.included))
}

function endsWithin(row: End, asked: End): boolean {
  if (asked === null) return true
  if (row === null) return false
  return row.value < asked.value || (row.value === asked.value && (asked.included || !row.included))
}

/** Where a row lies to what is asked for; `grid` is what figures lie on, 0 for anywhere. */
export function meetRow(row: Span, asked: Span, grid: number): Meeting {
  if (endsBefore(row.high, asked.low) || endsBefore(asked.high, row.low)) return 'outside'
  const [startsIn, stopsIn] = [beginsWithin(row.low, asked.low), endsWithin(row.high, asked.high)]
  if (startsIn && stopsIn) return 'inside'
  const [least, most] = [figureAt(row.low, -Infinity), figureAt(row.high, Infinity)]
  const from = startsIn ? least : figureAt(asked.low, -Infinity)
  const to = stopsIn ? most : figureAt(asked.high, Infinity)
  return {
    across: {
      from,
      to,
      outFrom: startsIn ? tidy(to + grid) : least,
      outTo: stopsIn ? tidy(from - grid) : most,
    },
  }
}

/** Shares carry the noise of doubles. */
const noise = 1e-9
/** Quotients of sums in cents too; a whole number missed by less is that number, as in the steps of checks and certificates. */
const whole = 1e-6
export const roundUp = (value: number) => Math.ceil(value - whole)
export const roundDown = (value: number) => Math.floor(value + whole)

/**
 * What share of a whole can lie inside, where the figures of all of it come to `sum` (its mean, for a whole of 1):
 * everything inside lies in from…to, everything else in outFrom…outTo. Not narrowed below 0 or above the whole.
 *
 * For all above an edge t of a row a…b on the grid q this is (S − n·t)/(b − t) to (S − n·a)/(t + q − a).
 */
function insideBy({ from, to, outFrom, outTo }: Cut, whole: number, sum: Bound): Bound {
  let [low, high] = [0, whole]
  // All figures at their least must come to no more than the sum.
  if (from > outFrom) high = Math.min(high, quotient(sum.high - whole * outFrom, from - outFrom))
  if (from < outFrom) low = Math.max(low, quotient(whole * outFrom - sum.high, outFrom - from))
  // All figures at their most must come to no less.
  if (to < outTo) high = Math.min(high, quotient(whole * outTo - sum.low, outTo - to))
  if (to > outTo) low = Math.max(low, quotient(sum.low - whole * outTo, to - outTo))
  return { low, high }
}

/** An open end bounds nothing: infinity over infinity is no bound, anything over infinity a sliver above nothing. */
function quotient(amount: number, width: number): number {
  if (amount === Infinity) return Infinity
  if (width === Infinity) return amount > 0 ? Number.MIN_VALUE : 0
  return amount / width
}

/** Loans and balance inside, bounded together. */
export type Part = { loanCount: Bound; balanceCents: Bound }

/**
 * Of `loans` loans with the balance `sum` between them, those inside and their balance, where the balance is the figure
 * itself. Null where no number of loans gives the sum: then the printed figures contradict each other.
 */
export function partOfBalances(cut: Cut, loans: number, sum: Bound): Part | null {
  const { from, to, outFrom, outTo } = cut
  const bounded = insideBy(cut, loans, sum)
  const least = Math.max(0, bounded.low === Number.MIN_VALUE ? 1 : roundUp(bounded.low))
  const most = Math.min(loans, roundDown(bounded.high))
  if (least > most) return null
  const others = (count: number, figure: number) => (loans === count ? 0 : (loans - count) * figure)
  const all = (count: number, figure: number) => (count === 0 ? 0 : count * figure)
  return {
    loanCount: { low: least, high: most },
    balanceCents: {
      low: Math.max(0, all(least, from), Math.ceil(sum.low - others(least, outTo))),
      high: Math.min(Math.floor(sum.high), all(most, to), sum.high - others(most, outFrom)),
    },
  }
}

/** The share of a row inside, from 0 to 1, where the row's average of the figure is known. Null where that lies outside the row. */
export function shareByAverage(cut: Cut, average: Bound): Bound | null {
  const { low, high } = insideBy(cut, 1, average)
  const bound = { low: Math.max(0, low === Number.MIN_VALUE ? 0 : low), high: Math.min(1, high) }
  return bound.low > bound.high + noise ? null : { low: Math.min(bound.low, bound.high), high: bound.high }
}
