import type { ValueType } from './schema.ts'

/** A value as kept: cents, a figure, a date as `YYYY-MM-DD`, a month as `YYYY-MM`, a code or words; null where none is given. */
export type Value = number | string | null

/** Of words the number of each in their list, of figures themselves; NaN where a row has none. */
export type ColumnParts = { numbers: Float64Array; words: string[] }

const figureTypes: ReadonlySet<ValueType> = new Set(['amount', 'percentage', 'decimal', 'integer'])
const firstCapacity = 64
/** What a word takes with its place in both lists, on average, in bytes. */
const bytesOfWord = 80

/** The same words in memory of their own: a part of a text keeps all of the text, and an exhibit has a long one for each number. */
function detached(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le')
}

/** The values of one field, a row each, and the lines on which they stand. */
export type ValueColumn = {
  has(row: number): boolean
  get(row: number): Value
  /** The line of a row’s value; null where it has none. */
  lineOf(row: number): number | null
  /** The values of some rows from the first, and their lines, 0 where there is none. */
  parts(rows: number): ColumnParts
  lines(rows: number): Uint32Array
  /** The memory that it takes, in bytes, near enough to bound what is kept. */
  readonly bytes: number
}

function extended<List extends Float64Array | Uint32Array>(list: List, longer: List): List {
  longer.set(list.subarray(0, longer.length))
  return longer
}

/**
 * A column that is being read. Figures stand in one list of numbers, words and codes as numbers of words that are kept once: a
 * hundred thousand rows of eighty fields take some ten bytes a value.
 */
export class GrowingColumn implements ValueColumn {
  readonly #isFigures: boolean
  #numbers = new Float64Array(firstCapacity).fill(Number.NaN)
  #lines = new Uint32Array(firstCapacity)
  #words: string[] = []
  #numberOfWord = new Map<string, number>()

  constructor(type: ValueType) {
    this.#isFigures = figureTypes.has(type)
  }

  #reach(row: number): void {
    const { length } = this.#numbers
    if (row < length) return
    const longer = Math.max(length * 2, row + 1)
    this.#numbers = extended(this.#numbers, new Float64Array(longer).fill(Number.NaN))
    this.#lines = extended(this.#lines, new Uint32Array(longer))
  }

  set(row: number, value: number | string, line: number): void {
    this.#reach(row)
    this.#numbers[row] = typeof value === 'number' ? value : this.#keep(value)
    this.#lines[row] = line
  }

  #keep(word: string): number {
    const known = this.#numberOfWord.get(word)
    if (known !== undefined) return known
    const own = detached(word)
    this.#numberOfWord.set(own, this.#words.length)
    return this.#words.push(own) - 1
  }

  get bytes(): number {
    return this.#numbers.byteLength + this.#lines.byteLength + this.#words.length * bytesOfWord
  }

  has(row: number): boolean {
    return !Number.isNaN(this.#numbers[row] ?? Number.NaN)
  }

  get(row: number): Value {
    const number = this.#numbers[row] ?? Number.NaN
    if (Number.isNaN(number)) return null
    return this.#isFigures ? number : (this.#words[number] ?? null)
  }

  lineOf(row: number): number | null {
    return this.has(row) ? (this.#lines[row] ?? null) : null
  }

  parts(rows: number): ColumnParts {
    const numbers = extended(this.#numbers, new Float64Array(rows).fill(Number.NaN))
    return { numbers, words: this.#words }
  }

  lines(rows: number): Uint32Array {
    return extended(this.#lines, new Uint32Array(rows))
  }
}

/** How a packed column is opened: its values, and apart from them its lines, which only some pages show. */
export type OpenParts = { parts: () => ColumnParts; lines: () => Uint32Array }

/** A column that was packed; its values are opened when one is first asked for, and its lines likewise. */
export class OpenedColumn implements ValueColumn {
  readonly #isFigures: boolean
  readonly #open: OpenParts
  #parts: ColumnParts | null = null
  #lines: Uint32Array | null = null

  constructor(type: ValueType, open: OpenParts) {
    this.#isFigures = figureTypes.has(type)
    this.#open = open
  }

  get #opened(): ColumnParts {
    this.#parts ??= this.#open.parts()
    return this.#parts
  }

  get bytes(): number {
    const { numbers, words } = this.#parts ?? { numbers: null, words: [] }
    return (numbers?.byteLength ?? 0) + (this.#lines?.byteLength ?? 0) + words.length * bytesOfWord
  }

  has(row: number): boolean {
    return !Number.isNaN(this.#opened.numbers[row] ?? Number.NaN)
  }

  get(row: number): Value {
    const { numbers, words } = this.#opened
    const number = numbers[row] ?? Number.NaN
    if (Number.isNaN(number)) return null
    return this.#isFigures ? number : (words[number] ?? null)
  }

  lineOf(row: number): number | null {
    if (!this.has(row)) return null
    this.#lines ??= this.#open.lines()
    return this.#lines[row] ?? null
  }

  parts(): ColumnParts {
    return this.#opened
  }

  lines(): Uint32Array {
    this.#lines ??= this.#open.lines()
    return this.#lines
  }
}
