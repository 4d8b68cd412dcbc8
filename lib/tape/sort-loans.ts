import { type LoanValue, Several, severalFigures } from './cut.ts'
import type { LoanColumns } from './loan-columns.ts'
import type { LoanKey } from './loan-key.ts'

/** An order of loans: by a key, from its least or first, or from its largest or last. */
export type LoanSort = { by: LoanKey; descending: boolean }

/** So many orders of one tape are kept. */
const mostOrders = 12
const digits = 12

/** Numbers within words stand in the order of their size: > 9 10 10-A 100 */
const orderly = (words: string) => words.toLowerCase().replace(/\d+/g, number => number.padStart(digits, '0'))

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Words as figures in their order. */
function ranksOf(values: readonly LoanValue[]): Map<LoanValue, number> {
  const words = [...new Set(values.filter(value => typeof value === 'string'))]
    .map(word => ({ word, key: orderly(word) }))
    .sort((one, other) => compareTexts(one.key, other.key) || compareTexts(one.word, other.word))
  return new Map<LoanValue, number>(words.map(({ word }, rank) => [word, rank]))
}

/** Behind all words is what has several; among figures it is no figure, and last either way. */
function rankOf(value: LoanValue, ranks: ReadonlyMap<LoanValue, number>): number {
  if (typeof value === 'number') return value
  if (value instanceof Several) return value === severalFigures ? Number.NaN : Number.POSITIVE_INFINITY
  return ranks.get(value) ?? Number.NaN
}

function figuresOf(values: readonly LoanValue[]): Float64Array {
  const ranks = ranksOf(values)
  const figures = new Float64Array(values.length)
  for (let loan = 0; loan < figures.length; loan++) {
    figures[loan] = rankOf(values[loan] ?? null, ranks)
  }
  return figures
}

/**
 * Figures alone are sorted by native code, which a comparison of our own would make ten times as long; then each loan goes to the
 * next place of its figure, so that equal ones stay as the exhibit has them.
 */
function order(values: readonly LoanValue[], descending: boolean): Uint32Array {
  const figures = figuresOf(values)
  const told = figures.filter(figure => !Number.isNaN(figure)).sort()
  if (descending) told.reverse()
  const places = new Map<number, number>()
  for (let place = 0; place < told.length; place++) {
    const figure = told[place] ?? 0
    if (place === 0 || figure !== told[place - 1]) places.set(figure, place)
  }
  const ordered = new Uint32Array(figures.length)
  let last = told.length
  for (let loan = 0; loan < figures.length; loan++) {
    const figure = figures[loan] ?? Number.NaN
    const place = places.get(figure) ?? last++
    if (place < told.length) places.set(figure, place + 1)
    ordered[place] = loan
  }
  return ordered
}

const ordersByColumns = new WeakMap<LoanColumns, Map<string, Uint32Array>>()

/** All loans of a tape in an order, kept as long as its columns are. */
function orderOf(columns: LoanColumns, { by, descending }: LoanSort): Uint32Array {
  const orders = ordersByColumns.get(columns) ?? new Map<string, Uint32Array>()
  ordersByColumns.set(columns, orders)
  const key = `${descending ? '-' : ''}${by.key}`
  const known = orders.get(key)
  if (known) return known
  if (orders.size >= mostOrders) orders.clear()
  const made = order(columns.valuesBy(by), descending)
  orders.set(key, made)
  return made
}

/**
 * Some loans of a tape, given by their order in the exhibit, sorted: figures by size, words by their letters and the numbers in them.
 * Loans that do not tell come last whichever way, and equal ones as the exhibit has them, as all do without a sort.
 */
export function sortLoans(
  columns: LoanColumns,
  loans: readonly number[],
  sort: LoanSort | null,
): readonly number[] {
  if (sort === null) return loans
  const ordered = orderOf(columns, sort)
  if (loans.length === columns.size) return Array.from(ordered)
  const isAmong = new Uint8Array(columns.size)
  for (const loan of loans) isAmong[loan] = 1
  const sorted: number[] = []
  for (const loan of ordered) if (isAmong[loan] === 1) sorted.push(loan)
  return sorted
}
