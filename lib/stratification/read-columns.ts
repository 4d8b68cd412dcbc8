import { largest } from '../extremes.ts'
import type { Grid } from '../grid/grid.ts'
import { findMeasure, type Measure, matchMeasure, saysAverage } from '../measures/index.ts'
import { scaleInHeader } from '../reading/scale-words.ts'
import { remember } from '../remember.ts'
import { judgeMeasure, refutesByFigures } from './agrees-with-figures.ts'
import { openColumn, propose, type ReadColumn, refute, refutedBy } from './column-reading.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { withoutGroup } from './loan-group.ts'
import { loansOver } from './loans-over.ts'
import { isExtremeOfRows, mayBeExtreme } from './may-be-extreme.ts'
import { nameCounts } from './name-counts.ts'
import { nameShares } from './name-shares.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'
import { dropSumsOfOthers } from './repeated-sums.ts'
import { noScales, type ScalesAbove } from './said-scales.ts'
import { scaleColumns } from './scale-columns.ts'
import { settleDoubts } from './settle-doubts.ts'
import { dropSharesOfHeadings } from './shares-of-headings.ts'
import { findStrayWords } from './stray-words.ts'
import { marksOf, takeMarks } from './take-marks.ts'

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
  above: ScalesAbove = noScales,
): ReadColumn[] {
  const known = marksOf(grid)
  const claimed = grid.columns.map((column, order): ReadColumn => {
    const { measure, header } = readHeader(takeMarks(column.header, known).text)
    const read = openColumn(header)
    if (measure === null) return read
    const scaled = isScaled(measure, column.header, above)
    const verdicts = judgeMeasure(measure, { grid, column, figures, rows, order, scaled })
    propose(read, measure, `The header says “${header}”`, verdicts)
    const stray = findStrayWords(grid, order)
    if (stray !== null) {
      refute(read, 'stray-words', stray)
      read.inDoubt = true
    }
    if (mayBeExtreme(header, figures, rows, order))
      refute(
        read,
        'extreme',
        'No total between its rows shows that it is an average, and no extreme of them.',
      )
    return read
  })
  const columns = settleDoubts(grid, claimed, figures, rows)
  nameBareColumns(grid, columns, figures, rows)
  nameCounts(columns, figures, rows)
  dropSumsOfOthers(columns, figures, rows)
  nameShares(columns, figures, rows)
  dropParts(columns)
  dropSharesOfHeadings(grid, columns, figures, rows)
  dropSharedHeaders(columns)
  dropRepeats(columns)
  dropExtremes(columns, figures, rows)
  scaleColumns(columns, figures, rows, above)
  return columns
}

/** Do words around the table, or the header itself, tell a scale of the measure's figures? */
function isScaled(measure: Measure | null, header: string, above: ScalesAbove): boolean {
  return (measure?.unit === 'count' ? above.count : above.money) !== null || scaleInHeader(header) !== null
}

const NO_MARKS: ReadonlySet<string> = new Set()

/** What a header alone tells, letters that mark notes of its table aside. */
export const readHeader = remember(
  (printed): { readonly header: string; readonly measure: Measure | null } => {
    const header = takeMarks(printed, NO_MARKS).text
    const words = header.replace(/:$/, '')
    return { header, measure: matchMeasure(words) ?? matchMeasure(withoutGroup(words)) }
  },
)

/**
 * Columns with no header at all: `$` sums are balances, percents to a hundred shares. So are sums under nothing but the name of
 * what is lent, which may be counted or owed: `Receivables    $6,000,000,000`; and those of dollars under `Amount ($)`.
 */
function nameBareColumns(grid: Grid, columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  columns.forEach((column, order) => {
    const isLent =
      column.measure === null && refutedBy(column, refutesByFigures) === null && LENT.test(column.header)
    const isAmount =
      column.measure === null &&
      AMOUNT.test(column.header) &&
      !columns.some(({ candidates }) => candidates.some(({ value }) => value === balance))
    if (column.header !== '' && !isLent && !isAmount) return
    const sum = sumColumn(figures, rows, order)
    if (sum === null) return
    const isMoney =
      grid.columns[order]?.money || (isAmount && (sum.decimals === 2 || column.header.includes('$')))
    if (isMoney && addsUp(sum))
      propose(column, balance, 'It has no header of a measure, and its figures are dollars that add up')
    else if (grid.columns[order]?.percent && addsUpToHundred(sum))
      propose(
        column,
        balanceShare,
        'It has no header of a measure, and its figures are percents that add up to a hundred',
      )
  })
}

