import { largest, smallest } from '../extremes.ts'
import type { GridColumn } from '../grid/grid.ts'
import type { Measure } from '../measures/index.ts'
import { canBe } from './agrees-with-figures.ts'
import { addsUp, sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * A table with its figures and what its headers name; null where that is nothing, or the figures rule it out. `rivals` are
 * the measures that words of others name, which may head the column.
 */
export type ClaimedTable = {
  columns: readonly GridColumn[]
  claims: readonly (Measure | null)[]
  rivals: readonly (readonly Measure[])[]
  figures: Figures
  rows: SplitRows
}

/**
 * Tell for each column whether its figures bear out the measure that its header names, and no other that a header of
 * the table names, so that the words are not a neighbour's. `certain` are the columns that are known so already.
 *
 * >  Loans      Balance    Percent    Coupon    FICO
 *      472  $143,943.67      71.26     6.642     708     $; the share of each row; a rate and a score by their size
 *
 * Sums are no evidence of their own: what adds up may be loans, dollars or shares.
 */
export function confirmColumns(table: ClaimedTable, certain: readonly boolean[]): boolean[] {
  const { claims } = table
  const named = claims.filter(claim => claim !== null)
  if (new Set(named).size < named.length) return [...certain]
  const known = [...certain]
  for (const evidence of [isMoney, isShareOfRow, isCountOfRow, isMeanOfRow, isOfOwnSize])
    claims.forEach((claim, order) => {
      if (claim !== null && known[order] !== true && evidence(table, order, claim, known)) known[order] = true
    })
  return known
}

type Evidence = (table: ClaimedTable, order: number, claim: Measure, known: readonly boolean[]) => boolean

/**
 * `$` beside what adds up where each header names something, or cents whose shares stand in each row; where one header
 * alone names sums of dollars.
 */
const isMoney: Evidence = (table, order, claim) => {
  if (!claim.additive || claim.unit !== 'cents' || countLike(table, claim) > 1) return false
  const sum = sumColumn(table.figures, table.rows, order)
  if (sum === null) return false
  const hasSign = table.columns[order]?.money === true
  if (hasSign && addsUp(sum) && isWhole(table)) return true
  return (hasSign || sum.decimals === 2) && sharesOf(table, order).length > 0
}

/** Each row holds the share that one column known for certain gives it, and no other of the sums. */
const isShareOfRow: Evidence = (table, order, claim, known) => {
  if (!claim.additive || claim.unit !== 'percent') return false
  const bases = table.claims.flatMap((one, base) =>
    one?.additive && one.unit !== 'percent' && followsShares(table, order, base) ? [base] : [],
  )
  const [base] = bases
  return base !== undefined && bases.length === 1 && known[base] === true
}

/** What a loan comes to on the average, in dollars, in any row. */
const MEAN_LOAN = [1_000, 10_000_000] as const

/** Whole numbers of their own sum, by which the dollars of each row come to the size of a loan. */
const isCountOfRow: Evidence = (table, order, claim, known) => {
  const { money, percent } = table.columns[order] ?? { money: true, percent: true }
  const sum = sumColumn(table.figures, table.rows, order)
  if (claim.unit !== 'count' || !claim.additive || money || percent || sum === null) return false
  if (countLike(table, claim) > 1 || sum.decimals > 0 || sum.total === 100 || !addsUp(sum)) return false
  const balance = table.claims.findIndex((one, at) => known[at] === true && one !== null && isSumOfCents(one))
  const [low, high] = MEAN_LOAN
  return everyRow(table, [order, balance], ([count = 0, dollars = 0]) => {
    return count === 0 ? dollars === 0 : dollars >= low * count && dollars <= high * count
  })
}

/** The dollars of each row by its loans, to a unit of the last place. */
const isMeanOfRow: Evidence = (table, order, claim, known) => {
  if (claim.additive || claim.unit !== 'cents') return false
  const at = (holds: (one: Measure) => boolean) =>
    table.claims.findIndex((one, column) => known[column] === true && one !== null && holds(one))
  const columns = [order, at(isSumOfCents), at(one => one.additive && one.unit === 'count')]
  const step = stepOf(table, order)
  return everyRow(table, columns, ([mean = 0, dollars = 0, count = 0]) => {
    return Math.abs(mean * count - dollars) <= step * count
  })
}

/** Averages of a size that is usual for them, and for no other average that a header names, where each names something. */
const isOfOwnSize: Evidence = (table, order, claim) => {
  const { claims, rivals, figures, rows } = table
  if (!isWhole(table) || claim.additive || claim.usual === undefined) return false
  const values = rows.body.flatMap(row => sizeOf(figures, row, order) ?? [])
  const total = rows.total === null ? null : sizeOf(figures, rows.total, order)
  if (values.length < 2 || total === null) return false
  // What adds up lies below its total.
  if (total < smallest(values) || total > largest(values)) return false
  const named = [...claims, ...(rivals[order] ?? [])].filter(one => one !== null)
  const others = named.filter(one => one !== claim && !one.additive && one.unit !== 'cents')
  return (
    values.every(value => canBe(claim, value)) &&
    !others.some(one => values.every(value => canBe(one, value)))
  )
}

function isWhole({ claims }: ClaimedTable): boolean {
  return claims.every(claim => claim !== null)
}

function isSumOfCents({ additive, unit }: Measure): boolean {
  return additive && unit === 'cents'
}

/** How many headers name sums of the unit. */
function countLike({ claims }: ClaimedTable, { unit }: Measure): number {
  return claims.filter(one => one?.additive && one.unit === unit).length
}

/** The columns of shares that follow the sums row by row. */
function sharesOf(table: ClaimedTable, base: number): number[] {
  return table.claims.flatMap((one, order) =>
    one?.additive && one.unit === 'percent' && followsShares(table, order, base) ? [order] : [],
  )
}

/** Is the share of every row that of its sum in all, to a unit of the last place, in rows that differ? */
function followsShares(table: ClaimedTable, share: number, base: number): boolean {
  const { figures, rows } = table
  const own = rows.body.map(row => sizeOf(figures, row, base) ?? Number.NaN)
  const whole = own.reduce((sum, one) => sum + one, 0)
  const step = stepOf(table, share)
  const isOfRows = everyRow(table, [share, base], ([part = 0, of = 0]) => {
    return Math.abs(part - (of / whole) * 100) <= step
  })
  return isOfRows && new Set(own).size > 1
}

/** A unit of the last place that most figures of the column print. */
function stepOf({ figures, rows }: ClaimedTable, order: number): number {
  return 10 ** -(sumColumn(figures, rows, order)?.decimals ?? 0)
}

/** Does each row print all of the columns, and hold for them? */
function everyRow(
  { figures, rows }: ClaimedTable,
  columns: readonly number[],
  holds: (values: readonly number[]) => boolean,
): boolean {
  return rows.body.every(row => {
    const values = columns.flatMap(order => sizeOf(figures, row, order) ?? [])
    return values.length === columns.length && holds(values)
  })
}

function sizeOf(figures: Figures, row: number, order: number): number | null {
  const figure = figures[row]?.[order]
  return figure ? figure.digits / 10 ** figure.decimals : null
}
