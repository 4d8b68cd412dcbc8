import type { FieldSchema, ValueType } from './schema.ts'

/** A value as kept: cents, a figure, a date as `YYYY-MM-DD`, a month as `YYYY-MM`, a code or words; null where none is given. */
export type Value = number | string | null

const figureTypes: ReadonlySet<ValueType> = new Set(['amount', 'percentage', 'decimal', 'integer'])
const firstCapacity = 64
/** What a word takes with its place in both lists, on average. */
const bytesOfWord = 80
const bytesOfRow = 8

/**
 * The values of one field, a row each. Figures stand in one list of numbers, words and codes as numbers of words that are kept
 * once: a hundred thousand rows of eighty fields take some ten bytes a value.
 */
class Column {
  readonly #type: ValueType
  #numbers = new Float64Array(firstCapacity).fill(Number.NaN)
  #lines = new Uint32Array(firstCapacity)
  #words: string[] = []
  #numberOfWord = new Map<string, number>()

  constructor(type: ValueType) {
    this.#type = type
  }

  #reach(row: number): void {
    const { length } = this.#numbers
    if (row < length) return
    const numbers = new Float64Array(Math.max(length * 2, row + 1)).fill(Number.NaN)
    numbers.set(this.#numbers)
    const lines = new Uint32Array(numbers.length)
    lines.set(this.#lines)
    this.#numbers = numbers
    this.#lines = lines
  }

  set(row: number, value: number | string, line: number): void {
    this.#reach(row)
    this.#numbers[row] = typeof value === 'number' ? value : this.#keep(value)
    this.#lines[row] = line
  }

  #keep(word: string): number {
    const known = this.#numberOfWord.get(word)
    if (known !== undefined) return known
    this.#numberOfWord.set(word, this.#words.length)
    return this.#words.push(word) - 1
  }

  /** The memory that it takes, in bytes, near enough to bound what is kept. */
  get bytes(): number {
    return this.#numbers.byteLength + this.#lines.byteLength + this.#words.length * bytesOfWord
  }

  has(row: number): boolean {
    return !Number.isNaN(this.#numbers[row] ?? Number.NaN)
  }

  get(row: number): Value {
    const number = this.#numbers[row] ?? Number.NaN
    if (Number.isNaN(number)) return null
    return figureTypes.has(this.#type) ? number : (this.#words[number] ?? null)
  }

  lineOf(row: number): number | null {
    return this.has(row) ? (this.#lines[row] ?? null) : null
  }
}

/** Rows of an exhibit by its fields: its assets, or the properties behind them. */
export class ValueTable {
  #columns = new Map<string, Column>()
  #firstLines: number[] = []

  /** How many rows there are. */
  get length(): number {
    return this.#firstLines.length
  }

  /** The memory that the table takes, in bytes, near enough to bound what is kept. */
  get bytes(): number {
    return [...this.#columns.values()].reduce((sum, { bytes }) => sum + bytes, this.length * bytesOfRow)
  }

  /** The fields that any row has, in the order in which they are first met. */
  get fields(): string[] {
    return [...this.#columns.keys()]
  }

  /** Begin the next row at a line; gives its index. */
  begin(line: number): number {
    return this.#firstLines.push(line) - 1
  }

  /** The line where a row begins. */
  lineOfRow(row: number): number {
    return this.#firstLines[row] ?? 1
  }

  set(row: number, name: string, field: FieldSchema, value: number | string, line: number): void {
    let column = this.#columns.get(name)
    if (!column) {
      column = new Column(field.type)
      this.#columns.set(name, column)
    }
    column.set(row, value, line)
  }

  has(row: number, name: string): boolean {
    return this.#columns.get(name)?.has(row) ?? false
  }

  get(row: number, name: string): Value {
    return this.#columns.get(name)?.get(row) ?? null
  }

  /** A figure; null where none is given or it is words. */
  number(row: number, name: string): number | null {
    const value = this.get(row, name)
    return typeof value === 'number' ? value : null
  }

  /** Words, a date or a code; null where none is given or it is a figure. */
  text(row: number, name: string): string | null {
    const value = this.get(row, name)
    return typeof value === 'string' ? value : null
  }

  lineOf(row: number, name: string): number | null {
    return this.#columns.get(name)?.lineOf(row) ?? null
  }

  /** Whether any row has a value of this field. */
  holds(name: string): boolean {
    return this.#columns.has(name)
  }
}
