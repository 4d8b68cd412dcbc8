import type { Grid } from '../grid/grid.ts'
import { findMeasure, type Measure, matchMeasure } from '../measures/index.ts'
import type { SplitRows } from './find-total.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { type Figures, isInThousands } from './read-figures.ts'
import { takeMarks } from './take-marks.ts'

/** What each column measures; null where neither header nor arithmetic tells. */
export type ReadColumn = { measure: Measure | null; header: string; thousands: boolean }

/** Measures of headers already met; a filing repeats the same few. */
export type HeaderMemory = Map<string, Measure | null>

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
  memory: HeaderMemory,
): ReadColumn[] {
  const columns = grid.columns.map(({ header }) => {
    const { text } = takeMarks(header, NO_MARKS)
    return { header: text, measure: recall(text, memory), thousands: isInThousands(text) }
  })
  nameBareColumns(grid, columns, figures, rows)
  nameShares(columns, figures, rows)
  dropRepeats(columns)
  return columns
}

const NO_MARKS: ReadonlySet<string> = new Set()

function recall(header: string, memory: HeaderMemory): Measure | null {
  const known = memory.get(header)
  if (known !== undefined) return known
  const measure = matchMeasure(header)
  memory.set(header, measure)
  return measure
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
  const count = columns.findIndex(column => column.measure?.id === 'loanCount')
  const balance = columns.findIndex(column => column.measure?.id === 'balanceCents')
  columns.forEach((column, order) => {
    if (!isShare(column.measure)) return
    const byCount = count < 0 ? -1 : countFits(figures, rows, order, count)
    const byBalance = balance < 0 ? -1 : countFits(figures, rows, order, balance)
    if (byCount > byBalance && byCount * 2 > rows.body.length) column.measure = findMeasure('countPct')
    else if (byBalance > byCount && byBalance * 2 > rows.body.length)
      column.measure = findMeasure('balancePct')
  })
}

function isShare(measure: Measure | null): boolean {
  return measure?.additive === true && measure.unit === 'percent'
}

/** In how many rows is the share what the base gives, to a unit of the last place? */
function countFits(figures: Figures, rows: SplitRows, share: number, base: number): number {
  const sum = sumColumn(figures, rows, base)
  const whole = sum?.total ?? sum?.sum ?? 0
  if (whole === 0) return -1
  let fits = 0
  for (const row of rows.body) {
    const printed = figures[row]?.[share]
    const part = figures[row]?.[base]
    if (!printed || !part) continue
    const scale = 10 ** printed.decimals
    const part100 = (part.digits * 10 ** ((sum?.decimals ?? 0) - part.decimals) * 100) / whole
    if (Math.abs(part100 * scale - printed.digits) <= 1) fits++
  }
  return fits
}

/** The second column of a measure is not known for what it is. */
function dropRepeats(columns: ReadColumn[]) {
  const seen = new Set<string>()
  for (const column of columns) {
    if (column.measure === null) continue
    if (seen.has(column.measure.id)) column.measure = null
    else seen.add(column.measure.id)
  }
}
