import { addAll } from '../add-all.ts'
import { readEdges } from '../distributions/index.ts'
import { balancesOf } from './balances.ts'
import { joinNames, type LoanFilter, type LoanFilterProblem, readLoanFilters } from './filters.ts'
import type { LoanColumns } from './loan-columns.ts'
import { dimensionKeys, findLoanKey, type LoanKey } from './loan-key.ts'
import { readTypedFilters } from './typed-filters.ts'

/** What stands in the cells of a secondary split, but for averages, which are asked for by their key. */
const cellAmounts = ['balance', 'share', 'loans'] as const
type CellAmount = (typeof cellAmounts)[number]

/** What is asked of loans: which, sorted at which edges, with which averages, and one dimension within another. */
export type SliceAsked = {
  filters: LoanFilter[]
  /** By dimension, rising, in its unit. */
  edges: ReadonlyMap<string, readonly number[]>
  /** Figures that are averaged besides those of every table. */
  averages: LoanKey[]
  within: { rows: LoanKey; columns: LoanKey; cells: CellAmount | LoanKey } | null
  problems: LoanFilterProblem[]
}

const edgesPrefix = 'edges.'
/** What the address of a slice has that is no filter. */
const own = new Set([
  'balance',
  'table',
  'average',
  'rows',
  'columns',
  'cells',
  'add',
  'by',
  'is',
  'value',
  'filing',
  'as',
])
const isOwn = (parameter: string) => own.has(parameter) || parameter.startsWith(edgesPrefix)

const mostEdges = 60
const mostAverages = 8

/**
 * What an address asks of loans.
 *
 * > state=TX&debt-service-coverage__lt=1.5&edges.current-ltv=50,60,70&average=occupancy-rate&rows=state&columns=current-ltv&cells=share
 */
export function readSlice(query: URLSearchParams, columns: LoanColumns): SliceAsked {
  const { filters, problems } = readLoanFilters([...query, ...builtFilter(query)], columns, isOwn)
  const asked: SliceAsked = { filters, edges: new Map(), averages: [], within: null, problems }
  for (const typed of query.getAll('add')) readAdded(typed, columns, asked)
  // A loan has one state: who asks for Texas, and then for California, asks for either.
  asked.filters = joinNames(asked.filters)
  asked.edges = readAllEdges(query, columns, problems)
  for (const typed of query.getAll('average')) readAverages(typed, columns, asked)
  asked.within = readWithin(query, columns, problems)
  return asked
}

/** The filter that a form has in three fields. */
function builtFilter(query: URLSearchParams): [string, string][] {
  const [by = '', is = '', value = ''] = ['by', 'is', 'value'].map(name => query.get(name)?.trim() ?? '')
  if (by === '') return []
  if (is === 'has' || is === 'lacks' || is === 'several') return [[is, by]]
  if (value === '') return []
  return [[is === '' || is === 'among' ? by : `${by}__${is}`, value]]
}

function readAdded(typed: string, columns: LoanColumns, asked: SliceAsked): void {
  if (typed.trim() === '') return
  const read = readTypedFilters(typed, columns)
  addAll(asked.filters, read.filters)
  addAll(
    asked.problems,
    read.problems.map(one => ({ parameter: 'add', ...one })),
  )
}

function readAllEdges(
  query: URLSearchParams,
  { loans }: LoanColumns,
  problems: LoanFilterProblem[],
): Map<string, readonly number[]> {
  const all = new Map<string, readonly number[]>()
  for (const [parameter, typed] of query) {
    if (!parameter.startsWith(edgesPrefix) || typed.trim() === '') continue
    const dimension = parameter.slice(edgesPrefix.length)
    const key = dimensionKeys(loans).find(one => one.key === dimension)
    const edges = key && key.unit !== 'text' ? readEdges(typed, key.unit) : null
    if (key === undefined || key.unit === 'text')
      problems.push({ parameter, typed, problem: `“${dimension}” has no edges in these loans.` })
    else if (edges === null || edges.length === 0)
      problems.push({
        parameter,
        typed,
        problem: `“${typed}” are no edges. Type figures with commas between them.`,
      })
    else if (edges.length > mostEdges)
      problems.push({
        parameter,
        typed,
        problem: `These are ${edges.length} edges; at most ${mostEdges} are shown.`,
      })
    else
      all.set(
        dimension,
        [...new Set(edges)].sort((one, other) => one - other),
      )
  }
  return all
}

const isFigure = ({ unit }: LoanKey) => unit !== 'text' && unit !== 'date'

function readAverages(typed: string, { loans }: LoanColumns, { averages, problems }: SliceAsked): void {
  for (const name of typed.split(',').filter(one => one.trim() !== '')) {
    const key = findLoanKey(loans, name)
    if (key === null || !isFigure(key))
      problems.push({ parameter: 'average', typed, problem: `“${name.trim()}” is no figure of these loans.` })
    else if (averages.length < mostAverages && !averages.some(one => one.key === key.key)) averages.push(key)
  }
}

function readWithin(
  query: URLSearchParams,
  columns: LoanColumns,
  problems: LoanFilterProblem[],
): SliceAsked['within'] {
  const keys = dimensionKeys(columns.loans)
  const read = (parameter: 'rows' | 'columns') => {
    const typed = query.get(parameter)?.trim() ?? ''
    const key = keys.find(one => one.key === typed)
    if (typed !== '' && key === undefined)
      problems.push({ parameter, typed, problem: `These loans are not sorted by “${typed}”.` })
    return key
  }
  const [rows, within] = [read('rows'), read('columns')]
  const cells = readCells(query.get('cells')?.trim() ?? '', columns, problems)
  if (!rows || !within) return null
  if (rows.key === within.key) {
    problems.push({ parameter: 'columns', typed: within.key, problem: 'Choose two different ways to sort.' })
    return null
  }
  return { rows, columns: within, cells }
}

function readCells(
  typed: string,
  { loans }: LoanColumns,
  problems: LoanFilterProblem[],
): CellAmount | LoanKey {
  const amount = cellAmounts.find(one => one === typed)
  if (amount || typed === '') return amount ?? 'balance'
  const key = findLoanKey(loans, typed)
  if (key && isFigure(key)) return key
  problems.push({ parameter: 'cells', typed, problem: `“${typed}” is nothing that cells can show.` })
  return 'balance'
}

/** The balance that an address has loans count with, or why there is none; null where it chooses none. */
export function readBalance(
  query: URLSearchParams,
  { loans: { kind, from } }: LoanColumns,
): { field: string } | { problem: LoanFilterProblem } | null {
  const typed = query.get('balance')?.trim() ?? ''
  if (typed === '') return null
  const given = balancesOf(kind).filter(({ field }) => from.assets.holds(field))
  const found = given.find(({ field }) => field.toLowerCase() === typed.toLowerCase())
  if (found) return { field: found.field }
  const list = given.map(({ field }) => field).join(', ')
  const problem = `“${typed}” is no balance that this exhibit gives: one of ${list}.`
  return { problem: { parameter: 'balance', typed, problem } }
}
