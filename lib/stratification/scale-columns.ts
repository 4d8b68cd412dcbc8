import type { SaidScale } from '../reading/facts.ts'
import { decideScale } from '../reading/scale.ts'
import { readScales, scaleInHeader } from '../reading/scale-words.ts'
import { MONTHS_A_YEAR, MOST_YEARS, type SaidYears } from '../reading/year-words.ts'
import { type ReadColumn, refute } from './column-reading.ts'
import { sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'
import type { ScalesAbove } from './said-scales.ts'

/**
 * Tell by what each column's figures are multiplied, and take the measure from a column whose scale is not certain.
 *
 * Counts come first, for the size of a loan tells whether dollars can be in thousands or millions.
 */
export function scaleColumns(columns: ReadColumn[], figures: Figures, rows: SplitRows, above: ScalesAbove) {
  const loans = wholeOf('loanCount', columns, figures, rows)
  for (const column of columns)
    if (column.measure?.unit === 'count')
      scaleBy(column, scaleOfCounts(column.header) ?? above.count?.by ?? 1)
  const countScale = columns.find(({ measure }) => measure?.id === 'loanCount')?.scale ?? 1
  const balance = wholeOf('balanceCents', columns, figures, rows)
  const meanOf = (whole: number | null) =>
    whole === null || loans === null ? null : whole / (loans * countScale)
  for (const [order, column] of columns.entries()) {
    if (column.measure?.unit === 'months') scaleYears(column, figures, rows, order, above.years)
    if (column.measure?.unit !== 'cents') continue
    const said = saidOf(column, above.money)
    if (said === null) continue
    // A header speaks of its own column, which may be the only one in thousands.
    const whole = said.scope === 'header' ? wholeAt(order, figures, rows) : balance
    const meanLoan = said.scope === 'header' && !column.measure.additive ? whole : meanOf(whole)
    column.scaling = decideScale({ said, meanLoan, whole })
    scaleBy(column, column.scaling.chosen)
  }
  scaleMeans(columns, figures, rows, meanOf(balance))
}

/** What a header says of the scale of dollars beside, `Balance ($000)`, is not said of what is counted. */
function scaleOfCounts(header: string): number | null {
  return readScales(header).count ?? (OF_DOLLARS.test(header) ? null : scaleInHeader(header))
}

const OF_DOLLARS = /\$|\bdollars?\b|\bbalances?\b/i

/** The column's own header goes before what stands above the table. */
function saidOf({ header }: ReadColumn, above: SaidScale | null): SaidScale | null {
  const own = scaleInHeader(header)
  return own === null ? above : { by: own, scope: 'header' }
}

function scaleBy(column: ReadColumn, by: number | null) {
  if (by === null) refute(column, 'scale', 'The scale of its figures is not certain.')
  else if (by !== 1) column.scale = by
}

/**
 * > W.A. Rem. Term (Years)   29.65   → 355.8 months
 *
 * So are columns of which words around the table say so. Where it is not certain that they are meant, figures too long for
 * years are months.
 */
function scaleYears(
  column: ReadColumn,
  figures: Figures,
  { body }: SplitRows,
  order: number,
  above: SaidYears | null,
) {
  const said = readScales(column.header).years ? IN_HEADER : isSaidOf(above, column) ? above : null
  if (said === null) return
  const isLonger = body.some(row => {
    const figure = figures[row]?.[order]
    return figure ? figure.digits / 10 ** figure.decimals > MOST_YEARS : false
  })
  if (said.isCertain) scaleBy(column, isLonger ? null : MONTHS_A_YEAR)
  else if (!isLonger) scaleBy(column, null)
}

const IN_HEADER: SaidYears = { words: '', isCertain: true }

/** Are the words that speak of years meant for the column? A header that tells its own unit goes before them. */
function isSaidOf(said: SaidYears | null, { header, measure }: ReadColumn): boolean {
  if (said === null || /\bmonths?\b|\bmos?\b/i.test(header)) return false
  return said.words === '' || measure?.toldAs?.test(said.words) === true
}

/**
 * Averages of balances may be in dollars where the sums are in thousands: balance over loans tells, near enough also of what
 * they were at origination.
 */
function scaleMeans(columns: ReadColumn[], figures: Figures, { total }: SplitRows, meanLoan: number | null) {
  const scale = columns.find(({ measure }) => measure?.id === 'balanceCents')?.scale ?? 1
  for (const [order, column] of columns.entries()) {
    const printed = total === null ? null : figures[total]?.[order]
    if (!column.measure?.averageOf || !column.scale || !printed || meanLoan === null) continue
    const mean = printed.digits / 10 ** printed.decimals
    const [scaled, plain] = [column.scale, 1].map(by => Math.abs((mean * by) / (meanLoan * scale) - 1))
    if ((plain ?? 1) < (scaled ?? 1)) delete column.scale
  }
}

/** A column's whole as printed: its total, else the sum of its rows. */
function wholeOf(
  measure: string,
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): number | null {
  const order = columns.findIndex(one => one.measure?.id === measure)
  return order < 0 ? null : wholeAt(order, figures, rows)
}

/** Of averages without a total it is their sum, a few times what they come to. */
function wholeAt(order: number, figures: Figures, rows: SplitRows): number | null {
  const sum = sumColumn(figures, rows, order)
  const whole = sum === null ? 0 : (sum.total ?? sum.sum) / 10 ** sum.decimals
  return whole === 0 ? null : whole
}
