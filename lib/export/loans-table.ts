import { type LoanValue, Several } from '../tape/cut.ts'
import type { LoanColumns } from '../tape/loan-columns.ts'
import type { LoanKey } from '../tape/loan-key.ts'
import { nameLoan } from '../tape/loan-number.ts'
import type { Loans } from '../tape/loans.ts'
import { saySeveral } from '../tape/say-value.ts'
import { type Cell, withUnit } from './export-table.ts'
import type { ParquetColumn } from './parquet/write-parquet.ts'

/** Some loans and what of each is to be written. */
type LoansToExport = {
  loans: Loans
  values: LoanColumns
  columns: readonly LoanKey[]
  /** By their order among all, in the order in which they are to be written. */
  found: readonly number[]
}

/** Loans are written in pieces of so many, and others are answered in between. */
const loansAtOnce = 2000

/** What a loan has by a key, as it is written: money in dollars, states by their codes, several things in words. */
function writtenOf(value: LoanValue, by: LoanKey): string | number | null {
  if (value instanceof Several) return saySeveral(by)
  return typeof value === 'number' && by.unit === 'cents' ? value / 100 : value
}

function cellOf(value: string | number | null, { unit }: LoanKey): Cell {
  if (value === null) return null
  if (typeof value === 'number') return { figure: value, decimals: unit === 'cents' ? 2 : null }
  return unit === 'date' && value.length === 'YYYY-MM-DD'.length ? { day: value } : { text: value }
}

/** The headers of columns: the number of the loan first, the line on which it begins last. */
export function loansHeaders(columns: readonly LoanKey[]): string[] {
  return ['Loan', ...columns.map(({ title, unit }) => withUnit(title, unit)), 'Line']
}

/** Loans as rows of cells, a piece after another. */
export function* loansRows({ loans, values, columns, found }: LoansToExport): Generator<Cell[][]> {
  const lists = columns.map(by => values.valuesBy(by))
  for (let from = 0; from < found.length; from += loansAtOnce)
    yield found.slice(from, from + loansAtOnce).map(loan => {
      const { number, line } = nameLoan(loans, loan)
      const own = columns.map((by, order) => cellOf(writtenOf(lists[order]?.[loan] ?? null, by), by))
      return [number === null ? null : { text: number }, ...own, { figure: line, decimals: 0 }]
    })
}

/** > Original loan amount (USD) → original_loan_amount_usd */
function columnName({ name, unit }: LoanKey): string {
  const words = withUnit(name, unit === 'percent' ? null : unit)
  return `${words}${unit === 'percent' ? ' pct' : ''}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

function parquetType({ unit, isMonth }: LoanKey): ParquetColumn<number>['type'] {
  if (unit === 'date') return isMonth ? 'text' : 'day'
  return unit === 'text' ? 'text' : 'number'
}

/**
 * The columns of a Parquet file of loans, each asked for by the order of a loan; names that come again have a number. No word stands
 * among numbers and dates, so where loans have several of these a column beside them says which.
 */
export function loansParquet({ loans, values, columns }: LoansToExport): ParquetColumn<number>[] {
  const names = new Set(['loan', 'line'])
  const named = (wanted: string) => {
    let name = wanted
    for (let again = 2; names.has(name); again++) name = `${wanted}_${again}`
    names.add(name)
    return name
  }
  const own = columns.flatMap((by): ParquetColumn<number>[] => {
    const all = values.valuesBy(by)
    const [name, type] = [named(columnName(by)), parquetType(by)]
    if (type === 'text') return [{ name, type, of: loan => writtenOf(all[loan] ?? null, by) }]
    const isSeveral = (loan: number) => all[loan] instanceof Several
    const column: ParquetColumn<number> = {
      name,
      type,
      of: loan => (isSeveral(loan) ? null : writtenOf(all[loan] ?? null, by)),
    }
    return all.some(value => value instanceof Several)
      ? [column, { name: named(`${name}_several`), type: 'truth', of: isSeveral }]
      : [column]
  })
  return [
    { name: 'loan', type: 'text', of: loan => nameLoan(loans, loan).number },
    ...own,
    { name: 'line', type: 'count', of: loan => nameLoan(loans, loan).line },
  ]
}
