import type { CoverCell } from './captions.ts'
import { cellsOf, isRuleOrBlank, type TextCell, type TextLine } from './text-lines.ts'
import { withoutEnd } from './without-end.ts'

/** A cell of a title page. `hasColon`: a colon follows it in a cell of its own, or leads the next cell. */
export type Cell = CoverCell & { line: TextLine; hasColon: boolean }
/** `isApart` is a line with a blank line over it. */
export type PrintedLine = { index: number; cells: Cell[]; isApart: boolean }

/** The lines that print something, no rules and blanks; each is looked at only when it is asked for. */
export class Page {
  private readonly lines: TextLine[]
  private readonly known = new Map<number, PrintedLine | null>()

  constructor(lines: TextLine[]) {
    this.lines = lines
  }

  /** The line of an index; null when it prints nothing. */
  at(index: number): PrintedLine | null {
    const known = this.known.get(index)
    if (known !== undefined) return known
    const line = this.lines[index]
    const cells = line === undefined ? [] : cutColons(line, index)
    const before = this.lines[index - 1]
    const isApart = before === undefined || isRuleOrBlank(before.text)
    const found = cells.length === 0 ? null : { index, cells, isApart }
    this.known.set(index, found)
    return found
  }

  above(index: number): PrintedLine | null {
    return this.next(index, -1)
  }

  below(index: number): PrintedLine | null {
    return this.next(index, 1)
  }

  private next(index: number, step: 1 | -1): PrintedLine | null {
    for (let at = index + step; at >= 0 && at < this.lines.length; at += step) {
      const line = this.at(at)
      if (line !== null) return line
    }
    return null
  }
}

/** Behind a role or name: `Depositor (CIK Number: 0001500001)`. */
const INDEX_KEY = / ?\((?:cik|central index key)[^()]{0,60}\)$/i
const ABBREVIATED = /\b(?:inc|corp|co|ltd)$/i
const FEWEST_LEADERS = 2
/** Leaders cut off from a cell. */
const LEADS_ON = /^[ ._\u2026]+$/

/** A name or role without the leaders and the index key behind it, which are no part of it. */
function withoutRest(text: string): string {
  const bare = withoutLeaders(text)
  return bare === text ? text.replace(INDEX_KEY, '') : bare
}

function withoutLeaders(text: string): string {
  const bare = withoutEnd(text, ' ._\u2026')
  if (text.slice(bare.length).replaceAll(' ', '').length < FEWEST_LEADERS) return text
  return ABBREVIATED.test(bare.slice(-5)) ? `${bare}.` : bare
}

/** Points, blanks between them or not, and underscores that lead from a label to what is printed for it. */
const LEADERS = /(?:(?<!\.)\.{2,}|(?<!_)_{3,}|(?<!\u2026)\u2026{2,}|(?<! \.)(?: \.){3,}) ?(?=[^\s._\u2026])/

/**
 * The two cells of a text with leaders inside; the first keeps the leaders.
 *
 * > Depositor............ Summit Asset Securities, Inc.
 *   ^                     ^
 */
function splitAtLeaders(cell: TextCell): TextCell[] {
  const found = LEADERS.exec(cell.text)
  if (found === null || found.index === 0) return [cell]
  const start = found.index + found[0].length
  const unit = (cell.right - cell.left) / cell.text.length
  const cut = (from: number, to: number): TextCell => ({
    text: cell.text.slice(from, to),
    from: cell.from + from,
    to: cell.from + to,
    left: cell.left + from * unit,
    right: cell.left + to * unit,
  })
  return [cut(0, start), cut(start, cell.text.length)]
}

/**
 * The cells of a line, with colons that stand apart given to the cell before; leaders between two cells are one.
 *
 * > Depositor    :    Marram Funding LLC        Trustee    : Marram Bank, N.A.        Seller......  Alder LLC
 *   ^ has a colon     ^                         ^ has one    ^                        ^ has one     ^
 */
function cutColons(line: TextLine, index: number): Cell[] {
  const cells: Cell[] = []
  let isLeading = false
  for (const cell of cellsOf(line).flatMap(splitAtLeaders)) {
    const before = cells.at(-1)
    const isLed = before !== undefined && cell.text.startsWith(':')
    if (before !== undefined && (isLed || isLeading)) before.hasColon = true
    const whole = isLed ? cell.text.slice(1).trimStart() : cell.text
    const text = withoutRest(whole)
    isLeading = LEADS_ON.test(whole.slice(text.length))
    if (text === '') continue
    const from = cell.to - whole.length
    cells.push({ ...cell, text, from, to: from + text.length, index, line, hasColon: false })
  }
  return cells
}

/** Do two cells stand over each other? */
export function isOver(
  one: { left: number; right: number },
  other: { left: number; right: number },
): boolean {
  return one.left < other.right && other.left < one.right
}
