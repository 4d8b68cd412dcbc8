import type { Grid } from '../grid/grid.ts'
import { findMeasure, type Measure, matchMeasure } from '../measures/index.ts'
import { remember } from '../remember.ts'
import { powerOfTen } from '../values/index.ts'
import { agreesWithFigures } from './agrees-with-figures.ts'
import type { SplitRows } from './find-total.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { withoutGroup } from './loan-group.ts'
import { type Figures, isInThousands } from './read-figures.ts'
import { takeMarks } from './take-marks.ts'
import type { SaidThousands } from './tell-thousands.ts'

/** What each column measures; null where neither header nor arithmetic tells. */
export type ReadColumn = { measure: Measure | null; header: string; thousands?: true; inDoubt?: true }

/**
 * Tell what each column measures: by its header, and where that leaves it open, by arithmetic.
 *
 * Two percents are told apart by the sums they are shares of; a column without header is a count, balance or percent
 * when it adds up as such. No measure is given twice: the first column keeps it.
 */
export function readColumns(
  grid: Grid,
  figures: Figures,
  rows: SplitRows,
  thousands: SaidThousands = null,
): ReadColumn[] {
  const columns = grid.columns.map((column, order): ReadColumn => {
    const read = readHeader(column.header)
    if (column.inDoubt) return { ...read, measure: null, inDoubt: true }
    const scaled = thousands !== null || read.thousands === true
    const agrees = agreesWithFigures(read.measure, { grid, column, figures, rows, order }, scaled)
    return { ...read, measure: agrees ? read.measure : null }
  })
  nameBareColumns(grid, columns, figures, rows)
  nameShares(columns, figures, rows)
  dropRepeats(columns)
  if (thousands !== null && holdsThousands(columns, figures, rows, thousands))
    for (const column of columns) if (column.measure?.unit === 'cents') column.thousands = true
  return columns
}

const NO_MARKS: ReadonlySet<string> = new Set()

/** What a header alone tells. */
const readHeader = remember((printed): Readonly<ReadColumn> => {
  const header = takeMarks(printed, NO_MARKS).text
  const read = { measure: matchMeasure(header) ?? matchMeasure(withoutGroup(header)), header }
  return isInThousands(header) ? { ...read, thousands: true } : read
})

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

/** The most that a loan comes to on the average when read in dollars, where figures truly are thousands of dollars. */
const LARGEST_MEAN = { own: 100_000, standing: 5_000 } as const

/**
 * May the money be in thousands, by the size of a loan? A heading stands over later tables only where their loans would
 * else be tiny; what has cents is in dollars, whatever is said above.
 */
function holdsThousands(
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
  said: NonNullable<SaidThousands>,
): boolean {
  const balance = baseOf('balanceCents', columns, figures, rows)
  const count = baseOf('loanCount', columns, figures, rows)
  if (balance === null || count === null) return said === 'own'
  const mean = balance.whole / 10 ** balance.decimals / count.whole
  return mean < LARGEST_MEAN[said]
}
