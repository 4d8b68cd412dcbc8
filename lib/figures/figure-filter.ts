import {
  type Comparison,
  comparisons,
  noComparisonSays,
  noFigureSays,
  noTwoFiguresSays,
  readEdge,
  readTwoEdges,
} from '../distributions/index.ts'
import type { Unit } from '../report.ts'
import { type DealFigure, unitOfFigure } from './deal-figure.ts'
import { figureKey, readFigureKey } from './figure-key.ts'

/** One end of what a filter lets through, in the figure's unit; null is open. */
export type Limit = { value: number; included: boolean } | null

/**
 * What deals are asked for: that a figure lies within limits, or with `has` that it is reported at all. `typed` is the value as
 * the address has it.
 */
export type FigureFilter = {
  figure: DealFigure
  is: Comparison | 'has'
  typed: string
  low: Limit
  high: Limit
}

/** What of a filter is not understood: its parameter, and why, as a sentence. */
export type FilterProblem = { parameter: string; problem: string }

export type ReadFilters = { filters: FigureFilter[]; problems: FilterProblem[] }

/** More filters than these are of no person's making. */
const mostFilters = 12

/**
 * The figure filters of an address; other parameters are left to others.
 *
 * > waltv__gte=70     state.CA__gt=50     original-ltv.above.80__between=10,20     balance__lte=225m     has=credit-score
 */
export function readFigureFilters(parameters: Iterable<readonly [string, string]>): ReadFilters {
  const read: ReadFilters = { filters: [], problems: [] }
  for (const [parameter, typed] of parameters) {
    const one = readParameter(parameter, typed)
    if (one === null) continue
    if ('problem' in one) read.problems.push({ parameter, problem: one.problem })
    else read.filters.push(one)
  }
  if (read.filters.length <= mostFilters) return read
  const parameter = parameterOf(read.filters[mostFilters] ?? read.filters[0])
  const problem = `There are more than ${mostFilters} figures asked for.`
  return { filters: read.filters.slice(0, mostFilters), problems: [...read.problems, { parameter, problem }] }
}

function readParameter(parameter: string, typed: string): FigureFilter | { problem: string } | null {
  const isHas = parameter === 'has'
  const at = parameter.lastIndexOf('__')
  if (!isHas && at < 0) return readWithoutComparison(parameter)
  const figure = readFigureKey(isHas ? typed : parameter.slice(0, at))
  if ('problem' in figure) return figure
  if (isHas) return { figure, is: 'has', typed: '', low: null, high: null }
  const named = parameter.slice(at + 2)
  const is = comparisons.find(comparison => comparison === named)
  if (is === undefined) return { problem: noComparisonSays(named) }
  return readFigureFilter(figure, is, typed)
}

/** What stands behind a figure where its comparison should: > waltv_gte=70     waltv=70     waltv>=70 */
const mistakenComparison = new RegExp(`(?:[_.]?(?:${comparisons.join('|')})|[<>!=]+)$`, 'i')

/** A figure that is asked for without a comparison would be passed over, and the answer taken for one about it. */
function readWithoutComparison(parameter: string): { problem: string } | null {
  const key = parameter.replace(mistakenComparison, '')
  if ('problem' in readFigureKey(key)) return null
  return { problem: `Say how ${key} is compared, with two underscores before it, as ${key}__gte=….` }
}

/** A filter from its parts, or why there is none. */
function readFigureFilter(
  figure: DealFigure,
  is: Comparison,
  typed: string,
): FigureFilter | { problem: string } {
  const unit = unitOfFigure(figure)
  const filter = { figure, is, typed: typed.trim() }
  if (is === 'between') {
    const ends = readTwoEdges(typed, unit)
    return ends === null
      ? { problem: noTwoFiguresSays(typed) }
      : (outsideOf(figure, ends) ?? { ...filter, low: within(ends[0]), high: within(ends[1]) })
  }
  const value = readEdge(typed, unit)
  if (value === null) return { problem: noFigureSays(typed, unit) }
  const outside = outsideOf(figure, [value])
  if (outside !== null) return outside
  const isIncluded = is === 'gte' || is === 'lte'
  const limit = { value, included: isIncluded }
  if (is === 'gte' || is === 'gt') return { ...filter, low: limit, high: null }
  if (is === 'lte' || is === 'lt') return { ...filter, low: null, high: limit }
  const half = halfOfTyped(typed, unit)
  return { ...filter, low: within(value - half), high: within(value + half) }
}

/** A share is at least nothing and at most all of a pool. */
function outsideOf(figure: DealFigure, values: readonly number[]): { problem: string } | null {
  if (figure.kind === 'pool' || values.every(value => value >= 0 && value <= 100)) return null
  return { problem: 'A share lies between 0 and 100%.' }
}

const within = (value: number): Limit => ({ value, included: true })

/** > 50.35 stands for 50.345 to 50.355; 225m for half a million to either side */
function halfOfTyped(typed: string, unit: Unit): number {
  const decimals = /\.(\d+)/.exec(typed)?.[1]?.length ?? 0
  const one = readEdge(typed.replace(/[\d,.]+/, '1'), unit) ?? 1
  return 0.5 * one * 10 ** -decimals
}

/** A filter as the name of its parameter; its value is `typedValue`. */
export function parameterOf(filter: FigureFilter | undefined): string {
  if (filter === undefined) return ''
  return filter.is === 'has' ? 'has' : `${figureKey(filter.figure)}__${filter.is}`
}

/** The value that a filter's parameter has in an address. */
export function typedValue(filter: FigureFilter): string {
  return filter.is === 'has' ? figureKey(filter.figure) : filter.typed
}
