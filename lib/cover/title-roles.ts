import { addAll } from '../add-all.ts'
import { isComplete } from './name-lines.ts'
import { findAbove, findBelow } from './names-around.ts'
import type { FoundParty, UnreadRole } from './parties.ts'
import { isDetail } from './party-details.ts'
import { isOneName, readNames } from './party-names.ts'
import { type Caption, findCaption, pairingAround, pairingOf, readLineOfRoles } from './role-caption.ts'
import { type NamedRole, ROLE_OF_ANY, readRoleCaption } from './roles.ts'
import { placeOnLine, type TextLine } from './text-lines.ts'
import { type Cell, isOver, Page, type PrintedLine } from './title-page.ts'

/** Title pages and the first pages of a term sheet; behind them is text. */
const LINES_LOOKED_AT = 250
/** In a sheet laid out in cells a line has few of them; justified text has many. */
const MOST_CELLS = 4
/** Longer texts are sentences, but for labels with long lists of names. */
const LONGEST_CELL = 300
/** Of a name over two lines or three. */
const MOST_LINES_MORE = 2

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
 * Each name has one caption: of captions and names in turn the first tells which of them leads. `unread` are the labels that
 * no name can be read for.
 */
export function findTitleRoles(lines: TextLine[]): { parties: FoundParty[]; unread: UnreadRole[] } {
  const page = new Page(lines)
  const taken = new Set<Cell>()
  const found: FoundParty[] = []
  const unread: UnreadRole[] = []
  for (let index = 0, printed = 0; index < lines.length && printed < LINES_LOOKED_AT; index += 1) {
    const text = lines[index]?.text ?? ''
    if (text !== '') printed += 1
    const line = ROLE_OF_ANY.test(text) ? page.at(index) : null
    if (line === null) continue
    const [first] = line.cells
    const column = first === undefined ? null : readColumn(page, line, first)
    if (column !== null) {
      for (const cell of column.cells) taken.add(cell)
      for (const party of column.parties) for (const role of column.roles) found.push({ ...role, party })
    }
    if (column !== null || line.cells.length > MOST_CELLS) continue
    for (const cell of line.cells) {
      if (cell.text.length > LONGEST_CELL || taken.has(cell) || !ROLE_OF_ANY.test(cell.text)) continue
      const caption = findCaption(page, line, cell)
      const named = caption === null ? readApposition(cell) : findNames(page, caption, taken)
      if (caption !== null && named.parties.length === 0) addAll(unread, unreadRoles(page, caption))
      for (const party of named.parties) for (const role of named.roles) found.push({ ...role, party })
    }
  }
  return { parties: found, unread }
}

/** The roles of a label behind whose colon something is printed, or nothing. */
function unreadRoles(page: Page, { roles, isLabel, first, cells, rest }: Caption): UnreadRole[] {
  const [cell] = cells
  if (!isLabel || cell === undefined) return []
  const beside = rest ?? page.at(first.index)?.cells.find(({ from }) => from >= cell.to)
  const printed = beside?.text ?? ''
  return roles.map(({ role }) => ({ role, printed, at: placeOnLine(cell.line, cell.from, cell.to) }))
}

type Named = { roles: NamedRole[]; parties: FoundParty['party'][] }
const NOBODY: Named = { roles: [], parties: [] }

/** `taken` are the cells of names and captions that are read already. */
function findNames(page: Page, caption: Caption, taken: Set<Cell>): Named {
  const { roles } = caption
  for (const cell of caption.cells) taken.add(cell)
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
  const beside = findBeside(page, caption)
  if (caption.isLabel) return takeAll(beside) ?? takeList(page, caption, take) ?? NOBODY
  const pairing = pairingAround(page, caption.first)
  const left = findLeft(page, caption)
  const isBehind = pairing === 'names-first' || caption.cells[0]?.text.startsWith('(')
  if (pairing === 'roles-first' && beside.length > 0) return takeAll(beside) ?? NOBODY
  return (
    takeAll(isBehind ? left : []) ??
    takeAll(findAbove(page, caption)) ??
    takeAll(beside) ??
    takeAll(pairingOf(page, caption.first) === 'names-first' ? left : findBelow(page, caption)) ??
    NOBODY
  )
}

const FIGURE = /^\$? ?\d[\d,.]*%?$/
const ENDS_COLUMN = /^(?:total|all)\b/i

