import type { Position } from '../cursor.ts'
import type { Sort, SortKey } from '../library.ts'
import type { DealColumns } from './deal-columns.ts'

/** A list's order: what rows are sorted by, and which way. */
export type Order = { valueAt: (row: number) => number | string | null; isDown: boolean }

/** The order that a list is asked for in. */
export function orderOf(columns: DealColumns, sort: Sort): Order {
  const isDown = sort.startsWith('-')
  const key = (isDown ? sort.slice(1) : sort) as SortKey
  if (key === 'name') return { valueAt: row => columns.names[row] ?? '', isDown }
  const { values } = numbersOf(columns)[key]
  const valueAt = (row: number) => {
    const value = values[row] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  }
  return { valueAt, isDown }
}

const numbersOf = (columns: DealColumns) =>
  ({
    signed: columns.signed,
    balance: columns.balance,
    loans: columns.loans,
    average: columns.average,
    wac: columns.wac,
    waltv: columns.waltv,
    wam: columns.wam,
    checks: columns.failed,
    added: columns.added,
  }) as const satisfies Record<Exclude<SortKey, 'name'>, { values: ArrayLike<number> }>

/** Which of two positions comes first: the better match, then by value, those without one last whichever way, then by number. */
export function comparePositions(one: Position, other: Position, isDown: boolean): number {
  if (one.match !== other.match) return other.match - one.match
  if (one.value !== other.value) {
    if (one.value === null) return 1
    if (other.value === null) return -1
    const rises = one.value < other.value ? -1 : 1
    return isDown ? -rises : rises
  }
  return isDown ? other.id - one.id : one.id - other.id
}

/** The first positions in order of many, each given once: those kept stand in a heap, the last of them on top. */
export class FirstPositions {
  readonly #most: number
  readonly #isDown: boolean
  readonly #heap: Position[] = []

  constructor(most: number, isDown: boolean) {
    this.#most = most
    this.#isDown = isDown
  }

  /** Keep a copy of a position where it is among the first. */
  add(position: Position): void {
    const heap = this.#heap
    if (heap.length < this.#most) {
      heap.push({ ...position })
      this.#rise(heap.length - 1)
    } else if (heap[0] && comparePositions(position, heap[0], this.#isDown) < 0) {
      heap[0] = { ...position }
      this.#sink()
    }
  }

  list(): Position[] {
    return this.#heap.toSorted((one, other) => comparePositions(one, other, this.#isDown))
  }

  #isAfter(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    return a !== undefined && b !== undefined && comparePositions(a, b, this.#isDown) > 0
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (a && b) [this.#heap[one], this.#heap[other]] = [b, a]
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isAfter(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let last = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.#heap.length && this.#isAfter(child, last)) last = child
      if (last === at) return
      this.#swap(at, last)
      at = last
    }
  }
}
