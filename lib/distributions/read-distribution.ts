import { findOwnAverage } from '../checks/own-average.ts'
import { findColumn, halfUnit, halfUnitOf, halfUnitsOfAverage } from '../checks/printed-precision.ts'
import { findReach, type Reach } from '../checks/range-reach.ts'
import { findSpokenWeighing, saysWeighted } from '../checks/weighing.ts'
import { findDimension } from '../dimensions/index.ts'
import { rowName } from '../format/index.ts'
import type { Bucket, Range, Stratification } from '../report.ts'
import type { Bound, Distribution, Holds, Row, Span } from './distribution.ts'
import { exactly, type LoanSpread, spreadOf } from './loan-spread.ts'
import { findGrid, spansOf, tidy } from './row-spans.ts'

/** A distribution, or why a table is none. */
export type ReadDistribution = { distribution: Distribution } | { reason: NoDistribution }

/** Why nothing can be asked of a table; `words.ts` says it. */
export type NoDistribution =
  | 'names-not-figures'
  | 'rows-without-ranges'
  | 'rows-overlap'
  | 'no-loans-or-balance'
  | 'only-a-part'
  | 'amounts-below-nothing'

/** Loans of such rows have no figure that anybody knows. */
const WITHOUT_FIGURE =
  /^(?:none|nil|n\.?\/?a\.?|null|no\b.*|un\w*(?:known|available|reported|scored|rated|specified)|missing|blank|not\b.*|without\b.*|data not\b.*)$/i

/** What loans must have between them for their rows to be added up. */
const sums = ['loanCount', 'balanceCents'] as const

/**
 * A table as a distribution over the figures of its dimension.
 *
 * Everything printed is widened by half of its last place: whole dollars hide 50 cents a row. Percents are of the table's
 * own loans, whatever pool they are printed of.
 */
export function readDistribution(table: Stratification): ReadDistribution {
  const read = readRows(table)
  const spread = spreadOf(table)
  return spread === null || 'reason' in read
    ? read
    : { distribution: ofLoans(read.distribution, table, spread) }
}

/** The same with the loans behind it: rows are just the ranges that loans were sorted into, and nothing about them is rounded. */
function ofLoans(read: Distribution, table: Stratification, loans: LoanSpread): Distribution {
  const spanOf = ({ low, high, lowIncluded, highIncluded }: Range): Span => ({
    low: low === null ? null : { value: low, included: lowIncluded },
    high: high === null ? null : { value: high, included: highIncluded },
  })
  const rows = read.rows.map((row): Row => {
    const range = table.buckets[row.bucket]?.range ?? null
    return { ...row, holds: range ? { span: spanOf(range) } : 'none', contradicts: false }
  })
  const total = { loanCount: exactly(loans.total.loanCount), balanceCents: exactly(loans.total.balanceCents) }
  return { ...read, grid: 0, rows, total, doNotAddUp: [], loans }
}

function readRows(table: Stratification): ReadDistribution {
  const dimension = findDimension(table.dimension)
  if (dimension === null || dimension.unit === 'text' || dimension.unit === 'date')
    return { reason: 'names-not-figures' }
  if (table.cut !== undefined) return { reason: 'only-a-part' }
  const ranged = table.buckets.filter(({ range }) => range !== null)
  if (ranged.length === 0) return { reason: 'rows-without-ranges' }
  const grid = findGrid(table.buckets, dimension.unit)
  const spans = spansOf(table.buckets, dimension, grid)
  // Ratios are cut or rounded to whole percents in such labels, and averages are of what they were before.
  const isCut = grid >= 1 && (dimension.unit === 'percent' || dimension.unit === 'ratio')
  const average = isCut ? null : averageOf(table)
  const isOfBalance = dimension.averages?.some(({ measure }) => measure === 'averageBalanceCents') ?? false
  const reaches = average && findReach(table)
  const rows = table.buckets.map((bucket, order): Row => {
    const span = spans[order] ?? null
    const row = {
      table: table.id,
      bucket: order,
      label: rowName(bucket),
      at: bucket.at,
      holds: span ? { span } : holdsWithoutRange(bucket),
      loanCount: printed(table, bucket, 'loanCount'),
      balanceCents: printed(table, bucket, 'balanceCents') ?? fromAverage(table, bucket),
      balancePct: printed(table, bucket, 'balancePct'),
      countPct: printed(table, bucket, 'countPct'),
      average: average && around(bucket.values[average.measure], average.half),
    }
    const contradicts = (isOfBalance && isNoBalanceOf(row, span)) || isOutside(row, span, reaches?.[order])
    return { ...row, contradicts }
  })
  if (!hasAmounts(rows)) return { reason: 'no-loans-or-balance' }
  if (rows.some(isBelowNothing)) return { reason: 'amounts-below-nothing' }
  const doNotAddUp = sums.filter(measure => !addsUp(table, rows, measure))
  if (doOverlap(rows) && (table.total === null || doNotAddUp.length > 0)) return { reason: 'rows-overlap' }
  return {
    distribution: {
      stratification: table.id,
      dimension: dimension.id,
      loanGroup: table.loanGroup,
      unit: dimension.unit,
      grid,
      isOfBalance,
      averageBy: average?.by ?? null,
      totalAverage: average && around(table.total?.values[average.measure], average.halfOfTotal),
      least: dimension.ends?.least ?? null,
      most: dimension.ends?.most ?? null,
      rows,
      total: {
        loanCount: totalOf(table, rows, 'loanCount'),
        balanceCents: totalOf(table, rows, 'balanceCents'),
      },
      doNotAddUp,
    },
  }
}

