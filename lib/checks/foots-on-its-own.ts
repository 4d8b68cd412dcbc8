import type { Column, Stratification } from '../report.ts'
import { addPrinted, halfUnit, printedFigures } from './printed-precision.ts'

const sums = ['loanCount', 'balanceCents']

/**
 * Do the rows of every column of loans and balances add up to the table's own total?
 *
 * A slip of a digit, or a row that was lost, shows here. Where all columns foot and the total still differs from that of
 * another table, the two are of different loans: a part of the pool, another scenario, loans that have the figure.
 */
export function footsOnItsOwn(table: Stratification): boolean {
  const columns = table.columns.filter(({ measure }) => measure !== null && sums.includes(measure))
  return columns.length > 0 && columns.every(column => foots(table, column))
}

/** Do the rows of a column of loans or balances, all of them printed, come to another total than the table's own? */
export function contradictsItsTotal(table: Stratification): boolean {
  return table.columns.some(column => {
    const measure = column.measure ?? ''
    const isWhole = sums.includes(measure) && printedFigures(table, measure).length === table.buckets.length
    return (
      isWhole && table.buckets.length > 1 && table.total?.values[measure] != null && !foots(table, column)
    )
  })
}

function foots(table: Stratification, column: Column): boolean {
  const measure = column.measure ?? ''
  const total = table.total?.values[measure]
  const printed = printedFigures(table, measure)
  if (total == null || printed.length < 2 || printed.length < table.buckets.length) return false
  return Math.abs(addPrinted(printed, 0) - total) <= (printed.length + 1) * halfUnit(column)
}
