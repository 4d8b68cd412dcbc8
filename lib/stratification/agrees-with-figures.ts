import type { Grid, GridColumn } from '../grid/grid.ts'
import { type Measure, matchMeasure, namesWhole } from '../measures/index.ts'
import type { Evidence, Verdict } from '../reading/decision.ts'
import type { Unit } from '../report.ts'
import { type Figure, powerOfTen } from '../values/index.ts'
import { addsUp, type ColumnSum, sumColumn } from './footing.ts'
import { type Figures, figureInUnit } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/** A column of a table with its figures, of which a header says something. `scaled`: are they in thousands? */
export type HeadedColumn = {
  grid: Grid
  column: GridColumn
  figures: Figures
  rows: SplitRows
  order: number
  scaled: boolean
}

/** All that can tell that figures are not of a measure. Sentences are made only where one speaks. */
const measureEvidence: readonly Evidence<Measure, HeadedColumn>[] = [
  {
    id: 'measure-signs',
    judge: (measure, { column }) =>
      against(
        !agreesWithSigns(measure, column),
        () =>
          `“${column.money ? '$' : '%'}” stands beside its figures: they are ${column.money ? 'dollars' : 'percents'}.`,
      ),
  },
  {
    id: 'measure-bounds',
    judge: (_, { grid, figures, order }) =>
      against(
        !isMadeOfFigures(grid, figures, order),
        () => 'Most of its cells are bounds, such as “> 70.0”, and no figures.',
      ),
  },
  {
    id: 'measure-pool-size',
    judge: (measure, { scaled, column, figures, rows, order }) =>
      against(
        !scaled && !column.money && !isPoolSized(measure, figures, rows, order),
        () => `Its rows add up to too little or too much for the ${nameOf(measure)} of a pool.`,
      ),
  },
  {
    id: 'measure-form',
    judge: (measure, { scaled, figures, rows, order }) =>
      against(
        !scaled && !agreesWithForm(measure, figures, rows, order),
        () => `Most of its figures are not printed as the ${nameOf(measure)} is.`,
      ),
  },
  { id: 'measure-sums', judge: (measure, headed) => judgeSums(measure, headed) },
  {
    id: 'measure-whole',
    judge: (measure, headed) =>
      against(
        isShareOfNothing(measure, headed),
        () => 'Its header names no whole, and its rows do not come to a hundred, as shares of one do.',
      ),
  },
  {
    id: 'measure-counts',
    judge: (measure, headed) =>
      against(
        countsUnderShares(measure, headed),
        () =>
          'Its rows are whole numbers that do not come to a hundred, as shares do, or shares stand elsewhere.',
      ),
  },
  {
    id: 'measure-size',
    judge: (measure, { figures, rows, order }) =>
      against(
        !agreesWithSize(measure, figures, rows, order),
        () => `Most of its figures lie outside what the ${nameOf(measure)} can be.`,
      ),
  },
  {
    id: 'measure-fractions',
    judge: (measure, { figures, rows, order }) =>
      against(
        areFractions(measure, figures, rows, order),
        () => `Its figures are far too small for the ${nameOf(measure)}, unless they are fractions of one.`,
      ),
  },
]

/**
 * What tells that a column does not measure what its header says, by the signs, sums and sizes of its figures: header and
 * figures stand shifted then, and a wrong number that adds up is worse than none. One piece of evidence is enough.
 */
export function judgeMeasure(measure: Measure, headed: HeadedColumn): Verdict[] {
  for (const { id, judge } of measureEvidence) {
    const verdict = judge(measure, headed, [])
    if (verdict !== null) return [{ evidence: id, ...verdict }]
  }
  return []
}

/** The evidence that looks at nothing but the figures of the column. */
export const refutesByFigures: ReadonlySet<string> = new Set(measureEvidence.map(({ id }) => id))

type Finding = ReturnType<Evidence<Measure, HeadedColumn>['judge']>

function against(isContradicted: boolean, why: () => string): Finding {
  return isContradicted ? { says: 'contradicts', why: why() } : null
}

/** A measure in the middle of a sentence: "average balance per loan". */
function nameOf({ longName }: Measure): string {
  return /^[A-Z][a-z]/.test(longName) ? longName.charAt(0).toLowerCase() + longName.slice(1) : longName
}

