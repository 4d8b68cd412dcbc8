import { GrowingColumn, OpenedColumn, type OpenParts, type Value, type ValueColumn } from './column.ts'
import type { FieldSchema } from './schema.ts'

const bytesOfRow = 8

/** A table that was packed: the line on which each row begins, and how its columns are opened, in the order of their fields. */
type PackedValues = {
  firstLines: ArrayLike<number>
  columns: Iterable<readonly [string, FieldSchema, OpenParts]>
}

/** Rows of an exhibit by its fields: its assets, or the properties behind them. */
export class ValueTable {
  #columns = new Map<string, ValueColumn>()
  #growing = new Map<string, GrowingColumn>()
  #firstLines: number[] = []

  /** A table that was packed; each column is opened when it is first asked for. */
  static open({ firstLines, columns }: PackedValues): ValueTable {
    const table = new ValueTable()
    table.#firstLines = Array.from(firstLines)
    for (const [name, { type }, open] of columns) table.#columns.set(name, new OpenedColumn(type, open))
    return table
  }

  /** The columns by their fields, to be packed. */
  get columns(): ReadonlyMap<string, ValueColumn> {
    return this.#columns
  }

  /** The line on which each row begins. */
  get firstLines(): Uint32Array {
    return Uint32Array.from(this.#firstLines)
  }

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
    this.columnOf(name, field).set(row, value, line)
  }

  /** The column of a field, which is to get a value: a new one where none has been met. */
  columnOf(name: string, field: FieldSchema): GrowingColumn {
    const known = this.#growing.get(name)
    if (known) return known
    const column = new GrowingColumn(field.type)
    this.#growing.set(name, column)
    this.#columns.set(name, column)
    return column
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
