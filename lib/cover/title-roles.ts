import { addAll } from '../add-all.ts'
import type { CoverCell } from './captions.ts'
import { findDate } from './find-date.ts'
import { findNameBefore } from './find-name.ts'
import { toNaturalCase } from './name-case.ts'
import type { FoundParty } from './parties.ts'
import { type NamedRole, ROLE_OF_DEAL, readRoleCaption } from './roles.ts'
import { splitNames } from './split-names.ts'
import { cellsOf, isRuleOrBlank, placeAcross, type TextLine } from './text-lines.ts'

/** Title pages and the first pages of a term sheet; behind them is text. */
const LINES_LOOKED_AT = 250
/** In a sheet laid out in cells a line has few of them; justified text has many. */
const MOST_CELLS = 4
/** Longer texts are sentences, but for labels with long lists of names. */
const LONGEST_CELL = 300
/** What documents, their parts and amounts are called, and companies are not. */
const NOT_A_COMPANY =
  /^\W*\$|\b(?:approximate|prospectus|supplement|term sheet|free writing|preliminary|certificates|series|exhibit|annex|appendix|table|page|date|information|materials|contents|total|class(?:es)?|statement|rule|telephone|see|none|not applicable|n\/a)\b/i
/** A line that goes on with the name above it, or is gone on with by the one below. */
const GOES_ON = /^(?:inc|llc|l\.l\.c|corp|corporation|company|n\.a|national association|a |an |[a-z])\b/i
const IS_OPEN = /(?:,|&|\b(?:and|of))$/

type Cell = CoverCell & { line: TextLine }
type Caption = Cell & { roles: NamedRole[]; isLabel: boolean; isPlural: boolean }

