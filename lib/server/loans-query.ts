import { type FilteredLoans, filterLoans } from '../tape/filter-loans.ts'
import { type LoanFilter, readLoanFilters } from '../tape/filters.ts'
import { columnsOf, type LoanColumns } from '../tape/loan-columns.ts'
import { findLoanKey, type LoanKey } from '../tape/loan-key.ts'
import type { Loans } from '../tape/loans.ts'
import { type LoanSort, sortLoans } from '../tape/sort-loans.ts'
import { usualKeysOf } from '../tape/usual-keys.ts'
import { findRepeated, onlyValue, sayRepeated } from './repeated-values.ts'

/** More columns than these are no table any more. */
const mostColumns = 60
/** Parameters of an address that filter nothing. */
const ofTheView = ['filing', 'columns', 'sort', 'page', 'limit', 'cursor']

/** What an address asks of the loans of a filing, with what of it is not understood, as sentences. */
type LoansAsked = {
  columns: LoanKey[]
  /** False where the address names the columns. */
  isUsual: boolean
  sort: LoanSort | null
  filters: LoanFilter[]
  problems: { parameter: string; problem: string }[]
}

/** The loans that are asked for: which they are, in their order, and what the filters leave open. */
export type AskedLoans = LoansAsked & {
  loans: Loans
  values: LoanColumns
  found: readonly number[]
  filtered: FilteredLoans
  balanceCents: number
}

type Problems = LoansAsked['problems']

function readColumns(query: URLSearchParams, loans: Loans, problems: Problems): LoanKey[] | null {
  const named = query.getAll('columns').flatMap(text => text.split(','))
  const names = [...new Set(named.map(name => name.trim()))].filter(name => name !== '')
  if (names.length === 0) return null
  const keys = names.flatMap(name => {
    const key = findLoanKey(loans, name)
    if (key === null) problems.push({ parameter: 'columns', problem: `There is no column “${name}”.` })
    return key ?? []
  })
  if (keys.length > mostColumns)
    problems.push({ parameter: 'columns', problem: `The first ${mostColumns} columns are shown.` })
  return keys.length > 0 ? keys.slice(0, mostColumns) : null
}

function readSort(query: URLSearchParams, loans: Loans, problems: Problems): LoanSort | null {
  const typed = onlyValue(query, 'sort')?.trim()
  if (!typed) return null
  const descending = typed.startsWith('-')
  const by = findLoanKey(loans, descending ? typed.slice(1) : typed)
  if (by === null) problems.push({ parameter: 'sort', problem: `Loans cannot be sorted by “${typed}”.` })
  return by && { by, descending }
}

/** Read what an address asks of loans: `columns=state,current-balance&sort=-current-balance&state=TX`. */
function readLoansQuery(query: URLSearchParams, loans: Loans): LoansAsked {
  const problems: Problems = findRepeated(query, ['sort', 'page', 'limit', 'cursor']).map(repeated => ({
    parameter: repeated.name,
    problem: sayRepeated(repeated),
  }))
  const columns = readColumns(query, loans, problems)
  const sort = readSort(query, loans, problems)
  const read = readLoanFilters(query, columnsOf(loans), name => ofTheView.includes(name))
  return {
    columns: columns ?? usualKeysOf(loans),
    isUsual: columns === null,
    sort,
    filters: read.filters,
    problems: [...problems, ...read.problems.map(({ parameter, problem }) => ({ parameter, problem }))],
  }
}

/** The loans of a filing that an address asks for. */
export function askLoans(query: URLSearchParams, loans: Loans): AskedLoans {
  const asked = readLoansQuery(query, loans)
  const values = columnsOf(loans)
  const filtered = filterLoans(values, asked.filters)
  const balanceCents = filtered.loans.reduce((sum, loan) => sum + (values.balances[loan] ?? 0), 0)
  return {
    ...asked,
    loans,
    values,
    filtered,
    balanceCents,
    found: sortLoans(values, filtered.loans, asked.sort),
  }
}

/** What of an address narrows and orders the loans, for addresses that lead on; others take its place. */
export function keptQuery(
  query: URLSearchParams,
  changed: Record<string, string | null> = {},
): [string, string][] {
  const left = [...query].filter(
    ([name, value]) =>
      value.trim() !== '' && !['filing', 'page', 'limit', 'cursor'].includes(name) && !(name in changed),
  )
  const more = Object.entries(changed).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  )
  return [...left, ...more]
}
