import { type Figure, powerOfTen, readFigure } from '../values/index.ts'
import { isTotalLabel } from './total-label.ts'

/** So many columns must come to a total; one may do so by chance. */
const FEWEST_ADDED = 2
/** So many rows above the first sum of a group are looked at, and so many lines below it. */
export const mostToTotal = 200

/** A row without a label may be a sum, or the figures of the label on the line above. */
type RowKind = 'sum' | 'unlabelled' | 'part'

/** A printed row: its label, and its figures with their places across. */
export type PrintedRow = {
  index: number
  label: string
  figures: readonly { start: number; end: number; figure: string }[]
}

/**
 * Where the total of all stands below a sum that is of a group, by its index: it comes to this sum, those below it and the
 * rows that no sum ends. Null where there is none, and the sum ends its table.
 *
 * > FIXED RATE
 *   Full               150        30,000,000
 *   Total              150        30,000,000     this one
 *   ADJUSTABLE RATE
 *   Full               100        20,000,000
 *   Total              100        20,000,000     the rows of a last group may go without
 *   Total              250        50,000,000
 *
 * Where no total of all is printed, the sum of rows that go on right below this one, with no words between, or with which
 * the shares of all sums come to a hundred. `above` gives the rows of the table up to this sum, and is asked only where a row
 * stands below it, for most sums are the last; `below` is what follows, null for words.
 */
export function findTotalOfSums(
  above: () => readonly PrintedRow[],
  below: Iterable<PrintedRow | null>,
): number | null {
  let table: SumsUnder | null = null
  let ofNext: number | null = null
  let areWords = false
  for (const row of below) {
    if (row === null) {
      areWords = true
      continue
    }
    table ??= sumsUnder(above())
    if (table === null) return null
    const comesTo = table.add(row)
    if (comesTo === 'all') return row.index
    if (comesTo === 'group' && (areWords ? table.sums.comeToHundred() : ofNext === null)) ofNext = row.index
  }
  return ofNext
}

/** The rows of a table added up to its last sum, and what a row below that comes to with them. */
type SumsUnder = { sums: SumsOfRows; add: (row: PrintedRow) => 'group' | 'all' | null }

function sumsUnder(above: readonly PrintedRow[]): SumsUnder | null {
  const sum = above.at(-1)
  if (sum === undefined) return null
  const sums = new SumsOfRows()
  const add = (row: PrintedRow) => sums.add(figuresUnder(sum, row), kindOf(row))
  for (const row of above.slice(-mostToTotal)) add(row)
  return { sums, add }
}

function kindOf({ label }: PrintedRow): RowKind {
  if (label === '') return 'unlabelled'
  return isTotalLabel(label) ? 'sum' : 'part'
}

/** The figures of a row that stand under those of a sum, null where none does. */
function figuresUnder(sum: PrintedRow, row: PrintedRow): (Figure | null)[] {
  let next = 0
  return sum.figures.map(({ start, end }) => {
    while ((row.figures[next]?.end ?? end) <= start) next++
    const placed = row.figures[next]
    return placed === undefined || placed.start >= end ? null : readFigure(placed.figure)
  })
}

/** Rows and sums in the order they are printed: sums of groups, and the rows below the last of them. */
class SumsOfRows {
  sums = new Added()
  rows = new Added()

  /** Add a row; what it comes to: the rows below the last sum, or all sums and rows above it. */
  add(figures: readonly (Figure | null)[], kind: RowKind): 'group' | 'all' | null {
    const whole =
      kind === 'part'
        ? null
        : this.rows.parts > 0 && comesTo([this.rows], figures)
          ? 'group'
          : !this.sums.areHundreds() && comesTo([this.sums, this.rows], figures)
            ? 'all'
            : null
    const isOther = whole === 'group' && this.sums.areHundreds()
    if (whole === 'all') this.sums = new Added()
    if (whole !== null || kind === 'sum') {
      this.sums.add(figures)
      this.rows = new Added()
    } else this.rows.add(figures)
    return isOther ? null : whole
  }

  /** Do the shares of all sums come to a hundred, which none of them is? */
  comeToHundred(): boolean {
    const { columns, parts } = this.sums
    return columns.some(({ digits, decimals, areHundreds }) => {
      const hundred = 100 * (powerOfTen(decimals) ?? 1)
      return decimals > 0 && !areHundreds && Math.abs(digits - hundred) <= (parts + 1) / 2
    })
  }
}

/** Figures of parts added up, column by column; what has other decimals than the part before adds up to nothing. */
class Added {
  parts = 0
  columns: { digits: number; decimals: number; areHundreds: boolean }[] = []

  add(figures: readonly (Figure | null)[]): void {
    for (let order = 0; order < figures.length; order++) {
      const figure = figures[order] ?? null
      const decimals = figure?.decimals ?? Number.NaN
      const column = this.columns[order]
      if (column === undefined) {
        this.columns[order] = { digits: figure?.digits ?? 0, decimals, areHundreds: isHundred(figure) }
        continue
      }
      column.digits += figure?.digits ?? 0
      // A dash for nothing has no decimals.
      if (figure?.digits !== 0 && column.decimals !== decimals)
        column.decimals = column.digits === figure?.digits ? decimals : Number.NaN
      column.areHundreds &&= isHundred(figure)
    }
    this.parts++
  }

  /** Is each part a hundred percent in a column: a whole of its own? */
  areHundreds(): boolean {
    return this.columns.some(({ areHundreds }) => areHundreds)
  }
}

const isHundred = (figure: Figure | null) =>
  !!figure && figure.decimals > 0 && figure.digits === 100 * (powerOfTen(figure.decimals) ?? 1)

/**
 * Do parts come to a total, in columns enough? Shares are rounded, counts and amounts are not; half a unit a figure is the
 * most that rounding takes. Averages that one row prints and others do not stand behind what adds up.
 */
function comesTo(added: readonly Added[], total: readonly (Figure | null)[]): boolean {
  const own = added.filter(({ parts }) => parts > 0)
  const parts = own.reduce((sum, one) => sum + one.parts, 0)
  const columns = total.filter((whole, order) => {
    if (!whole || whole.digits === 0) return false
    const sums = own.map(one => one.columns[order]).filter(one => one?.digits !== 0)
    if (sums.some(sum => sum?.decimals !== whole.decimals)) return false
    const digits = sums.reduce((sum, one) => sum + (one?.digits ?? 0), 0)
    const rounding = whole.decimals === 0 ? 0 : (parts + 1) / 2
    return Math.abs(digits - whole.digits) <= rounding
  })
  return columns.length >= FEWEST_ADDED
}
