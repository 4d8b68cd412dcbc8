import type { Grid } from '../grid/grid.ts'
import { findMeasure, type Measure, matchMeasure } from '../measures/index.ts'
import { remember } from '../remember.ts'
import { agreesWithFigures } from './agrees-with-figures.ts'
import type { SplitRows } from './find-total.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { withoutGroup } from './loan-group.ts'
import { baseOf, nameShares } from './name-shares.ts'
import { type Figures, isInThousands } from './read-figures.ts'
import { settleDoubts } from './settle-doubts.ts'
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
  const named = grid.columns.map(({ header }) => readHeader(header))
  const claimed = grid.columns.map((column, order): ReadColumn => {
    const read = named[order] ?? readHeader(column.header)
    const scaled = thousands !== null || read.thousands === true
    const agrees = agreesWithFigures(read.measure, { grid, column, figures, rows, order }, scaled)
    return { ...read, measure: agrees ? read.measure : null }
  })
  const columns = settleDoubts(grid, named, claimed, figures, rows)
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