/**
 * The names of the first column of a table that a role heads, where each has figures beside it; null for any other line.
 *
 * > Underwriter                     Class A-1       Class A-2
 *   Larch Securities LLC         $100,000,000     $50,000,000
 *   Marlow & Co.                  100,000,000      50,000,000
 *   Total                        $200,000,000    $100,000,000
 */
function readColumn(page: Page, line: PrintedLine, first: Cell): (Named & { cells: Cell[] }) | null {
  const roles = line.cells.length > 1 ? readRoleCaption(first.text)?.roles : undefined
  if (roles === undefined || line.cells.some(cell => cell !== first && readRoleCaption(cell.text) !== null))
    return null
  const cells = [...line.cells]
  const parties: FoundParty['party'][] = []
  for (let below = page.below(line.index); below !== null; below = page.below(below.index)) {
    const [name, ...others] = below.cells
    if (name === undefined || ENDS_COLUMN.test(name.text)) break
    const figures = others.filter(cell => FIGURE.test(cell.text))
    if (figures.length === 0 || figures.length < others.length / 2) break
    addAll(cells, below.cells)
    addAll(parties, readNames([name]))
  }
  return parties.length === 0 ? null : { roles, parties, cells }
}

/** The cell left of a caption: in brackets the caption follows its name on the line. */
function findLeft(page: Page, caption: Caption): Cell[][] {
  const [first] = caption.cells
  const left = caption.first.cells.filter(cell => first !== undefined && cell.to <= first.from).at(-1)
  return left === undefined ? [] : goOnBelow(page, { caption, line: caption.first, first: left })
}

/** The rest of the label's own cell, else the cell right of it on the first of its lines that has one. */
function findBeside(page: Page, caption: Caption): Cell[][] {
  const { rest } = caption
  if (rest !== null) return goOnBelow(page, { caption, line: caption.last, first: rest })
  let line: PrintedLine | null = caption.first
  for (const own of caption.cells) {
    const first: Cell | undefined = line?.cells.find(cell => cell.from >= own.to)
    if (line !== null && first !== undefined) return goOnBelow(page, { caption, line, first })
    line = line === null ? null : page.below(line.index)
  }
  return []
}

/** A cell with those that go on below in its columns: each group of cells is a name, or a list of names. */
function goOnBelow(
  page: Page,
  { caption, line, first }: { caption: Caption; line: PrintedLine; first: Cell },
): Cell[][] {
  const column = [first]
  for (let below = page.below(line.index); below !== null; below = page.below(below.index)) {
    const [next, ...others] = below.cells.filter(cell => !caption.cells.includes(cell))
    if (below.isApart || next === undefined || others.length > 0) break
    if (next.left < first.left || !isOver(next, first)) break
    if (!isDetail(next.text)) column.push(next)
  }
  return splitColumn(column, caption.isPlural)
}

/**
 * The names of a column, each over its lines. A list may hold names without a legal form; a name alone that has none yet
 * goes on to the line that ends in one.
 *
 * > Marram Acceptance Home Equity      one name      Brackenbury & Stowe       two in a list
 *   Loan Securities LLC                              Larch Inc.
 */
function splitColumn(column: Cell[], isList: boolean): Cell[][] {
  const groups: Cell[][] = []
  for (const [index, cell] of column.entries()) {
    const last = groups.at(-1)
    const above = last?.at(-1)
    const isEnding = () => column.slice(index, index + MOST_LINES_MORE).some(each => isComplete(each.text))
    const goesOn =
      above !== undefined &&
      (isOneName(above.text, cell.text) || (!isList && !isComplete(above.text) && isEnding()))
    if (goesOn) last?.push(cell)
    else groups.push([cell])
  }
  return isList ? groups : groups.slice(0, 1)
}

/** Under a label that stands alone, each line that is a name, up to the next blank line or label. */
function takeList(page: Page, caption: Caption, take: (cells: Cell[]) => Named | null): Named | null {
  if (caption.rest !== null) return null
  const all: Named = { roles: caption.roles, parties: [] }
  for (let below = page.below(caption.last.index); below !== null; below = page.below(below.index)) {
    if (below.isApart && all.parties.length > 0) break
    if (below.cells.some(cell => readLineOfRoles(cell.text) !== null)) break
    const cells = below.cells.filter(cell => !isDetail(cell.text))
    const named = cells.map(cell => take([cell]))
    if (named.some(one => one === null)) break
    for (const one of named) addAll(all.parties, one?.parties ?? [])
  }
  return all.parties.length > 0 ? all : null
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
