import type { ChartMeasure, ChartRow, ChartSource } from './chart-source.ts'

/** One row as the figure measures it. Null is a figure that the filing does not print. */
export type Slice = {
  bucket: number
  /** Percent of the pool by balance. */
  share: number | null
  /** Percent of the pool by number of loans. */
  loanShare: number | null
  /** What is drawn: cents, loans, or percent, by the measure. */
  amount: number | null
}

/**
 * What each row amounts to under a measure, in row order.
 *
 * Shares come from balances over the printed total, so that they are not rounded twice; a row without a balance falls
 * back on its printed percent. Where rows do not add up to the printed total, shares are of it all the same, as they are in
 * words and checks. Only one that a single row exceeds is not believed: the rows' sum stands in for it, but not where a row
 * has no figure, for what the others come to is no pool.
 */
export function slicesOf(source: ChartSource, measure: ChartMeasure): Slice[] {
  const cents = poolOf(
    source.totalCents,
    source.rows.map(row => row.balanceCents),
  )
  const loans = poolOf(
    source.totalLoans,
    source.rows.map(row => row.loanCount),
  )
  return source.rows.map((row, bucket) => {
    const share = shareOf(row.balanceCents, cents, row.balancePct)
    const loanShare = shareOf(row.loanCount, loans, row.countPct)
    return { bucket, share, loanShare, amount: amountOf(row, measure, share) }
  })
}

/** The measure that the rows can answer: the wished one when any row has it, else percent, balance or count. */
export function answerableMeasure(source: ChartSource, wished: ChartMeasure): ChartMeasure {
  const order: ChartMeasure[] = [wished, 'percent', 'balance', 'count']
  return order.find(measure => slicesOf(source, measure).some(slice => slice.amount !== null)) ?? wished
}

/** The share that belongs to a measure: by loans for count, else by balance. */
export function shareBy(measure: ChartMeasure, slice: Slice): number | null {
  return measure === 'count' ? slice.loanShare : slice.share
}

/** What shares are parts of; 0 where nothing tells. */
function poolOf(printed: number | null, rows: (number | null)[]): number {
  const sum = rows.reduce<number>((whole, row) => whole + (row ?? 0), 0)
  const isBelieved = (whole: number) => sum <= whole || rows.every(row => (row ?? 0) <= whole)
  if (printed !== null && printed > 0 && isBelieved(printed)) return printed
  return rows.includes(null) ? 0 : sum
}

function shareOf(amount: number | null, pool: number, printed: number | null): number | null {
  if (amount === null) return printed
  return pool > 0 ? (100 * amount) / pool : printed
}

function amountOf(row: ChartRow, measure: ChartMeasure, share: number | null): number | null {
  if (measure === 'balance') return row.balanceCents
  return measure === 'count' ? row.loanCount : share
}
