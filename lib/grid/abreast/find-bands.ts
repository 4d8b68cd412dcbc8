import { hasOwnTables } from './has-own-tables.ts'
import { type Gutter, narrowGutter, type Page, type PrintedLine, partAt } from './page.ts'
import { hasFigures, isFigure, type Piece } from './piece.ts'
import { segmentsOf } from './segments.ts'

/**
 * Lines `top` to `bottom`, inclusive, in which two tables stand side by side, parted at the place `cut`. `over` are lines
 * right above that stand over both.
 */
export type Band = { top: number; bottom: number; cut: number; over: number[] }

/** So many blank lines may stand between two lines of one table, and so many lines of words above its rows. */
const MOST_BLANKS = 3
const MOST_HEAD = 14
/** So many lines of a wrapped label may stand between two rows. */
const MOST_WORDS = 3
/** So often may one table print the same words on a line of its header. */
const MOST_REPEATED = 6
/** So many lines may head both tables. */
const MOST_OVER = 6

/**
 * Find where two tables stand side by side. Three are two, of which the right one is two again.
 *
 * >        COLLATERAL CHARACTERISTICS                 over both
 *     Occupancy                Loan Purpose
 *               Loans    %                Loans   %    top
 *     Primary     120   60     Purchase      20  10    rows of two labels tell where the page may be cut
 *     Investor     80   40     Refinance    180  90
 *                              Total        200 100    bottom
 *
 * A row with a second label behind figures proposes a gutter, and all lines of both tables must leave it blank. It is
 * one where both sides are tables of their own: `hasOwnTables`. Each line is looked at a fixed number of times.
 */
export function findBands(page: Page): Band[] {
  const bands: Band[] = []
  let floor = page.first
  for (let index = page.first; index < page.last; index++) {
    const gutter = page.mayBeDouble(index) ? gutterOf(page, index) : null
    if (gutter === null) continue
    const grown = new GrowingBand(page, index, gutter)
    grown.goDown()
    grown.goUp(floor)
    const band = grown.finish(floor)
    if (band !== null) bands.push(band)
    // Rows below a header may tell what it does not.
    const isOfHeader = grown.firstRow > index
    index = band === null && isOfHeader ? grown.firstRow - 1 : grown.bottom
    if (band !== null || !isOfHeader) floor = index + 1
  }
  return bands
}

/** Where a row, or the line of a header right above rows, says that the page may be cut; null where it says nothing. */
function gutterOf(page: Page, index: number): Gutter | null {
  const { kind, pieces } = page.lineAt(index)
  if (kind !== 'text') return null
  if (hasFigures(pieces)) return gutterOfRow(pieces)
  const gutter = gutterOfHeader(pieces)
  return gutter !== null && isOverRows(page, index, gutter) ? gutter : null
}

/** Amounts of a column, and no label: `$113,346,210.62`. */
const AMOUNT = /\d,\d{3}(?:,\d{3}|\.\d\d)/

/** Is the first line below a row, which may begin with a label right of the gutter? */
function isOverRows(page: Page, index: number, { high }: Gutter): boolean {
  for (let below = index + 1; below <= index + MOST_BLANKS && below < page.last; below++) {
    const { kind, pieces } = page.lineAt(below)
    if (kind !== 'text') continue
    const label = pieces.find(({ end, kind: own }) => end > high && own !== 'sign')
    const isAmount = label?.kind === 'figures' && AMOUNT.test(label.text)
    return hasFigures(pieces) && !isAmount
  }
  return false
}

/** Between the figures of the first label and the second label. */
function gutterOfRow(pieces: readonly Piece[]): Gutter | null {
  const [first, second] = segmentsOf(pieces)
  return first && second ? { low: first.end, high: second.start } : null
}

/**
 * Before the words of a header that stand between two runs of the same words, for they stand over the labels on the
 * right; between the runs where the words over the labels are the same, too.
 *
 * > FICO    Loans   Balance   Months   Loans   Balance        Range   Loans   Balance   Range   Loans   Balance
 *                          ^------^                                                ^-----^
 */
function gutterOfHeader(pieces: readonly Piece[]): Gutter | null {
  const texts = pieces.map(({ text }) => text)
  const first = firstRepeated(texts)
  let best: Gutter | null = null
  let longest = 0
  let again = first
  // The same words may stand several times in one table, too: the longest run counts.
  for (let tried = 0; first >= 0 && tried < MOST_REPEATED; tried++) {
    again = texts.indexOf(texts[first] ?? '', again + 1)
    if (again < 0) break
    let run = 1
    while (first + run < again && texts[first + run] === texts[again + run]) run++
    const gutter = run > longest ? gutterOfRun(pieces, first, again, run) : null
    if (gutter !== null) [best, longest] = [gutter, run]
  }
  return best
}

/** The gutter where `run` words from `first` on are repeated from `again` on. */
function gutterOfRun(pieces: readonly Piece[], first: number, again: number, run: number): Gutter | null {
  const isStubBetween = first > 0 && first + run === again - 1
  const isWhole = first === 0 && run === again && run > 1
  if (!isStubBetween && !isWhole) return null
  const [left, right] = [pieces[again - (isWhole ? 1 : 2)], pieces[again - (isWhole ? 0 : 1)]]
  return left && right ? { low: left.end, high: right.start } : null
}

