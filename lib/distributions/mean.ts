import { boundMean } from '../checks/bounds-of-mean.ts'
import { findDimension } from '../dimensions/index.ts'
import { formatCount, formatDecimal, formatWithUnit } from '../format/index.ts'
import type { Unit } from '../report.ts'
import type { Bound, Distribution, Row } from './distribution.ts'
import type { LoanSpread } from './loan-spread.ts'

/** What weighs a mean: the balance of loans, or each loan alike. */
type WeighedBy = 'balance' | 'count'

/** What a mean can be, from least to most; null where nothing bounds it on that side, and which rows leave it open there. */
export type MeanBounds = {
  low: number | null
  high: number | null
  open: { low: readonly Row[]; high: readonly Row[] }
}

/** A row with what it weighs, and what the mean of its loans can be; infinite where its range is open and nothing else ends it. */
type WeighedRow = { row: Row; weight: Bound | null; figure: Bound }

/**
 * What the mean of a pool's figures can be, weighed by balance or by loans: each row lies within its printed average, or
 * else anywhere in its range, of which an open end is where the figure itself ends. Rows of loans without a figure weigh
 * nothing. Null where a row prints no weight. An average that the total prints bounds it too.
 */
export function boundsOfMean(distribution: Distribution, by: WeighedBy): MeanBounds | null {
  const rows = weighedRows(distribution, by).filter(({ weight }) => weight?.high !== 0)
  const lows = []
  const highs = []
  let half = 0
  for (const { weight, figure } of rows) {
    if (weight === null) return null
    const middle = (weight.low + weight.high) / 2
    half = Math.max(half, (weight.high - weight.low) / 2)
    lows.push({ value: figure.low, weight: middle })
    highs.push({ value: figure.high, weight: middle })
  }
  if (rows.length === 0) return null
  const rounding = { half, lacking: 0 }
  const openAt = (end: 'low' | 'high') =>
    rows.filter(({ figure }) => !Number.isFinite(figure[end])).map(({ row }) => row)
  const open = { low: openAt('low'), high: openAt('high') }
  const ofRows = {
    low: open.low.length > 0 ? Number.NEGATIVE_INFINITY : boundMean(lows, rounding).low,
    high: open.high.length > 0 ? Number.POSITIVE_INFINITY : boundMean(highs, rounding).high,
  }
  const { low, high } = withTotal(ofRows, by === distribution.averageBy ? distribution.totalAverage : null)
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  return { low: finite(low), high: finite(high), open }
}

/** As the total prints it too; where that and the rows contradict each other, all that either says. */
function withTotal(ofRows: Bound, total: Bound | null): Bound {
  if (total === null) return ofRows
  const [low, high] = [Math.max(ofRows.low, total.low), Math.min(ofRows.high, total.high)]
  return low <= high
    ? { low, high }
    : { low: Math.min(ofRows.low, total.low), high: Math.max(ofRows.high, total.high) }
}

/** The rows that have figures; of a pool that its loan groups make up those of each. */
function weighedRows(distribution: Distribution, by: WeighedBy): WeighedRow[] {
  if (distribution.groups) return distribution.groups.flatMap(group => weighedRows(group.distribution, by))
  const { rows, averageBy } = distribution
  return rows.flatMap(row =>
    row.holds === 'none'
      ? []
      : [{ row, weight: weightOf(row, by), figure: figureOf(distribution, row, averageBy === by) }],
  )
}

const weightOf = (row: Row, by: WeighedBy) =>
  by === 'count' ? (row.loanCount ?? row.countPct) : (row.balanceCents ?? row.balancePct)