const [balance, balanceShare] = [findMeasure('balanceCents'), findMeasure('balancePct')]

const AMOUNT = /^(?:(?:total|aggregate) )?amounts?(?: ?\(\$\))?$/i
const LENT = /^(?:(?:total|aggregate|outstanding) )?(?:receivables|contracts|leases|advances|notes)$/i

/** What notes allow, where no word says that it is averaged and the total shows that it is not. */
function dropExtremes(columns: readonly ReadColumn[], figures: Figures, rows: SplitRows) {
  const weights = columns.findIndex(({ measure }) => measure === balance)
  for (const [order, column] of columns.entries())
    if (
      weights >= 0 &&
      column.measure?.ofLimits &&
      !saysAverage(column.header) &&
      isExtremeOfRows(figures, rows, order, weights)
    )
      refute(column, 'extreme', 'Its total is an extreme of its rows, and not their average.')
}

/**
 * A sum or share of one of several groups is none of the pool, where the table could not be parted into their tables.
 *
 * > Number of Loans     Group 1 %     Group 2 %
 */
function dropParts(columns: readonly ReadColumn[]) {
  const named = columns.map(({ header, measure }) => (measure?.additive ? (loansOver(header) ?? null) : null))
  const measures = columns.map(({ measure }) => measure)
  for (const [order, column] of columns.entries()) {
    const own = named[order] ?? null
    const isRival = named.some(
      (name, at) => name !== null && name !== own && measures[at] === measures[order],
    )
    if (own !== null && isRival) refute(column, 'of-a-part', `It is of “${own}” alone.`)
  }
}

/**
 * Words over several columns of averages head none of them for certain: one may be the least, and the next the greatest. Nor
 * do they where each cell prints a share behind the average, for shares are of sums.
 *
 * > Credit Score: Min / Max / Average       Original LTV
 *        580          820       712          80% / 20%
 */
function dropSharedHeaders(columns: readonly ReadColumn[]) {
  const headers = new Map<string, number>()
  for (const { header } of columns) headers.set(header, (headers.get(header) ?? 0) + 1)
  const shared = columns.filter(({ header, measure }) => {
    if (measure === null || measure.additive) return false
    return (headers.get(header) ?? 0) > 1 || headers.has(`${header} (%)`) || isOfShares(header, headers)
  })
  for (const column of shared) {
    refute(column, 'shared-words', 'Its header stands over other columns too, and nothing tells them apart.')
    column.inDoubt = true
  }
}

/** Is it the header of shares that are printed behind the figures of another column? */
function isOfShares(header: string, headers: ReadonlyMap<string, number>): boolean {
  return header.endsWith(' (%)') && headers.has(header.slice(0, -4))
}

/**
 * The second column of a measure is not known for what it is. Where several sums are named again, a second table may
 * begin right of the first: then nothing behind the first of each is known, the labels of that table least of all.
 *
 * > Zone       Loans   Balance   Rate (%)    Loans   Balance
 *   Coastal       12   1,200.0      6.500        7     700.0
 */
function dropRepeats(columns: ReadColumn[]) {
  const isRepeated = columns.some(
    ({ measure }, order) => measure !== null && columns.findIndex(one => one.measure === measure) < order,
  )
  if (!isRepeated) return
  const sums = columns.map(({ measure }) => (measure?.additive ? measure : null))
  const repeated = new Set(sums.filter((measure, order) => measure !== null && sums.indexOf(measure) < order))
  const last = largest([...repeated].map(measure => sums.indexOf(measure)))
  if (repeated.size > 1)
    for (const column of columns.slice(last + 1))
      refute(column, 'second-table', 'Sums are named again before it: a second table may begin there.')
  for (const [order, column] of columns.entries()) {
    const { measure } = column
    const first = measure === null ? -1 : columns.findIndex(one => one.measure === measure)
    if (first < 0 || first === order) continue
    refute(column, 'repeats', `“${columns[first]?.header}” before it measures the same.`)
  }
}
