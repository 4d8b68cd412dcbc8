import { addAll } from '../../add-all.ts'
import { findDimension } from '../../dimensions/index.ts'
import type { End, Span } from '../../distributions/distribution.ts'
import { findGrid, spansOf } from '../../distributions/row-spans.ts'
import type { Bucket, Stratification } from '../../report.ts'
import { type Cut, type LoanValues, Several } from '../cut.ts'
import { TELLS_NONE } from '../possible-values.ts'

/** The loans of each printed row, and of those that stand in none. */
type LoansInRows = {
  /** By the order of the rows; null of a row of which it cannot be told which loans it holds. */
  rows: (LoanValues[] | null)[]
  /** Loans whose value no row takes in. */
  astray: LoanValues[]
  /** Loans that do not tell it, where no row is for such. */
  untold: LoanValues[]
  /** Loans that are several things at once. */
  several: LoanValues[]
}

const foldName = (name: string) =>
  name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const isAbove = (value: number, low: End) =>
  low === null || value > low.value || (low.included && value === low.value)
const isBelow = (value: number, high: End) =>
  high === null || value < high.value || (high.included && value === high.value)

const holds = ({ low, high }: Span, value: number) => isAbove(value, low) && isBelow(value, high)

/** The rows by what they hold: figures, or names by their code or label. */
type RowFinder = (value: number | string) => number

function findByFigure(table: Stratification): RowFinder {
  const dimension = findDimension(table.dimension)
  if (dimension === null) return () => -1
  const grid = findGrid(table.buckets, dimension.unit)
  const spans = spansOf(table.buckets, dimension, grid)
  const rowOf = (value: number) => spans.findIndex(span => span !== null && holds(span, value))
  return value => {
    const figure = Number(value)
    const row = rowOf(figure)
    // Rows that leave a unit of their last place between them are printed of figures rounded to it.
    return row >= 0 || grid === 0 ? row : rowOf(Number((Math.round(figure / grid) * grid).toPrecision(12)))
  }
}

function findByName({ buckets }: Stratification): RowFinder {
  const byName = new Map<string, number>()
  for (const [row, { code, label }] of buckets.entries())
    if (code !== 'other') byName.set(foldName(code ?? label), row)
  return value => byName.get(foldName(String(value))) ?? -1
}

const isResidual = ({ code }: Bucket) => code === 'other'
const isWithout = ({ code, range, label }: Bucket) =>
  range === null && code !== 'other' && TELLS_NONE.test(label.trim())

/**
 * Which loans stand in which printed row: by the row's own range or name, whatever rows the tape itself would be sorted into.
 * A name that no loan has tells nothing of what the row holds, for the filing may call it otherwise; a row of all others holds what
 * no other row does, where all of these can be told.
 */
export function findLoansInRows(table: Stratification, cut: Cut, loans: readonly LoanValues[]): LoansInRows {
  const { buckets } = table
  const byFigure = buckets.some(({ range }) => range !== null)
  const rowOf = byFigure ? findByFigure(table) : findByName(table)
  const rows: LoanValues[][] = buckets.map(() => [])
  const found: Omit<LoansInRows, 'rows'> = { astray: [], untold: [], several: [] }
  for (const loan of loans) {
    const value = cut.of(loan)
    if (value instanceof Several) found.several.push(loan)
    else if (value === null) found.untold.push(loan)
    else (rows[rowOf(value)] ?? found.astray).push(loan)
  }
  const isUnknown = (row: number) => !byFigure && rows[row]?.length === 0
  const residual = buckets.findIndex(isResidual)
  const without = buckets.findIndex(isWithout)
  if (without >= 0) addAll(rows[without] ?? [], found.untold.splice(0))
  const isSpecial = (row: number) => row === residual || row === without
  const areOthersKnown = buckets.every((_, row) => isSpecial(row) || !isUnknown(row))
  if (residual >= 0 && areOthersKnown)
    addAll(addAll(rows[residual] ?? [], found.astray.splice(0)), found.untold.splice(0))
  return {
    ...found,
    rows: rows.map((own, row) => {
      if (row === residual) return areOthersKnown ? own : null
      return isUnknown(row) && !isSpecial(row) ? null : own
    }),
  }
}
