import { readStateCode } from '../dimensions/index.ts'
import {
  type Comparison,
  comparisons,
  noComparisonSays,
  noFigureSays,
  noTwoFiguresSays,
  readEdge,
  readTwoEdges,
} from '../distributions/index.ts'
import { Several } from './cut.ts'
import type { LoanColumns } from './loan-columns.ts'
import { findLoanKey, type LoanKey } from './loan-key.ts'
import { printNames, readNames } from './read-names.ts'

/** One end of what a filter lets through: in the key's unit, of dates as `YYYY-MM-DD`; null is open. */
export type LoanLimit = { value: number | string; included: boolean } | null

/**
 * What loans are asked for by one key: to be of some names, of none of them, or, having several, of these and others (`partly`); to lie within limits, to tell it at all (`has`) or
 * not (`lacks`), or to be several of it (`several`). `typed` is what an address has behind the equals sign.
 */
export type LoanFilter = { by: LoanKey; typed: string } & (
  | { is: 'among' | 'not' | 'partly'; names: readonly string[] }
  | { is: 'has' | 'lacks' | 'several' }
  | { is: Comparison; low: LoanLimit; high: LoanLimit }
)

/** What of a filter is not understood: its parameter, and why, as a sentence. */
export type LoanFilterProblem = { parameter: string; typed: string; problem: string }

export type ReadLoanFilters = { filters: LoanFilter[]; problems: LoanFilterProblem[] }

/** More filters than these are of no person's making. */
const mostFilters = 24

/**
 * The filters of an address over the loans of an exhibit. Of one key all must hold, but of names under one parameter any.
 * Parameters in `others` are left to whoever asks; any other that names nothing is told, for to leave it out would show other loans
 * than were asked for.
 *
 * > state=TX,CA     state__not=FL     credit-score__lt=620     original-ltv__between=70,80     has=credit-score     lacks=state
 * > several=state   state__partly=TX   originatorName=Bank of Examples, N.A.     originationDate__gte=2020-01-01
 */
export function readLoanFilters(
  parameters: Iterable<readonly [string, string]>,
  columns: LoanColumns,
  others: (parameter: string) => boolean = () => false,
): ReadLoanFilters {
  const read: ReadLoanFilters = { filters: [], problems: [] }
  for (const [parameter, typed] of parameters) {
    if (others(parameter) || typed.trim() === '') continue
    const one = readLoanFilter(parameter, typed.trim(), columns)
    if ('problem' in one) read.problems.push({ parameter, typed, problem: one.problem })
    else read.filters.push(one)
  }
  const filters = joinNames(read.filters)
  const [first, ...more] = filters.splice(mostFilters)
  if (first === undefined) return { ...read, filters }
  const problem = `There are more than ${mostFilters} filters; ${more.length + 1} are left out.`
  return {
    filters,
    problems: [...read.problems, { parameter: parameterOfLoans(first), typed: first.typed, problem }],
  }
}

/** The name of a filter's parameter. */
export function parameterOfLoans({ by, is }: LoanFilter): string {
  if (is === 'has' || is === 'lacks' || is === 'several') return is
  return is === 'among' ? by.key : `${by.key}__${is}`
}

/** A filter as the parameters of an address that read back as the same. */
export function printLoanFilter(
  filter: LoanFilter,
  columns: LoanColumns,
): [parameter: string, value: string][] {
  const parameter = parameterOfLoans(filter)
  if (!('names' in filter)) return [[parameter, filter.typed]]
  const { by, names } = filter
  return printNames(names, namesBy(by, columns), readOther(by)).map(value => [parameter, value])
}

/** States are also told by their names, and fields by what the exhibit writes and pages say. */
function readOther({ cut, aliases }: LoanKey): ((name: string) => string | null) | null {
  if (cut?.dimension === 'state') return readStateCode
  return aliases ? name => aliases[name.toLowerCase()] ?? null : null
}

/** A filter from its parameter, or why there is none. */
export function readLoanFilter(
  parameter: string,
  typed: string,
  columns: LoanColumns,
): LoanFilter | { problem: string } {
  const { loans } = columns
  const bare = (['has', 'lacks', 'several'] as const).find(name => name === parameter)
  const at = parameter.lastIndexOf('__')
  const name = bare ? typed : at < 0 ? parameter : parameter.slice(0, at)
  const by = findLoanKey(loans, name)
  if (by === null) return { problem: `“${name}” is nothing that these loans are sorted by, nor a field.` }
  if (bare) return { by, typed: by.key, is: bare }
  const named = at < 0 ? '' : parameter.slice(at + 2)
  const isWords = by.unit === 'text'
  const ofNames = named === '' ? 'among' : named === 'not' || named === 'partly' ? named : null
  if (ofNames !== null) {
    if (isWords) return readAmong(by, ofNames, typed, columns)
    if (ofNames !== 'among')
      return { problem: `${by.name} is a figure: compare it with ${comparisons.join(', ')}.` }
    return readLimits(by, 'eq', typed)
  }
  const is = comparisons.find(comparison => comparison === named)
  if (is === undefined) return { problem: noComparisonSays(named) }
  if (isWords) return { problem: `${by.name} is told in words, which nothing lies below or above of.` }
  return readLimits(by, is, typed)
}

