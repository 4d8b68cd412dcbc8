import { findMeasure } from '../../measures/index.ts'
import type { Stratification } from '../../report.ts'
import { bookFigure } from './figures.ts'
import { averageOf, type Live, type Run, runAt, type Spot, spotAt, sumOf } from './live.ts'
import type { FiguresColumn } from './table-columns.ts'

/** Rows above the buckets of a sheet: title, what it is of, what it says, headings. */
export const headRows = 4

/** Where the figures that a filing prints in a table stand on its sheet, for formulas to name. */
export type TableGrid = {
  table: Stratification
  filed: FiguresColumn[]
  /** The column after the last filed one. */
  nextColumn: number
  /** The rows of the total as printed and of that of the rows; without a printed one they are the same. */
  totalRow: number
  sumRow: number
  columnOf: (measure: string) => number
  run: (measure: string) => Run | null
  spot: (row: number, measure: string) => Spot | null
  /** As the total row prints it. */
  printedTotal: (measure: string) => Spot | null
  /** What the rows come to: their sum, their average, or what all balances and loans give. */
  sum: (measure: string) => Live | null
  /** As printed, else of the rows. */
  whole: (measure: string) => Spot | null
}

/** Lay the filed figures out: columns of words first, then `filed`. */
export function tableGrid(table: Stratification, words: number, filed: FiguresColumn[]): TableGrid {
  const { buckets, total } = table
  const totalRow = headRows + buckets.length
  const sumRow = totalRow + (total ? 1 : 0)
  const columns = new Map(filed.map(({ measure }, order) => [measure, words + order]))
  const columnOf = (measure: string) => columns.get(measure) ?? -1
  const runs = new Map(filed.map(column => [column.measure, runOf(column, columnOf(column.measure), table)]))
  const run = (measure: string) => runs.get(measure) ?? null
  const sum = (measure: string) => totalOf(measure, run)
  const units = new Map(filed.map(({ measure, unit }) => [measure, unit]))
  const printedTotal = (measure: string) => {
    const value = total?.values[measure]
    if (value == null || !columns.has(measure)) return null
    return spotAt(totalRow, columnOf(measure), bookFigure(value, units.get(measure) ?? null))
  }
  return {
    table,
    filed,
    nextColumn: words + filed.length,
    totalRow,
    sumRow,
    columnOf,
    run,
    sum,
    printedTotal,
    spot: (row, measure) => {
      const value = run(measure)?.values[row] ?? null
      return value === null ? null : spotAt(headRows + row, columnOf(measure), value)
    },
    whole: measure => {
      const live = sum(measure)
      return printedTotal(measure) ?? (live && spotAt(sumRow, columnOf(measure), live.value))
    },
  }
}

function runOf({ figureOf, unit }: FiguresColumn, column: number, { buckets }: Stratification): Run {
  const values = buckets.map(bucket => {
    const value = figureOf(bucket)
    return value === null ? null : bookFigure(value, unit)
  })
  return runAt(headRows, column, values)
}

type Runs = (measure: string) => Run | null

function totalOf(measure: string, run: Runs): Live | null {
  const own = run(measure)
  const balances = run('balanceCents')
  if (own === null) return null
  if (measure === 'value') return balances && averageOf(own, balances)
  const known = findMeasure(measure)
  if (known === null) return null
  if (known.additive) return sumOf(own)
  if (known.averageOf !== undefined) return perLoan(known.averageOf, run)
  return balances && averageOf(own, balances, !known.canBeNought)
}

/** > SUM(C5:C16)/SUM(B5:B16), null where either is not printed. */
export function perLoan(amount: string, run: Runs): Live | null {
  const [whole, loans] = [amount, 'loanCount'].map(measure => {
    const own = run(measure)
    return own && sumOf(own)
  })
  if (!whole || !loans || loans.value === 0) return null
  return { formula: `${whole.formula}/${loans.formula}`, value: whole.value / loans.value }
}
