import type { GrowingColumn, Value } from './column.ts'
import { longestValue, readValue } from './read-value.ts'
import type { FieldSchema, ValueType } from './schema.ts'
import type { ValueTable } from './table-of-values.ts'

/** ASCII without what means anything to XML. */
const plain = "[ -%'-;=?-\\\\^-~]*"
/** So many dates and codes of a field are known by what stands there. */
const mostKnown = 5000

/** A field as it stands in an exhibit; `next` is the field that stood behind it last, for all assets list theirs in one order. */
type Leaf = {
  name: string
  /** Matches the whole element with any plain value, in one step of native code; comparing texts takes three times as long. */
  element: RegExp
  openLength: number
  closeLength: number
  schema: FieldSchema
  ofProperty: boolean
  /** How many decimals its figures mostly have; null where it has none, or they are not kept as whole numbers. */
  places: number | null
  column: GrowingColumn | null
  known: Map<string, Value> | null
  next: Leaf | null
}

/** Where elements are read, and to which row of which table their values belong. */
type Scanned = { at: number; table: ValueTable; ofProperty: boolean; row: number; line: number }

/** Cents of amounts; numbers of loans and of months have none. */
const placesOf: Partial<Record<ValueType, number>> = { amount: 2, integer: 0 }
/** With cents behind them still exact. */
const mostDigits = 13
const ten = 10

const [zero = 0, nine = 0, point] = ['0', '9', '.'].map(one => one.charCodeAt(0))
const [tab, lineFeed, carriageReturn, blank, lessThan, slash] = ['\t', '\n', '\r', ' ', '<', '/'].map(one =>
  one.charCodeAt(0),
)

/**
 * Reads elements that are no more than a name and a plain value of their field:
 *
 * > <originalLoanTerm>60</originalLoanTerm>
 *
 * Whatever else stands there (an attribute, an entity, a value that the schema does not allow, a field that the row has already)
 * is left to whoever parses, with all that follows it.
 */
export class LeafScanner {
  readonly #leaves: ReadonlyMap<string, Leaf>
  #last: Leaf | null = null
  /** Line breaks before and between all elements that were read. */
  lines = 0

  constructor(fields: Record<string, FieldSchema>, prefix: string | undefined) {
    // Names are letters, which patterns need not escape; so are the prefixes of which elements are read.
    const qualified = (name: string) => (prefix === undefined ? name : `${prefix}:${name}`)
    this.#leaves = new Map(
      Object.entries(fields).map(([name, schema]) => [
        qualified(name),
        {
          name,
          element: new RegExp(`<${qualified(name)}>${plain}</${qualified(name)}>`, 'y'),
          openLength: `<${qualified(name)}>`.length,
          closeLength: `</${qualified(name)}>`.length,
          schema,
          ofProperty: schema.ofProperty ?? false,
          places: placesOf[schema.type] ?? null,
          column: null,
          known: schema.type === 'date' || schema.type === 'month' ? new Map() : null,
          next: null,
        },
      ]),
    )
  }

  /** Read elements from an offset on; gives the offset behind the last that was read. */
  scan(text: string, { at, line, ...own }: Scanned): number {
    let end = at
    let lines = 0
    for (;;) {
      let start = end
      let breaks = 0
      for (let code = text.charCodeAt(start); ; code = text.charCodeAt(++start))
        if (code === lineFeed) breaks++
        else if (code !== blank && code !== tab && code !== carriageReturn) break
      const leaf = this.#leafAt(text, start)
      if (leaf === null) break
      const { lastIndex } = leaf.element
      const value = readBetween(leaf, text, start + leaf.openLength, lastIndex - leaf.closeLength)
      if (!keep(leaf, value, { ...own, line: line + lines + breaks })) break
      lines += breaks
      end = lastIndex
      if (this.#last !== null) this.#last.next = leaf
      this.#last = leaf
    }
    this.lines += lines
    return end
  }

  /** The field whose whole element stands at an offset; its pattern knows where that ends. */
  #leafAt(text: string, start: number): Leaf | null {
    if (text.charCodeAt(start) !== lessThan || text.charCodeAt(start + 1) === slash) return null
    const expected = this.#last?.next
    if (expected && standsAt(expected, text, start)) return expected
    const end = text.indexOf('>', start)
    const leaf = end < 0 ? undefined : this.#leaves.get(text.slice(start + 1, end))
    return leaf && standsAt(leaf, text, start) ? leaf : null
  }
}

/** Keep a value in its row; false where it is not as the schema says, or the row has one. */
function keep(leaf: Leaf, value: Value, { table, ofProperty, row, line }: Omit<Scanned, 'at'>): boolean {
  if (value === null || leaf.ofProperty !== ofProperty) return false
  leaf.column ??= table.columnOf(leaf.name, leaf.schema)
  if (leaf.column.has(row)) return false
  leaf.column.set(row, value, line)
  return true
}

/** The value that stands between two offsets. Most are digits, of which no text of their own is made. */
function readBetween(leaf: Leaf, text: string, from: number, to: number): Value {
  const { places } = leaf
  const digits = places === null ? null : readDigits(text, from, to, places)
  return digits ?? readPlain(leaf, text.slice(from, to))
}

/** > 18558.65 → 1855865 with two places, 60 → 60 with none; null for all that is written otherwise, or is longer. */
function readDigits(text: string, from: number, to: number, places: number): number | null {
  const whole = places === 0 ? to : to - places - 1
  if (whole <= from || whole - from > mostDigits) return null
  let number = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (at === whole) {
      if (code !== point) return null
      continue
    }
    if (code < zero || code > nine) return null
    number = number * ten + code - zero
  }
  return number
}

function standsAt({ element }: Leaf, text: string, start: number): boolean {
  element.lastIndex = start
  return element.test(text)
}

const isBlank = (text: string) => text === '' || text.startsWith(' ') || text.endsWith(' ')

function readPlain({ schema, known }: Leaf, text: string): Value {
  const old = known?.get(text)
  if (old !== undefined) return old
  if (isBlank(text) || text.length > longestValue) return null
  const value = readValue(text, schema)
  if (known && value !== null && known.size < mostKnown) known.set(text, value)
  return value
}
