import type { CoverCell } from './captions.ts'
import { cellsOf, isRuleOrBlank, type TextLine } from './text-lines.ts'
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
const FEWEST_LEADERS = 3

/** A name or role without the leaders and the index key behind it, which are no part of it. */
function withoutRest(text: string): string {
  const bare = withoutEnd(text, '.')
  if (text.length - bare.length < FEWEST_LEADERS) return text.replace(INDEX_KEY, '')
  return ABBREVIATED.test(bare.slice(-5)) ? `${bare}.` : bare
}

/**
 * The cells of a line, with colons that stand apart given to the cell before.
 *
 * > Depositor    :    Marram Funding LLC        Trustee    : Marram Bank, N.A.
 *   ^ has a colon     ^                         ^ has one    ^
 */
function cutColons(line: TextLine, index: number): Cell[] {
  const cells: Cell[] = []
  for (const cell of cellsOf(line)) {
    const before = cells.at(-1)
    const isLed = before !== undefined && cell.text.startsWith(':')
    if (isLed) before.hasColon = true
    const whole = isLed ? cell.text.slice(1).trimStart() : cell.text
    const text = withoutRest(whole)
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
