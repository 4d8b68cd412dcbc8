import type { Grid, GridColumn } from '../grid/grid.ts'
import { findMeasure, type Measure, matchMeasure } from '../measures/index.ts'
import { remember } from '../remember.ts'
import type { Unit } from '../report.ts'
import { powerOfTen } from '../values/index.ts'
import type { SplitRows } from './find-total.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { type Figures, isInThousands } from './read-figures.ts'
import { takeMarks } from './take-marks.ts'

/** What each column measures; null where neither header nor arithmetic tells. */
export type ReadColumn = { measure: Measure | null; header: string; thousands: boolean }

/**
 * Tell what each column measures: by its header, and where that leaves it open, by arithmetic.
 *
 * Two percents are told apart by the sums they are shares of; a column without header is a count, balance or percent
 * when it adds up as such. No measure is given twice: the first column keeps it.
 */
export function readColumns(grid: Grid, figures: Figures, rows: SplitRows): ReadColumn[] {
  const columns = grid.columns.map((column, order) => {
    const read = readHeader(column.header)
    const agrees =
      agreesWithSigns(read.measure, column) &&
      agreesWithSums(read.measure, figures, rows, order) &&
      agreesWithSize(read.measure, figures, rows, order)
    return { ...read, measure: agrees ? read.measure : null }
  })
  nameBareColumns(grid, columns, figures, rows)
  nameShares(columns, figures, rows)
  dropRepeats(columns)
  return columns
}

const NO_MARKS: ReadonlySet<string> = new Set()

/** What a header alone tells. */
const readHeader = remember((printed): Readonly<ReadColumn> => {
  const header = takeMarks(printed, NO_MARKS).text
  return { measure: matchMeasure(header), header, thousands: isInThousands(header) }
})

/**
 * Can the column measure what its header says? `$` stands before money alone and `%` behind percents alone: where they
 * disagree, header and figures stand shifted, and a wrong number that adds up is worse than none.
 */
function agreesWithSigns(measure: Measure | null, { money, percent }: GridColumn): boolean {
  return (
    measure === null || ((!money || measure.unit === 'cents') && (!percent || measure.unit === 'percent'))
  )
}

/**
 * Can the column's sum be one of its measure? Shares of a pool add up to a hundred at most, give or take the rounding
 * of every row, and what adds up to 100.00 sharp is a share, whatever a shifted header says of balances or loans.
 */
function agreesWithSums(measure: Measure | null, figures: Figures, rows: SplitRows, order: number): boolean {
  if (measure === null || !measure.additive) return true
  const column = sumColumn(figures, rows, order)
  if (column === null) return true
  const hundred = 100 * (powerOfTen(column.decimals) ?? 1)
  if (measure.unit === 'percent') return column.sum <= hundred + column.rows
  return column.decimals === 0 || column.total !== hundred || !addsUp(column)
}

/**
 * What averages and shares of loans can come to, in their unit, zero aside: it stands for rows that have none. Wide on
 * purpose, to tell one measure from another where a header has slid over its neighbour's figures.
 */
const PLAUSIBLE: Partial<Record<Unit, readonly [low: number, high: number]>> = {
  percent: [-20, 250],
  score: [200, 999],
  months: [-12, 720],
}

/** Can the column's figures be averages or shares of its measure by their size? */
function agreesWithSize(
  measure: Measure | null,
  figures: Figures,
  { body }: SplitRows,
  order: number,
): boolean {
  const bounds = measure === null || measure.additive ? undefined : PLAUSIBLE[measure.unit]
  if (bounds === undefined) return true
  const [low, high] = bounds
  for (const row of body) {
    const figure = figures[row]?.[order]
    if (!figure || figure.digits === 0) continue
    const value = figure.digits / 10 ** figure.decimals
    if (value < low || value > high) return false
  }
  return true
}

/** Columns with no header at all: `$` sums are balances, percents to a hundred shares, whole sums before them counts. */
function nameBareColumns(grid: Grid, columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  columns.forEach((column, order) => {
    if (column.header !== '') return
    const sum = sumColumn(figures, rows, order)
    if (sum === null) return
    if (grid.columns[order]?.money && addsUp(sum)) column.measure = findMeasure('balanceCents')
    else if (grid.columns[order]?.percent && addsUpToHundred(sum)) column.measure = findMeasure('balancePct')
  })
}

/** Is a share the one by number or by balance? Whichever of the two sums it follows in more rows. */
function nameShares(columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  const count = baseOf('loanCount', columns, figures, rows)
  const balance = baseOf('balanceCents', columns, figures, rows)
  columns.forEach((column, order) => {
    if (!isShare(column.measure)) return
    const byCount = countFits(figures, rows, order, count)
    const byBalance = countFits(figures, rows, order, balance)
    if (byCount > byBalance && byCount * 2 > rows.body.length) column.measure = findMeasure('countPct')
    else if (byBalance > byCount && byBalance * 2 > rows.body.length)
      column.measure = findMeasure('balancePct')
  })
}

function isShare(measure: Measure | null): boolean {
  return measure?.additive === true && measure.unit === 'percent'
}

/** What a share may be a share of: a column, its most decimals, and its whole in units of the last of them. */
type Base = { column: number; decimals: number; whole: number }

function baseOf(
  measure: string,
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): Base | null {
  const column = columns.findIndex(one => one.measure?.id === measure)
  const sum = column < 0 ? null : sumColumn(figures, rows, column)
  const whole = sum?.total ?? sum?.sum ?? 0
  return sum === null || whole === 0 ? null : { column, decimals: sum.decimals, whole }
}

/** In how many rows is the share what the base gives, to a unit of the last place? -1 where there is no base. */
function countFits(figures: Figures, { body }: SplitRows, share: number, base: Base | null): number {
  if (base === null) return -1
  let fits = 0
  for (const row of body) {
    const printed = figures[row]?.[share]
    const part = figures[row]?.[base.column]
    if (!printed || !part) continue
    const digits = part.digits * (powerOfTen(base.decimals - part.decimals) ?? Number.NaN)
    const share100 = ((digits * 100) / base.whole) * (powerOfTen(printed.decimals) ?? Number.NaN)
    if (Math.abs(share100 - printed.digits) <= 1) fits++
  }
  return fits
}

/** The second column of a measure is not known for what it is. */
function dropRepeats(columns: ReadColumn[]) {
  for (let order = 1; order < columns.length; order++) {
    const column = columns[order]
    const { measure } = column ?? { measure: null }
    if (!column || measure === null) continue
    for (let before = 0; before < order; before++)
      if (columns[before]?.measure === measure) column.measure = null
  }
}