/** The lines that print something, no rules and blanks; each is looked at only when it is asked for. */
class Page {
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
    const cells = line === undefined ? [] : cellsOf(line).map(cell => ({ ...cell, index, line }))
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
/** `isApart` is a line with a blank line over it. */
type PrintedLine = { index: number; cells: Cell[]; isApart: boolean }

/**
 * Parties whose role stands by itself, on title pages, term sheets and covers.
 *
 * > Master Servicer:    Teasel Servicing LP          a label, with the names beside or below it
 *   Underwriters:  Larch Inc. and Alder LLC
 *
 * > MARRAM BANK & TRUST COMPANY                      a caption below the name, or above where it is above all names
 *        Sponsor and Servicer
 *
 * > Marram Asset Acceptance LLC, Depositor           a name with its role
 *
 * Each name has one caption: of captions and names in turn the first tells which of them leads.
 */
export function findTitleRoles(lines: TextLine[]): FoundParty[] {
  const page = new Page(lines)
  const taken = new Set<Cell>()
  const found: FoundParty[] = []
  for (let index = 0, printed = 0; index < lines.length && printed < LINES_LOOKED_AT; index += 1) {
    const text = lines[index]?.text ?? ''
    if (text !== '') printed += 1
    const line = ROLE_OF_DEAL.test(text) ? page.at(index) : null
    if (line === null || line.cells.length > MOST_CELLS) continue
    for (const cell of line.cells) {
      if (cell.text.length > LONGEST_CELL || !ROLE_OF_DEAL.test(cell.text)) continue
      const caption = toCaption(cell)
      const named = caption === null ? readApposition(cell) : findNames(page, line, caption, taken)
      for (const party of named.parties) for (const role of named.roles) found.push({ ...role, party })
    }
  }
  return found
}

type Named = { roles: NamedRole[]; parties: FoundParty['party'][] }
const NOBODY: Named = { roles: [], parties: [] }

/** `Depositor:`, `(Depositor)`, `Depositor`; with the names in the same cell cut off, see `readLabel`. */
function toCaption(cell: Cell): Caption | null {
  const colon = cell.text.indexOf(':')
  const words = colon === -1 ? cell.text : cell.text.slice(0, colon)
  const found = /^[A-Z(]|^as [A-Z]/.test(words) ? readRoleCaption(words) : null
  return found === null ? null : { ...cell, ...found, isLabel: colon !== -1 }
}

function findNames(page: Page, line: PrintedLine, caption: Caption, taken: Set<Cell>): Named {
  const { roles } = caption
  const take = (cells: Cell[]): Named | null => {
    const parties = readNames(cells)
    if (parties.length === 0) return null
    for (const cell of cells) taken.add(cell)
    return { roles, parties }
  }
  const takeAll = (groups: Cell[][]): Named | null => {
    if (groups.flat().some(cell => taken.has(cell))) return null
    const parties = groups.map(take).flatMap(named => named?.parties ?? [])
    return parties.length > 0 ? { roles, parties } : null
  }
  const beside = findBeside(page, line, caption)
  if (caption.isLabel) return takeAll(beside) ?? takeList(page, line, caption, take) ?? NOBODY
  const left = caption.text.startsWith('(')
    ? line.cells.filter(cell => cell.to <= caption.from).slice(-1)
    : []
  return (
    takeAll([left]) ??
    takeAll(findAbove(page, line, caption)) ??
    takeAll(beside) ??
    takeAll(findBelow(page, line, caption)) ??
    NOBODY
  )
}

/**
 * The rest of the label's own cell, else the cell right of it, with the lines that go on below in its columns: each
 * group of cells is a name, or a list of names.
 */
function findBeside(page: Page, line: PrintedLine, caption: Caption): Cell[][] {
  const rest = afterColon(caption)
  const first = rest ?? line.cells.find(cell => cell.from >= caption.to)
  if (first === undefined) return []
  const groups = [[first]]
  for (let below = page.below(line.index); below !== null; below = page.below(below.index)) {
    const [next, ...others] = below.cells
    const last = groups.at(-1)
    const above = last?.at(-1)
    if (below.isApart || next === undefined || others.length > 0 || above === undefined) break
    if (next.left < first.left || !isOver(next, first)) break
    if (isOneName(above.text, next.text)) last?.push(next)
    else if (caption.isPlural) groups.push([next])
    else break
  }
  return groups
}

function afterColon(caption: Caption): Cell | null {
  const text = caption.isLabel ? caption.text.slice(caption.text.indexOf(':') + 1).trim() : ''
  return text === '' ? null : { ...caption, text, from: caption.to - text.length }
}

/** Under a label that stands alone, each line that is a name, up to the next blank line or label. */
function takeList(
  page: Page,
  line: PrintedLine,
  caption: Caption,
  take: (cells: Cell[]) => Named | null,
): Named | null {
  if (afterColon(caption) !== null) return null
  const all: Named = { roles: caption.roles, parties: [] }
  for (let below = page.below(line.index); below !== null; below = page.below(below.index)) {
    if (below.isApart && all.parties.length > 0) break
    const named = below.cells.map(cell => (toCaption(cell) === null ? take([cell]) : null))
    if (named.some(one => one === null)) break
    for (const one of named) addAll(all.parties, one?.parties ?? [])
  }
  return all.parties.length > 0 ? all : null
}

/**
 * The name on the line above, with the line above that when the name runs over two. Above a caption for several all names
 * of the line when the caption stands alone on its own, and the lines stacked above.
 */
function findAbove(page: Page, line: PrintedLine, caption: Caption): Cell[][] {
  let above = page.above(line.index)
  const isAlone = caption.isPlural && line.cells.length === 1
  const row = (above?.cells ?? []).filter(cell => isAlone || isOver(cell, caption))
  const [last] = row
  if (last === undefined || row.length > 1) return row.slice(0, isAlone ? row.length : 1).map(cell => [cell])
  const groups = [[last]]
  while (above !== null && !above.isApart) {
    above = page.above(above.index)
    const before = above?.cells.find(cell => isOver(cell, last))
    const next = groups[0]?.[0]
    if (before === undefined || next === undefined) break
    if (isOneName(before.text, next.text)) groups[0]?.unshift(before)
    else if (caption.isPlural && toCaption(before) === null) groups.unshift([before])
    else break
  }
  return groups
}

function findBelow(page: Page, line: PrintedLine, caption: Caption): Cell[][] {
  const isAlone = caption.isPlural && line.cells.length === 1
  const row = (page.below(line.index)?.cells ?? []).filter(cell => isAlone || isOver(cell, caption))
  return row.slice(0, isAlone ? row.length : 1).map(cell => [cell])
}

function isOneName(first: string, next: string): boolean {
  return IS_OPEN.test(first) || GOES_ON.test(next)
}

function isOver(one: Cell, other: Cell): boolean {
  return one.left < other.right && other.left < one.right
}

const ENDS_IN_ROLE = /(?:or|er|ee|entity)s?\)?$/i

/** `Larkspur, Penn & Co., Underwriter`, `Alder LLC (Depositor)`, `Alder LLC, as Depositor` */
function readApposition(cell: Cell): Named {
  if (!ENDS_IN_ROLE.test(cell.text)) return NOBODY
  for (const lead of [' (', ', ']) {
    let at = cell.text.lastIndexOf(lead)
    for (let tries = 0; at > 0 && tries < 3; tries += 1) {
      const words = cell.text.slice(at + lead.length)
      const roles = /^[A-Z]|^as [A-Za-z]/.test(words) ? (readRoleCaption(words)?.roles ?? null) : null
      const name = cell.text.slice(0, at)
      const parties = roles === null ? [] : readNames([{ ...cell, text: name, to: cell.from + name.length }])
      if (roles !== null && roles.length > 0 && parties.length > 0) return { roles, parties }
      at = cell.text.lastIndexOf(lead, at - 1)
    }
  }
  return NOBODY
}

/** The names that cells print, one below the other; none when they print anything else. */
function readNames(cells: Cell[]): FoundParty['party'][] {
  const text = cells.map(each => each.text).join(' ')
  const [first] = cells
  if (first === undefined || NOT_A_COMPANY.test(withoutSeries(text)) || readRoleCaption(text) !== null)
    return []
  if (findDate(text) !== null) return []
  const spans = splitNames(text)
  if (spans === null) return []
  if (spans.some(({ from, to }) => !isName(text.slice(from, to)))) return []
  return spans.map(({ from, to }) => ({
    value: toNaturalCase(text.slice(from, to)),
    at: placeAcross(pointIn(cells, from), pointIn(cells, to - 1)),
  }))
}

/** A trust may have its series in its name. */
function withoutSeries(text: string): string {
  return /\btrust\b/i.test(text) ? text.replace(/\bseries\b/gi, '') : text
}

function isName(text: string): boolean {
  return /\S\s\S/.test(text) && findNameBefore(text, text.length)?.from === 0
}

/** The line and index of a character of the cells' joined text. */
function pointIn(cells: Cell[], offset: number): { line: TextLine; index: number } {
  let left = offset
  for (const cell of cells) {
    if (left < cell.text.length) return { line: cell.line, index: cell.from + left }
    left -= cell.text.length + 1
  }
  const last = cells.at(-1)
  if (last === undefined) throw new Error('A place was asked for in no cell')
  return { line: last.line, index: last.to - 1 }
}
