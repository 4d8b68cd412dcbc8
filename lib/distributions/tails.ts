import { isEmpty, judge, percentOf, shareOfPrinted } from './answer.ts'
import type { Bound, Distribution, Row, Span } from './distribution.ts'
import { exactly, type LoanSpread } from './loan-spread.ts'
import { meetRow } from './part-of-row.ts'
import { onGridOf, spanOfQuestion } from './question.ts'

/** What of a balance lies beyond an edge: its share in percent, and the balance and the printed percents it is made of. */
type Tail = {
  share: Bound | null
  balanceCents: Bound | null
  balancePct: Bound | null
  /** Do whole rows alone make it up? */
  isOfWholeRows: boolean
}

/** The tails at an edge: with what lies right at it, and without. */
type TailsAt = { at: number; atLeast: Tail; above: Tail }

/** Tails at edges, and the part of the balance that lies on neither side of any, for its loans have no figure. */
export type Tails = { tails: TailsAt[]; without: Tail }

/**
 * What `askTail` answers of the balance for many edges at once, which rise. A row is looked at closely only for the edges that
 * it lies across, so that tables of very many rows take no longer than it takes to read them.
 */
export function tailsAt(distribution: Distribution, edges: readonly number[]): Tails {
  if (distribution.loans) return tailsOfLoans(distribution.loans, edges)
  const spans = edges.flatMap(at => [
    onGridOf(distribution, spanOfQuestion({ side: 'atLeast', at })),
    onGridOf(distribution, spanOfQuestion({ side: 'above', at })),
  ])
  const sums = { balanceCents: new RunningSums(spans.length), balancePct: new RunningSums(spans.length) }
  const partly = new Float64Array(spans.length + 1)
  for (const row of distribution.rows) {
    if (isEmpty(row)) continue
    const { inside, outside } = meetAll(distribution, row, spans)
    for (const amount of ['balanceCents', 'balancePct'] as const) sums[amount].addTo(0, inside, row[amount])
    for (let order = inside; order < outside; order++) {
      const span = spans[order]
      if (span === undefined) continue
      const { rule, share } = judge(distribution, row, span)
      if (rule === null || rule === 'no-figure') continue
      for (const amount of ['balanceCents', 'balancePct'] as const)
        sums[amount].addTo(order, order + 1, share[amount])
      if (rule !== 'whole-rows') partly[order] = 1
    }
  }
  const cents = sums.balanceCents.list()
  // Percents are needed only where no balance is printed, or where a table contradicts itself.
  let listed: (Bound | null)[] | null = null
  const percentsAt = (order: number) => {
    listed ??= sums.balancePct.list()
    return listed[order] ?? null
  }
  const tailOf = (order: number): Tail =>
    tailFrom(distribution, cents[order] ?? null, () => percentsAt(order), partly[order] === 0)
  return {
    tails: edges.map((at, order) => ({ at, atLeast: tailOf(2 * order), above: tailOf(2 * order + 1) })),
    without: withoutFigure(distribution),
  }
}

function tailFrom(
  distribution: Distribution,
  balanceCents: Bound | null,
  percents: () => Bound | null,
  isOfWholeRows: boolean,
): Tail {
  const share =
    percentOf(balanceCents, distribution.total.balanceCents) ??
    shareOfPrinted(distribution, percents(), 'balancePct')
  return {
    share,
    balanceCents,
    get balancePct() {
      return percents()
    },
    isOfWholeRows,
  }
}

/** The same where the single loans are known, each of which lies on one side of an edge. */
function tailsOfLoans(loans: LoanSpread, edges: readonly number[]): Tails {
  const whole = loans.total.balanceCents
  const tailOf = (balanceCents: number): Tail => {
    const share = whole > 0 ? exactly((100 * balanceCents) / whole) : null
    return { share, balanceCents: exactly(balanceCents), balancePct: share, isOfWholeRows: true }
  }
  const beyond = (low: Span['low']) => tailOf(loans.within({ low, high: null }).balanceCents)
  return {
    tails: edges.map(at => ({
      at,
      atLeast: beyond({ value: at, included: true }),
      above: beyond({ value: at, included: false }),
    })),
    without: tailOf(whole - loans.within({ low: null, high: null }).balanceCents),
  }
}

function withoutFigure(distribution: Distribution): Tail {
  const sums = { balanceCents: new RunningSums(1), balancePct: new RunningSums(1) }
  for (const row of distribution.rows)
    if (row.holds === 'none' && !isEmpty(row))
      for (const amount of ['balanceCents', 'balancePct'] as const) sums[amount].addTo(0, 1, row[amount])
  const [cents = null] = sums.balanceCents.list()
  return tailFrom(distribution, cents, () => sums.balancePct.list()[0] ?? null, true)
}

/** Before which of rising spans a row lies inside, and from which on outside; in between it is to be judged. */
function meetAll({ grid }: Distribution, { holds, contradicts }: Row, spans: readonly Span[]) {
  if (typeof holds !== 'object') return { inside: 0, outside: holds === 'none' ? 0 : spans.length }
  if (contradicts) return { inside: 0, outside: spans.length }
  const { span } = holds
  const meets = (order: number) => {
    const asked = spans[order]
    return asked === undefined ? 'outside' : meetRow(span, asked, grid)
  }
  const inside = firstWhere(spans.length, order => meets(order) !== 'inside')
  return { inside, outside: firstWhere(spans.length, order => meets(order) === 'outside') }
}

/** The first number below `count` from which on something holds, else `count`. */
function firstWhere(count: number, holds: (order: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Sums of bounds for each of several questions; null for one that counts an amount which is not printed. */
class RunningSums {
  readonly #low: Float64Array
  readonly #high: Float64Array
  readonly #unknown: Int32Array
  readonly #count: number

  constructor(count: number) {
    this.#count = count
    this.#low = new Float64Array(count + 1)
    this.#high = new Float64Array(count + 1)
    this.#unknown = new Int32Array(count + 1)
  }

  /** Add a bound to the questions from one up to below another. */
  addTo(from: number, to: number, bound: Bound | null): void {
    if (from >= to) return
    const change = (at: number, sign: 1 | -1) => {
      this.#low[at] = (this.#low[at] ?? 0) + sign * (bound?.low ?? 0)
      this.#high[at] = (this.#high[at] ?? 0) + sign * (bound?.high ?? 0)
      this.#unknown[at] = (this.#unknown[at] ?? 0) + (bound === null ? sign : 0)
    }
    change(from, 1)
    change(to, -1)
  }

  list(): (Bound | null)[] {
    let [low, high, unknown] = [0, 0, 0]
    return Array.from({ length: this.#count }, (_, order) => {
      low += this.#low[order] ?? 0
      high += this.#high[order] ?? 0
      unknown += this.#unknown[order] ?? 0
      return unknown > 0 ? null : { low: withoutNoise(low), high: withoutNoise(high) }
    })
  }
}

/** Sums of percents without the noise of adding fractions in binary; cents stay whole. */
const withoutNoise = (value: number) => (Number.isInteger(value) ? value : Number(value.toFixed(9)))