/** Where the first text stands that stands again behind it; -1 where none does. */
function firstRepeated(texts: readonly string[]): number {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return texts.findIndex(text => (times.get(text) ?? 0) > 1)
}

/** The figures of a row; amounts behind words are of its label, `Over $550,000`, where other figures follow. */
function figuresOf(pieces: readonly Piece[]): Piece[] {
  const alone = pieces.filter(({ kind }) => kind === 'figures')
  return alone.length > 0 ? alone : pieces.filter(isFigure)
}

class GrowingBand {
  top: number
  bottom: number
  private gutter: Gutter
  private readonly page: Page
  /** The first row below, or -1 before one is seen. */
  firstRow = -1
  /** Where figures stand in rows so far: columns, wherever they overlap. */
  private readonly columns: { start: number; end: number }[] = []

  private readonly read = new Map<number, PrintedLine>()

  constructor(page: Page, index: number, gutter: Gutter) {
    this.page = page
    this.gutter = gutter
    this.top = this.bottom = index
    const { pieces } = this.lineAt(index)
    this.takeRow(pieces, gutter)
    if (hasFigures(pieces)) this.firstRow = index
  }

  /** A line of the page, pieced once: it is looked at again when the band is finished. */
  private lineAt(index: number): PrintedLine {
    const known = this.read.get(index)
    if (known !== undefined) return known
    const line = this.page.lineAt(index)
    this.read.set(index, line)
    return line
  }

  /** Take rows below, those of one side too where its table is longer. */
  goDown(): void {
    let blanks = 0
    let words = 0
    for (let index = this.bottom + 1; index < this.page.last; index++) {
      const { kind, pieces } = this.lineAt(index)
      if (kind === 'end' || kind === 'tag') return
      if (kind === 'blank' && ++blanks > MOST_BLANKS) return
      if (kind === 'rule' && index === this.bottom + 1) this.bottom = index
      if (kind !== 'text') continue
      const narrowed = narrowGutter(this.gutter, pieces)
      if (narrowed === null) return
      const hasRow = this.firstRow >= 0
      if (!hasFigures(pieces)) {
        if (++words > (hasRow ? MOST_WORDS : MOST_HEAD) || (hasRow && blanks > 0)) return
        if (!hasRow) this.gutter = narrowed
        continue
      }
      if (hasRow && !this.isRow(pieces, narrowed)) return
      if (!hasRow) this.firstRow = index
      this.takeRow(pieces, narrowed)
      this.bottom = index
      blanks = words = 0
    }
  }

  /** Take rows above, and then header and title, down to the rows of other tables. */
  goUp(floor: number): void {
    let blanks = 0
    let head = 0
    for (let index = this.top - 1; index >= floor; index--) {
      const { kind, pieces } = this.lineAt(index)
      if (kind === 'end') return
      if (kind === 'blank' && ++blanks > MOST_BLANKS) return
      if (kind !== 'text') continue
      const narrowed = narrowGutter(this.gutter, pieces)
      if (narrowed === null) return
      if (hasFigures(pieces)) {
        if (head > 0 || !this.isRow(pieces, narrowed)) return
        this.takeRow(pieces, narrowed)
      } else if (++head > MOST_HEAD) return
      this.gutter = narrowed
      this.top = index
      blanks = 0
    }
  }

  finish(floor: number): Band | null {
    const lines = Array.from({ length: this.bottom + 1 - this.top }, (_, order) =>
      this.lineAt(this.top + order),
    )
    const cut = this.cutOf(lines)
    const sides = lines.filter(({ kind }) => kind === 'text').map(({ pieces }) => partAt(pieces, cut))
    if (!hasOwnTables(sides)) return null
    return { top: this.top, bottom: this.bottom, cut, over: this.linesOver(floor) }
  }

  /** In the gap of a rule where one has a gap at the gutter, else right before what stands on the right. */
  private cutOf(lines: readonly PrintedLine[]): number {
    let { gutter } = this
    for (const { kind, pieces } of lines) if (kind === 'rule') gutter = narrowGutter(gutter, pieces) ?? gutter
    return gutter.high
  }

  private takeRow(pieces: readonly Piece[], narrowed: Gutter): void {
    this.gutter = narrowed
    for (const { start, end } of figuresOf(pieces)) {
      const column = this.columns.find(one => one.start < end && start < one.end)
      if (column === undefined) this.columns.push({ start, end })
      else {
        column.start = Math.min(column.start, start)
        column.end = Math.max(column.end, end)
      }
    }
  }

  /** Rows of both sides, or of one with its figures under others: else the row of another table. */
  private isRow(pieces: readonly Piece[], { high }: Gutter): boolean {
    const [left, right] = partAt(pieces, high)
    if (hasFigures(left) && hasFigures(right)) return true
    return figuresOf(pieces).every(({ start, end }) =>
      this.columns.some(column => column.start < end && start < column.end),
    )
  }

  /** The lines of words right above that go over the gutter, and what stands on them. */
  private linesOver(floor: number): number[] {
    const over: number[] = []
    let blanks = 0
    for (let index = this.top - 1; index >= floor && over.length < MOST_OVER; index--) {
      const { kind, pieces } = this.lineAt(index)
      if (kind === 'end' || (kind === 'text' && hasFigures(pieces))) break
      if (kind === 'blank' && ++blanks > MOST_BLANKS) break
      if (kind !== 'text') continue
      over.unshift(index)
      blanks = 0
    }
    return over
  }
}
