import { compareTables } from '../distributions/compare.ts'
import type { Distribution, Span } from '../distributions/distribution.ts'
import type { Bound } from '../distributions/index.ts'
import {
  type Answer,
  amounts,
  ask,
  readDistribution,
  saySpan,
  spanOfQuestion,
} from '../distributions/index.ts'
import type { Stratification } from '../report.ts'
import type { Cut } from '../tape/cut.ts'
import { cutsOf } from '../tape/cuts.ts'
import { valuesOfLoans } from '../tape/loan-values.ts'
import type { Loans } from '../tape/loans.ts'
import { drawFrom } from './draw.ts'
import { joinRows } from './join-rows.ts'
import { type TruePool, type Truth, truePool } from './true-pool.ts'

/** A true value that an answer does not hold. There should be none. */
export type Miss = {
  dimension: string
  asked: string
  amount: string
  low: number
  high: number
  truth: number
}

/** Answers of one dimension held against the loans that its rows were printed from. Widths are percent points of balance. */
export type DimensionCalibration = {
  dimension: string
  /** Tails and spans that were asked, and compared rows. */
  tails: number
  compared: number
  /** How many of both hold every true value. */
  inside: number
  /** Tails that are no single figure, the sum of their widths, and the widest. */
  open: number
  widthSum: number
  widest: number
  /** The sum of the widths of the same tails by the edges of rows alone. */
  edgesAloneSum: number
}

export type Calibration = { dimensions: DimensionCalibration[]; misses: Miss[] }

/** Doubles that come of sums and quotients; figures themselves are a million times as large. */
const noise = 1e-6
/** Of all that is asked, so much is of compared rows. */
const comparedShare = 0.25
/** Asks of a dimension go on for so long at most, whatever they give. */
const mostTries = 4

function isWithin(bound: Bound | null, value: number): boolean {
  return bound === null || (bound.low <= value + noise && value - noise <= bound.high)
}

type Asking = {
  dimension: string
  table: Stratification
  distribution: Distribution
  /** The same without what rows prove beside their edges. */
  edgesAlone: Distribution
  pool: TruePool
}

function withoutSums(distribution: Distribution): Distribution {
  return {
    ...distribution,
    isOfBalance: false,
    averageBy: null,
    totalAverage: null,
    rows: distribution.rows.map(row => ({ ...row, average: null })),
  }
}

/** The tables of ranges that a tape's loans are printed in, each with the loans by its figure. */
function askingOf(loans: Loans, tables: readonly Stratification[]): Asking[] {
  const values = valuesOfLoans(loans)
  const all = loans.loans.map(values)
  const poolOf = (cut: Cut) =>
    truePool(
      all.map(loan => {
        const figure = cut.of(loan)
        return { figure: typeof figure === 'number' ? figure : null, balanceCents: loan.balanceCents }
      }),
    )
  return tables.flatMap((table): Asking[] => {
    const cut = cutsOf(loans.kind).find(({ dimension }) => dimension === table.dimension)
    const read = readDistribution(table)
    if (!cut || 'reason' in read || read.distribution.rows.length < 2) return []
    const { distribution } = read
    return [
      {
        dimension: cut.dimension,
        table,
        distribution,
        edgesAlone: withoutSums(distribution),
        pool: poolOf(cut),
      },
    ]
  })
}

/** An edge at a loan's own figure, or halfway between two: where answers are hardest, and where they are usual. */
function drawEdge({ pool: { figures } }: Asking, draw: () => number): number {
  const any = () => figures[Math.floor(draw() * figures.length)] ?? 0
  return draw() < 0.5 ? any() : (any() + any()) / 2
}

function drawSpan(asking: Asking, draw: () => number): Span {
  const [one, other] = [drawEdge(asking, draw), drawEdge(asking, draw)]
  const kind = draw()
  if (kind < 0.7) {
    const side = (['above', 'atLeast', 'below', 'atMost'] as const)[Math.floor(draw() * 4)] ?? 'above'
    return spanOfQuestion({ side, at: one })
  }
  return {
    low: { value: Math.min(one, other), included: draw() < 0.5 },
    high: { value: Math.max(one, other), included: true },
  }
}

