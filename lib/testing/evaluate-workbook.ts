import { readXlsx } from 'hucre/xlsx'

/**
 * For tests: what the formulas of a workbook come to, calculated anew from its cells as the file has them. Knows the
 * functions that Strata's workbooks use and no others: SUM, SUMPRODUCT, ISNUMBER, ROUND, ABS, IF, COUNTIF.
 */

type Scalar = number | string | boolean | null
type Value = Scalar | Scalar[]
type StoredCell = { value: Scalar; formula: string | null }

/** A cell with a formula: where it stands, what the file says that it comes to, and what it does come to. */
export type EvaluatedCell = { sheet: string; cell: string; formula: string; cached: Scalar; value: Scalar }

type Workbook = { sheets: Map<string, Map<string, StoredCell>>; names: Map<string, string> }

/** Every formula of an XLSX file. Throws on a function, a name or a sheet that is not known. */
export async function evaluateWorkbook(bytes: Uint8Array): Promise<EvaluatedCell[]> {
  const book = await loadWorkbook(bytes)
  const known = new Map<string, Scalar>()
  const valueIn = (sheet: string, cell: string): Scalar => {
    const key = `${sheet}!${cell}`
    const stored = cellsOf(book, sheet).get(cell)
    if (!stored?.formula) return stored?.value ?? null
    const old = known.get(key)
    if (old !== undefined) return old
    const value = single(calculate(stored.formula, { book, sheet, valueIn }))
    known.set(key, value)
    return value
  }
  return [...book.sheets].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([cell, { value: cached, formula }]) =>
      formula === null ? [] : [{ sheet, cell, formula, cached, value: valueIn(sheet, cell) }],
    ),
  )
}

/** The formulas of an XLSX file with what the file says that they come to, by sheet and cell: `Purpose!C8`. */
export async function readFormulas(bytes: Uint8Array): Promise<Map<string, Scalar>> {
  const { sheets } = await loadWorkbook(bytes)
  return new Map(
    [...sheets].flatMap(([sheet, cells]) =>
      [...cells].flatMap(([cell, { formula, value }]) =>
        formula === null ? [] : [[`${sheet}!${cell}`, value]],
      ),
    ),
  )
}

async function loadWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { sheets, namedRanges = [] } = await readXlsx(bytes)
  const cellsOfSheet = (sheet: (typeof sheets)[number]) => {
    const cells = new Map<string, StoredCell>()
    for (const [row, values] of sheet.rows.entries())
      for (const [column, value] of values.entries())
        cells.set(cellName(row, column), { value: plain(value), formula: null })
    for (const [key, { formula, formulaResult }] of sheet.cells ?? []) {
      const [row = 0, column = 0] = key.split(',').map(Number)
      const own = cellName(row, column)
      if (formula) cells.set(own, { value: plain(formulaResult) ?? cells.get(own)?.value ?? null, formula })
    }
    return cells
  }
  return {
    sheets: new Map(sheets.map(sheet => [sheet.name, cellsOfSheet(sheet)])),
    names: new Map(namedRanges.map(({ name, range }) => [name, range])),
  }
}

function plain(value: unknown): Scalar {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null
}

function cellName(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

function cellsOf({ sheets }: Workbook, name: string): Map<string, StoredCell> {
  const cells = sheets.get(name)
  if (!cells) throw new Error(`The workbook has no sheet “${name}”.`)
  return cells
}

type Around = { book: Workbook; sheet: string; valueIn: (sheet: string, cell: string) => Scalar }

const token =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?<text>"(?:[^"]|"")*")|(?<cells>(?:(?:'(?:[^']|'')+'|\w+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign><=|>=|<>|[-+*/(),<>=]))/uy

type Token = { kind: string; text: string }

function tokens(formula: string): Token[] {
  const found: Token[] = []
  for (token.lastIndex = 0; token.lastIndex < formula.length; ) {
    const match = token.exec(formula)
    const [kind, text] = Object.entries(match?.groups ?? {}).find(([, part]) => part !== undefined) ?? []
    if (kind === undefined || text === undefined) throw new Error(`Not understood: ${formula}`)
    found.push({ kind, text })
  }
  return found
}