/**
 * Can the column measure what its header says? `$` stands before money alone and `%` behind percents alone: where they
 * disagree, header and figures stand shifted, and a wrong number that adds up is worse than none.
 */
export function agreesWithSigns(measure: Measure, { money, percent }: GridColumn): boolean {
  return (!money || measure.unit === 'cents') && (!percent || measure.unit === 'percent')
}

/**
 * Dollars that no pool of mortgages comes down to: what sums to less are loans, or millions, under a balance's header.
 * Nor is a sum of dollars printed to a tenth of a cent, or a pool made of millions of loans.
 */
const SMALLEST_POOL = 10_000

function isPoolSized(measure: Measure, figures: Figures, rows: SplitRows, order: number): boolean {
  if (!measure.additive) return true
  const column = sumColumn(figures, rows, order)
  if (column === null || column.sum === 0) return true
  if (measure.largest !== undefined && column.sum > measure.largest * 10 ** column.decimals) return false
  if (measure.unit !== 'cents') return true
  return column.decimals !== 3 && column.sum >= SMALLEST_POOL * 10 ** column.decimals
}

/** Most figures are of the measure's unit, loans whole numbers: a misprint leaves the others, a column that has slid none. */
function agreesWithForm(measure: Measure, figures: Figures, rows: SplitRows, order: number): boolean {
  const printed = rows.body.flatMap(row => figures[row]?.[order] ?? [])
  const unlike = printed.filter(figure => figureInUnit(figure, measure.unit) === null)
  return unlike.length * 2 <= printed.length
}

/**
 * Whole numbers without `%` that add up to anything but a hundred are counts, whatever a shifted header says of shares. Those
 * that do are so where shares stand under a header of something else.
 *
 * > Balance      %          Term    Loans
 *   360         50  9,000,000.00    45.00
 *   240         50 11,000,000.00    55.00
 *              100 20,000,000.00   100.00
 */
function countsUnderShares(measure: Measure, headed: HeadedColumn): boolean {
  const { column, figures, rows, order } = headed
  if (!measure.additive || measure.unit !== 'percent' || column.percent) return false
  const sum = sumColumn(figures, rows, order)
  if (sum === null || sum.decimals > 0) return false
  return Math.abs(sum.sum - 100) <= sum.rows ? hasSharesElsewhere(headed) : !areMisprintedShares(sum)
}

/** Does a column whose header names no share add up to a hundred to some places? */
function hasSharesElsewhere({ grid, figures, rows, order }: HeadedColumn): boolean {
  return grid.columns.some(({ header }, other) => {
    if (other === order || matchMeasure(header)?.unit === 'percent') return false
    const sum = sumColumn(figures, rows, other)
    return sum !== null && sum.decimals > 0 && sum.total === hundredOf(sum) && addsUp(sum)
  })
}

/**
 * Are these shares all the same, though they add up to anything but a hundred? Then one of them is misprinted, and the
 * checks find it. What adds up to a total of its own is something else; what stands over a total of a hundred is a share.
 *
 * >  $24,000,000     54.00%     misprinted for 48.00
 *     26,000,000     52.00
 *    $50,000,000    100.00%
 */
function areMisprintedShares(sum: ColumnSum): boolean {
  return !addsUp(sum) && sum.total === hundredOf(sum)
}

/**
 * A percent whose header names no whole that it is of, and whose rows come to no hundred: a share of each row, or a ratio.
 *
 * > % California      12.40     of the row's loans
 *                     31.00
 *   Total             24.50
 */
function isShareOfNothing(measure: Measure, { column, figures, rows, order }: HeadedColumn): boolean {
  if (!measure.additive || measure.unit !== 'percent' || namesWhole(column.header)) return false
  const sum = sumColumn(figures, rows, order)
  if (sum === null || sum.total === hundredOf(sum)) return false
  return Math.abs(sum.sum - hundredOf(sum)) > sum.rows
}

/** A hundred in units of the column's last place. */
function hundredOf({ decimals }: ColumnSum): number {
  return 100 * (powerOfTen(decimals) ?? 1)
}