type Figures = Pick<Row, 'loanCount' | 'balanceCents' | 'average'>

/** Can so many loans, each within the span, not come to the row's balance? */
function isNoBalanceOf({ loanCount, balanceCents }: Figures, span: Span | null): boolean {
  if (span === null || !loanCount || !balanceCents || loanCount.low !== loanCount.high) return false
  const count = loanCount.low
  const isTooLittle = span.low !== null && count * span.low.value > balanceCents.high
  return isTooLittle || (span.high !== null && count * span.high.value < balanceCents.low)
}

/** Does a row's average lie further beyond its ends than its check allows? A nought is how filings print that there is none. */
function isOutside({ average }: Figures, span: Span | null, reach: Reach | null | undefined): boolean {
  if (span === null || !average || !reach || (average.low <= 0 && average.high >= 0)) return false
  const isBelow = span.low !== null && average.high < tidy(span.low.value - reach.below)
  return isBelow || (span.high !== null && average.low > tidy(span.high.value + reach.above))
}

/** Are a table's rows ranges of a figure, so that there is something to ask of it? A part of a table will do. */
export function mayBeAsked({ dimension, buckets }: Stratification): boolean {
  const unit = findDimension(dimension)?.unit ?? 'text'
  return unit !== 'text' && unit !== 'date' && buckets.filter(({ range }) => range !== null).length > 1
}

const around = (value: number | null | undefined, half: number): Bound | null =>
  value == null ? null : { low: value - half, high: value + half }

/** A row's figure as far as it is printed; no count or amount is below nothing. */
function printed(table: Stratification, { values }: Bucket, measure: string): Bound | null {
  const bound = around(values[measure], halfUnitOf(table, measure))
  return bound && bound.low < 0 && bound.high >= 0 ? { ...bound, low: 0 } : bound
}

/** The balance of a row that prints its loans and their average balance alone. */
function fromAverage(table: Stratification, { values }: Bucket): Bound | null {
  const column = findColumn(table, 'averageBalanceCents')
  const [count, average] = [values.loanCount, values.averageBalanceCents]
  if (!column || count == null || average == null) return null
  const half = Math.max(halfUnit(column), 0.5)
  return { low: Math.ceil(count * (average - half)), high: Math.floor(count * (average + half)) }
}

function holdsWithoutRange({ label, code }: Bucket): Holds {
  return code !== 'other' && WITHOUT_FIGURE.test(label.trim()) ? 'none' : 'any'
}

/** The column that averages the figure itself, where it is said what weighs it. */
export function averageOf(
  table: Stratification,
): { measure: string; half: number; halfOfTotal: number; by: 'balance' | 'count' } | null {
  const column = findOwnAverage(table)
  const measure = column?.measure
  if (!column || measure == null || measure === 'averageBalanceCents') return null
  const spoken = findSpokenWeighing([table])
  if (spoken === 'original-balance') return null
  if (spoken === null && !saysWeighted(`${column.header} ${table.title}`)) return null
  const by = spoken === 'count' ? 'count' : 'balance'
  const { rows: half, total: halfOfTotal } = halfUnitsOfAverage(table, column)
  return { measure, half, halfOfTotal, by }
}

function hasAmounts(rows: readonly Row[]): boolean {
  const all = (measure: keyof Row) => rows.every(row => row[measure] !== null)
  return all('loanCount') || all('balanceCents') || all('balancePct') || all('countPct')
}

/** Of such a row a part may be anything, and so may what the others have of the total. */
function isBelowNothing({ loanCount, balanceCents, balancePct, countPct }: Row): boolean {
  return [loanCount, balanceCents, balancePct, countPct].some(amount => amount !== null && amount.high < 0)
}

function sumOf(rows: readonly Row[], measure: 'loanCount' | 'balanceCents'): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const row of rows) {
    const amount = row[measure]
    sum = sum && amount && { low: sum.low + amount.low, high: sum.high + amount.high }
  }
  return sum
}

/** The printed total, else what the rows come to. */
function totalOf(
  table: Stratification,
  rows: readonly Row[],
  measure: 'loanCount' | 'balanceCents',
): Bound | null {
  return around(table.total?.values[measure], halfUnitOf(table, measure)) ?? sumOf(rows, measure)
}

function addsUp(table: Stratification, rows: readonly Row[], measure: 'loanCount' | 'balanceCents'): boolean {
  const total = around(table.total?.values[measure], halfUnitOf(table, measure))
  const sum = sumOf(rows, measure)
  return total === null || sum === null || (sum.low <= total.high && total.low <= sum.high)
}

/** Rows that share more than an edge do not part a pool, unless they add up all the same, as halves one above the other do. */
function doOverlap(rows: readonly Row[]): boolean {
  const spans = rows.flatMap(({ holds }) => (typeof holds === 'object' ? [holds.span] : []))
  const rising = spans.toSorted((a, b) => (a.low?.value ?? -Infinity) - (b.low?.value ?? -Infinity))
  return rising.some(({ high }, order) => {
    const next = rising[order + 1]
    if (next === undefined) return false
    const begins = next.low?.value ?? -Infinity
    const same = next.high?.value === next.low?.value && high?.value === begins
    return same ? true : (high?.value ?? Infinity) > begins
  })
}