function calculate(formula: string, around: Around): Value {
  const left = tokens(formula)
  const value = comparison()
  if (left.length > 0) throw new Error(`Not understood after its end: ${formula}`)
  return value

  function takeSign(signs: readonly string[]): string | null {
    const [next] = left
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return null
    left.shift()
    return next.text
  }

  function chain(part: () => Value, signs: string[]): Value {
    let result = part()
    for (let sign = takeSign(signs); sign !== null; sign = takeSign(signs)) {
      const operation = sign
      result = pairUp(result, part(), (a, b) => operate(operation, a, b))
    }
    return result
  }

  function comparison(): Value {
    return chain(() => chain(product, ['+', '-']), ['<=', '>=', '<>', '<', '>', '='])
  }

  function product(): Value {
    return chain(signed, ['*', '/'])
  }

  function signed(): Value {
    return takeSign(['-']) ? pairUp(0, signed(), (a, b) => operate('-', a, b)) : operand()
  }

  function operand(): Value {
    const next = left.shift()
    if (next === undefined) throw new Error(`Ends too early: ${formula}`)
    if (next.kind === 'number') return Number(next.text)
    if (next.kind === 'text') return next.text.slice(1, -1).replaceAll('""', '"')
    if (next.kind === 'cells') return cellsAt(next.text, around)
    if (next.kind === 'name' && takeSign(['('])) return callOf(next.text, operands())
    if (next.kind === 'name') return cellsAt(rangeOf(next.text, around.book), around)
    if (next.text === '(') {
      const inside = comparison()
      if (takeSign([')'])) return inside
    }
    throw new Error(`Not understood at ${next.text}: ${formula}`)
  }

  function operands(): Value[] {
    const given: Value[] = []
    do given.push(comparison())
    while (takeSign([',']))
    if (!takeSign([')'])) throw new Error(`A bracket is not closed: ${formula}`)
    return given
  }
}

function rangeOf(name: string, { names }: Workbook): string {
  const range = names.get(name)
  if (range === undefined) throw new Error(`The workbook has no name ${name}.`)
  return range
}

function cellsAt(text: string, { sheet, valueIn }: Around): Value {
  const [, quoted, bare, range = ''] = /^(?:(?:'((?:[^']|'')+)'|(\w+))!)?(.+)$/.exec(text) ?? []
  const own = quoted?.replaceAll("''", "'") ?? bare ?? sheet
  const [first = '', last = first] = range.replaceAll('$', '').split(':')
  if (first === last) return valueIn(own, first)
  const [from, to] = [first, last].map(cell => Number(cell.replace(/\D+/, ''))) as [number, number]
  const column = first.replace(/\d+/, '')
  if (column !== last.replace(/\d+/, '')) throw new Error(`More than a column: ${text}`)
  return Array.from({ length: to - from + 1 }, (_, row) => valueIn(own, `${column}${from + row}`))
}

function pairUp(a: Value, b: Value, operation: (a: Scalar, b: Scalar) => Scalar): Value {
  if (Array.isArray(a)) return a.map((one, row) => operation(one, Array.isArray(b) ? (b[row] ?? null) : b))
  return Array.isArray(b) ? b.map(one => operation(a, one)) : operation(a, b)
}

function operate(sign: string, a: Scalar, b: Scalar): Scalar {
  const [x, y] = [toNumber(a), toNumber(b)]
  if (sign === '+') return x + y
  if (sign === '-') return x - y
  if (sign === '*') return x * y
  if (sign === '/') return x / y
  if (sign === '<=') return x <= y
  if (sign === '>=') return x >= y
  if (sign === '<') return x < y
  if (sign === '>') return x > y
  return sign === '=' ? x === y : x !== y
}

function toNumber(value: Scalar): number {
  if (typeof value === 'string') throw new Error(`“${value}” is no number.`)
  return Number(value ?? 0)
}

function single(value: Value | undefined): Scalar {
  if (Array.isArray(value)) throw new Error('A formula gives several values.')
  return value ?? null
}

function callOf(name: string, given: Value[]): Value {
  const [first = null, second = null, third = null] = given
  if (name === 'SUM') return add(given.flat())
  if (name === 'SUMPRODUCT')
    return add([given.reduce((a, b) => pairUp(a, b, (x, y) => operate('*', x, y)))].flat())
  if (name === 'ISNUMBER') return pairUp(first, null, one => typeof one === 'number')
  if (name === 'ROUND') return round(toNumber(single(first)), toNumber(single(second)))
  if (name === 'ABS') return Math.abs(toNumber(single(first)))
  if (name === 'IF') return single(first) ? second : third
  if (name === 'COUNTIF') return [first].flat().filter(one => one === second).length
  throw new Error(`A function that workbooks of Strata do not use: ${name}`)
}

function add(values: readonly Scalar[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? 0 : Number(value ?? 0)), 0)
}

/** Half away from nought, of fifteen digits. */
function round(value: number, places: number): number {
  const scaled = Number((Math.abs(value) * 10 ** places).toPrecision(15))
  return (Math.sign(value) * Math.round(scaled)) / 10 ** places
}