/** Most cells are figures: a column of bounds, `> 70.0`, says what others beside it are counted above. */
function isMadeOfFigures(grid: Grid, figures: Figures, order: number): boolean {
  let printed = 0
  let bounds = 0
  for (let row = 0; row < grid.rows.length; row++) {
    const cell = grid.rows[row]?.cells[order]
    if (!cell) continue
    printed++
    if (!figures[row]?.[order] && BOUND.test(cell.text)) bounds++
  }
  return bounds * 2 <= printed
}

const BOUND = /^[<>≤≥]/

/**
 * Can the column's sum be one of its measure? Shares of a pool add up to a hundred at most, give or take the rounding
 * of every row, and what adds up to 100.00 sharp is a share, whatever a shifted header says of balances or loans. Dollars
 * that add up are no average's.
 */
function judgeSums(measure: Measure, headed: HeadedColumn): Finding {
  const { figures, rows, order } = headed
  const column = sumColumn(figures, rows, order)
  if (column === null) return null
  const hundred = hundredOf(column)
  if (measure.shareOfRow && column.rows >= 2 && column.total === hundred && addsUp(column))
    return against(
      true,
      () => 'Its rows add up to a hundred: it splits these loans, and is no share of each row.',
    )
  if (!measure.additive)
    return against(
      (measure.unit === 'cents' || measure.unit === 'score') && column.rows >= 2 && addsUp(column),
      () => 'Its rows add up to their total, as averages do not.',
    )
  if (measure.unit === 'percent')
    return against(
      column.sum > hundred + column.rows && !areMisprintedShares(column),
      () => 'Its rows come to more than a hundred percent.',
    )
  return against(
    column.decimals > 0 && column.total === hundred && addsUp(column),
    () => 'Its rows add up to a hundred sharp, as shares do.',
  )
}

function sizeOf(figure: Figure | null | undefined): number | null {
  return figure ? figure.digits / 10 ** figure.decimals : null
}

/**
 * What averages and shares of loans can come to, in their unit, zero aside: it stands for rows that have none. Wide on
 * purpose, to tell one measure from another where a header has slid over its neighbour's figures.
 */
const PLAUSIBLE: Partial<Record<Unit, readonly [low: number, high: number]>> = {
  percent: [-20, 250],
  score: [200, 999],
  months: [-12, 720],
  ratio: [0, 50],
}

/**
 * Can the column's figures be averages or shares of its measure by their size? Fewer than half that cannot are misprinted,
 * and so is half of them beside a total that can; unless the column adds up, as averages do not.
 */
function agreesWithSize(measure: Measure, figures: Figures, rows: SplitRows, order: number): boolean {
  const bounds = measure.additive ? null : plausible(measure)
  if (bounds === null) return true
  const [low, high] = bounds
  const fits = (value: number) => value >= low && value <= high
  let printed = 0
  let beyond = 0
  for (const row of rows.body) {
    const figure = figures[row]?.[order]
    if (!figure || figure.digits === 0) continue
    printed++
    if (!fits(sizeOf(figure) ?? 0)) beyond++
  }
  if (beyond === 0) return true
  const total = rows.total === null ? null : sizeOf(figures[rows.total]?.[order])
  if (total !== null && !fits(total)) return false
  const sum = sumColumn(figures, rows, order)
  if (sum !== null && addsUp(sum)) return false
  return total === null ? beyond * 2 < printed : beyond * 2 <= printed
}

/**
 * Averages in percent that are of their usual size only a hundred times over, all of them.
 *
 * > W.A. LTV     0.80     W.A. Coupon     0.0650
 */
function areFractions(
  { unit, usual }: Measure,
  figures: Figures,
  { body }: SplitRows,
  order: number,
): boolean {
  if (unit !== 'percent' || usual === undefined) return false
  const sizes = body.flatMap(row => sizeOf(figures[row]?.[order]) || [])
  return (
    sizes.length > 0 &&
    sizes.every(size => size < usual[0] && size * 100 >= usual[0] && size * 100 <= usual[1])
  )
}

function plausible({ unit, largest: most }: Measure): readonly [low: number, high: number] | null {
  const bounds = PLAUSIBLE[unit]
  return bounds === undefined ? null : [bounds[0], most ?? bounds[1]]
}

/** May an average of the measure come to this, in its unit? As usual, where that is known; else as far as it can. */
export function canBe(measure: Measure, value: number): boolean {
  const bounds = measure.usual ?? plausible(measure)
  return bounds === null || (value >= bounds[0] && value <= bounds[1])
}