function readAmong(
  by: LoanKey,
  is: 'among' | 'not' | 'partly',
  typed: string,
  columns: LoanColumns,
): LoanFilter | { problem: string } {
  const read = readNames(typed, namesBy(by, columns), readOther(by))
  if ('unknown' in read)
    return {
      problem: `No loan has “${read.unknown}” as its ${by.name.toLowerCase()}.${saySome(by, columns)}`,
    }
  return { by, typed, is, names: read.names }
}

/** The names that loans have, most balance first, and those that the field's list has besides. */
export function namesBy(by: LoanKey, columns: LoanColumns): string[] {
  const sums = new Map<string, number>()
  for (const [loan, value] of columns.valuesBy(by).entries()) {
    const names = typeof value === 'string' ? [value] : value instanceof Several ? value.names : []
    for (const name of names) sums.set(name, (sums.get(name) ?? 0) + (columns.balances[loan] ?? 0))
  }
  const told = [...sums].sort((one, other) => other[1] - one[1]).map(([name]) => name)
  return [...told, ...by.words.filter(word => !sums.has(word))]
}

const fewNames = 8

function saySome(by: LoanKey, columns: LoanColumns): string {
  const names = namesBy(by, columns)
  const [some, left] = [names.slice(0, fewNames).join('; '), names.length - fewNames]
  if (some === '') return ''
  return left > 0
    ? ` They have ${some}; and ${left} ${left === 1 ? 'other' : 'others'}.`
    : ` They have ${some}.`
}

function readLimits(by: LoanKey, is: Comparison, typed: string): LoanFilter | { problem: string } {
  if (by.unit === 'date') return readDates(by, is, typed)
  if (is === 'between') {
    const ends = readTwoEdges(typed, by.unit)
    return ends === null
      ? { problem: noTwoFiguresSays(typed) }
      : { by, typed, is, low: within(ends[0]), high: within(ends[1]) }
  }
  const value = readEdge(typed, by.unit)
  return value === null ? { problem: noFigureSays(typed, by.unit) } : limitedBy(by, is, typed, value)
}

const within = (value: number | string) => ({ value, included: true })

function limitedBy(
  by: LoanKey,
  is: Exclude<Comparison, 'between'>,
  typed: string,
  value: number | string,
): LoanFilter {
  const limit = { value, included: is !== 'gt' && is !== 'lt' }
  const low = is === 'lt' || is === 'lte' ? null : limit
  return { by, typed, is, low, high: is === 'gt' || is === 'gte' ? null : limit }
}

function readDates(by: LoanKey, is: Comparison, typed: string): LoanFilter | { problem: string } {
  const parts = typed.split(/[,;]/).map(part => part.trim())
  const isEnd = (order: number) => (is === 'between' ? order === 1 : is === 'lte' || is === 'gt')
  const isBegin = (order: number) => (is === 'between' ? order === 0 : is === 'gte' || is === 'lt')
  const read = parts.map((part, order) => {
    const edge = isEnd(order) ? 'last' : isBegin(order) ? 'first' : null
    return readDate(by.isMonth ? monthOfEdge(part, edge) : part, by)
  })
  const [first = null, second = null] = read
  if (is === 'between')
    return first !== null && second !== null && read.length === 2 && first <= second
      ? { by, typed, is, low: within(first), high: within(second) }
      : { problem: `“${typed}” is not two dates, the earlier first, with a comma between them.` }
  if (first !== null && read.length === 1) return limitedBy(by, is, typed, first)
  return { problem: `“${typed}” is no date: type one as ${by.isMonth ? '2024-01' : '2024-01-31'}.` }
}

/** A month by the day that it begins or ends with, where that parts the same loans as the day does: any other day would part a month. */
function monthOfEdge(typed: string, edge: 'first' | 'last' | null): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? []
  if (edge === null || day === '') return typed
  const last = String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
  return day === (edge === 'first' ? '01' : last) ? `${year}-${month}` : typed
}

/** > 2024-01-31     2024-01     2024: a year or a month stands for all of its days */
function readDate(typed: string, { isMonth }: LoanKey): string | null {
  const pattern = isMonth ? /^\d{4}(?:-\d\d)?$/ : /^\d{4}(?:-\d\d(?:-\d\d)?)?$/
  return pattern.test(typed) ? typed : null
}

/** Several parameters of one key with names are one filter: any of the names will do, and none of those ruled out. */
export function joinNames(filters: readonly LoanFilter[]): LoanFilter[] {
  const joined = new Map<string, LoanFilter>()
  for (const [order, filter] of filters.entries()) {
    const isNames = 'names' in filter
    const key = isNames ? `${filter.by.key} ${filter.is}` : String(order)
    const known = joined.get(key)
    if (isNames && known && 'names' in known)
      joined.set(key, { ...known, names: [...new Set([...known.names, ...filter.names])] })
    else joined.set(key, filter)
  }
  return [...joined.values()]
}