/** What the mean of a row can be. Ratios that labels cut or round to whole ones lie up to one beyond them. */
function figureOf(
  { least, most, unit, grid }: Distribution,
  { holds, average, contradicts }: Row,
  hasAverage: boolean,
): Bound {
  const span = typeof holds === 'object' ? holds.span : { low: null, high: null }
  const beyond = grid >= 1 && (unit === 'percent' || unit === 'ratio') ? grid : 0
  const [from, to] = [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY]
  const range = {
    low: Math.max(from, (span.low?.value ?? from) - beyond),
    high: Math.min(to, (span.high?.value ?? to) + beyond),
  }
  if (!hasAverage || average === null) return range
  // Nobody knows which of its figures is wrong then.
  if (contradicts) return { low: Math.min(range.low, average.low), high: Math.max(range.high, average.high) }
  return average
}

/** Decimals of a mean, which is rounded outwards. */
const decimalsOf: Partial<Record<Unit, number>> = { percent: 2, ratio: 3, months: 1, score: 1, years: 1 }

/** What the mean is of: the balances of loans are not averaged by themselves. */
function weighingOf({ unit, rows }: Distribution): WeighedBy | null {
  if (unit === 'cents') return null
  const has = (measure: 'balanceCents' | 'balancePct' | 'loanCount') =>
    rows.every(row => row[measure] !== null)
  if (has('balanceCents') || has('balancePct')) return 'balance'
  return has('loanCount') ? 'count' : null
}

/**
 * What the average over a table's rows can be, in a sentence; null where it is not asked for, or nothing weighs.
 *
 * > Original LTV on average, weighed by balance: 68.20 to 73.11.
 * > Remaining term on average, weighed by balance: at least 340.2 months; no bound above, for “Over 360” has no end.
 */
export function sayMean(distribution: Distribution): string | null {
  if (distribution.loans) return sayMeanOfLoans(distribution, distribution.loans)
  const by = weighingOf(distribution)
  const mean = by && boundsOfMean(distribution, by)
  if (!mean) return null
  const { low, high, open } = mean
  const { unit } = distribution
  const decimals = decimalsOf[unit] ?? 2
  const scale = 10 ** decimals
  const say = (value: number) =>
    unit === 'percent' ? formatDecimal(value, decimals) : formatWithUnit(value, unit, decimals)
  const down = low === null ? null : say(Math.floor(low * scale + 1e-6) / scale)
  const up = high === null ? null : say(Math.ceil(high * scale - 1e-6) / scale)
  const head = `${nameOf(distribution)} on average, weighed by ${by === 'balance' ? 'balance' : 'loans'}`
  // Exact rows give one figure, however it is rounded.
  const isOne = low !== null && high !== null && low.toFixed(decimals) === high.toFixed(decimals)
  if (isOne) return `${head}: ${say(low)}.`
  if (down !== null && up !== null) return `${head}: ${down} to ${up}.`
  if (down !== null) return `${head}: at least ${down}; no bound above, for ${sayOpen(open.high)}.`
  if (up !== null) return `${head}: at most ${up}; no bound below, for ${sayOpen(open.low)}.`
  return `${head}: no bound below or above, for ${sayOpen([...new Set([...open.low, ...open.high])])}.`
}

const nameOf = ({ dimension }: Distribution) => findDimension(dimension)?.name ?? dimension

/** > Credit score on average, weighed by balance: 657.0, of the 375 loans of 400 that tell it. */
function sayMeanOfLoans(distribution: Distribution, loans: LoanSpread): string | null {
  const { unit } = distribution
  if (unit === 'cents' || loans.mean === null) return null
  const { value, loanCount } = loans.mean
  const decimals = decimalsOf[unit] ?? 2
  const said = unit === 'percent' ? formatDecimal(value, decimals) : formatWithUnit(value, unit, decimals)
  const all = loans.total.loanCount
  const of =
    loanCount < all ? `, of the ${formatCount(loanCount)} of ${formatCount(all)} loans that tell it` : ''
  return `${nameOf(distribution)} on average, weighed by balance: ${said}${of}.`
}

/** > “95.01 and above” has no end   3 rows have no end */
function sayOpen(rows: readonly Row[]): string {
  const [only, ...others] = rows
  return others.length === 0 ? `“${only?.label}” has no end` : `${rows.length} rows have no end`
}
