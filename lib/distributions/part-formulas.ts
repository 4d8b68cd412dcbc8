import type { Formula } from '../checks/formula.ts'
import type { Bound } from './distribution.ts'
import { type Ends, least, minus, most, number, over, times, zero } from './ends.ts'
import { type Cut, partOfBalances, shareByAverage } from './part-of-row.ts'

/** The arithmetic of `part-of-row.ts` as steps: a term that an open end makes infinite bounds nothing, and is left out. */

/** All and what it is known to be, with the sum of its figures likewise. */
type Whole = { whole: Formula; size: number; sum: Ends; bound: Bound }

/** The terms that the part inside is at least and at most; `any` where an open end proves no more than that there is some. */
function insideTerms(
  { from, to, outFrom, outTo }: Cut,
  { whole, size, sum, bound }: Whole,
): { lows: Formula[]; highs: Formula[]; any: boolean } {
  const lows: Formula[] = []
  const highs: Formula[] = []
  let any = false
  const all = (figure: number) => times(whole, number(figure))
  const add = (terms: Formula[], amount: Formula, value: number, width: number) => {
    if (!Number.isFinite(value)) return
    if (Number.isFinite(width)) terms.push(over(amount, number(width)))
    else if (terms === lows && value > 0) any = true
    else if (terms === highs) terms.push(zero)
  }
  if (from > outFrom) add(highs, minus(sum.high, all(outFrom)), bound.high - size * outFrom, from - outFrom)
  if (from < outFrom) add(lows, minus(all(outFrom), sum.high), size * outFrom - bound.high, outFrom - from)
  if (to < outTo) add(highs, minus(all(outTo), sum.low), size * outTo - bound.low, outTo - to)
  if (to > outTo) add(lows, minus(sum.low, all(outTo)), bound.low - size * outTo, to - outTo)
  return { lows, highs, any }
}

type Loans = { loans: Formula; count: number; balance: Ends; bound: Bound }

/** Loans and balance inside, of so many loans with a balance between them. */
export function balancesInside(cut: Cut, { loans, count, balance, bound }: Loans) {
  const { lows, highs, any } = insideTerms(cut, { whole: loans, size: count, sum: balance, bound })
  const part = partOfBalances(cut, count, bound)
  const fewest: Formula = most([
    zero,
    ...(any ? [number(1)] : []),
    ...lows.map((low): Formula => ({ roundedUp: low })),
  ])
  const many: Formula = least([loans, ...highs.map((high): Formula => ({ roundedDown: high }))])
  const [leastCount, mostCount] = [part?.loanCount.low ?? 0, part?.loanCount.high ?? 0]
  const finite = (value: number, formula: Formula) => (Number.isFinite(value) ? [formula] : [])
  const others = (inside: Formula, figure: number) => times(minus(loans, inside), number(figure))
  const { from, to, outFrom, outTo } = cut
  return {
    loanCount: { low: fewest, high: many },
    balanceCents: {
      low: most([
        zero,
        ...(leastCount === 0 ? [] : finite(from, times(fewest, number(from)))),
        ...(leastCount === count
          ? [{ roundedUp: balance.low }]
          : finite(outTo, { roundedUp: minus(balance.low, others(fewest, outTo)) })),
      ]),
      high: least([
        { roundedDown: balance.high },
        ...(mostCount === 0 ? [zero] : finite(to, times(many, number(to)))),
        ...(mostCount === count
          ? [balance.high]
          : finite(outFrom, minus(balance.high, others(many, outFrom)))),
      ]),
    },
  }
}

/** The share of a row inside by its average, with what it comes to. */
export function shareInside(cut: Cut, average: Ends, bound: Bound): Ends & { bound: Bound } {
  const { lows, highs } = insideTerms(cut, { whole: number(1), size: 1, sum: average, bound })
  const high = least([number(1), ...highs])
  return {
    low: least([most([zero, ...lows]), high]),
    high,
    bound: shareByAverage(cut, bound) ?? { low: 0, high: 1 },
  }
}