const widthOf = ({ balancePct }: Answer) => (balancePct ? balancePct.high - balancePct.low : 0)

class Counting {
  readonly counts: DimensionCalibration
  readonly misses: Miss[] = []
  #asking: Asking

  constructor(asking: Asking) {
    this.#asking = asking
    const { dimension } = asking
    this.counts = {
      dimension,
      tails: 0,
      compared: 0,
      inside: 0,
      open: 0,
      widthSum: 0,
      widest: 0,
      edgesAloneSum: 0,
    }
  }

  tail(span: Span): void {
    const { distribution, edgesAlone, pool } = this.#asking
    const answer = ask(distribution, span)
    this.counts.tails++
    this.#judge(answer, pool.within(span), () => saySpan(span, distribution))
    const width = widthOf(answer)
    if (answer.exact) return
    this.counts.open++
    this.counts.widthSum += width
    this.counts.widest = Math.max(this.counts.widest, width)
    this.counts.edgesAloneSum += widthOf(ask(edgesAlone, span))
  }

  /** Rows of two printings of the same loans at edges of one's own; the second printing has half of the rows. */
  comparison(edges: readonly number[], most: number): number {
    const { table, pool } = this.#asking
    const printings = [table, joinRows(table)]
    const { rows } = compareTables(
      printings.map(one => ({ table: one, tables: [one] })),
      { measure: 'balancePct', edges: [...edges], rows: 'between' },
    )
    let counted = 0
    for (const { range, values, label } of rows)
      for (const value of values) {
        if (range === null || value === null || counted >= most) continue
        const span: Span = {
          low: range.low === null ? null : { value: range.low, included: range.lowIncluded },
          high: range.high === null ? null : { value: range.high, included: range.highIncluded },
        }
        counted++
        this.counts.compared++
        const { balancePct } = pool.within(span)
        this.#judge({ balancePct: value }, { balancePct }, () => label)
      }
    return counted
  }

  #judge(
    answer: Partial<Record<(typeof amounts)[number], Bound | null>>,
    truth: Partial<Truth>,
    say: () => string,
  ): void {
    let isInside = true
    for (const amount of amounts) {
      const [bound, value] = [answer[amount] ?? null, truth[amount]]
      if (value === undefined || isWithin(bound, value)) continue
      isInside = false
      this.misses.push({
        dimension: this.counts.dimension,
        asked: say(),
        amount,
        low: bound?.low ?? 0,
        high: bound?.high ?? 0,
        truth: value,
      })
    }
    if (isInside) this.counts.inside++
  }
}

function calibrateOne(asking: Asking, asks: number, draw: () => number): Counting {
  const counting = new Counting(asking)
  const compared = Math.round(asks * comparedShare)
  let left = compared
  for (let tries = 0; left > 0 && tries < compared * mostTries; tries++) {
    const edges = [...new Set(Array.from({ length: 3 }, () => drawEdge(asking, draw)))].sort((a, b) => a - b)
    left -= counting.comparison(edges, left)
  }
  for (let order = counting.counts.compared; order < asks; order++) counting.tail(drawSpan(asking, draw))
  return counting
}

/**
 * Print the loans of a tape in the ranges of its tables, ask these about tails, spans and rows of comparisons at drawn edges, and
 * hold every answer against the loans themselves: so often in all, as evenly over the dimensions as can be.
 */
export function calibrate(
  loans: Loans,
  tables: readonly Stratification[],
  { asks, seed }: { asks: number; seed: number },
): Calibration {
  const asking = askingOf(loans, tables).filter(({ pool }) => pool.figures.length > 0)
  const draw = drawFrom(seed)
  const counted = asking.map((one, order) => {
    const own = Math.floor((asks * (order + 1)) / asking.length) - Math.floor((asks * order) / asking.length)
    return calibrateOne(one, own, draw)
  })
  return {
    dimensions: counted.map(({ counts }) => counts),
    misses: counted.flatMap(({ misses }) => misses),
  }
}
