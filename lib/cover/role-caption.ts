import { largest, smallest } from '../extremes.ts'
import { joinRoles, type NamedRole, readRoleCaption } from './roles.ts'
import { type Cell, isOver, type Page, type PrintedLine } from './title-page.ts'

/**
 * A role by itself, over one line or several: `first` and `last` are its lines, `cells` its cells, one a line. `rest` is
 * what its last cell prints behind a colon.
 */
export type Caption = {
  first: PrintedLine
  last: PrintedLine
  cells: Cell[]
  rest: Cell | null
  left: number
  right: number
  roles: NamedRole[]
  isLabel: boolean
  isPlural: boolean
}

/** Roles of one party fill a few lines. */
const MOST_LINES = 4

/**
 * The caption that a cell is part of; null for any other text. It goes on over lines while one is open or the next leads on.
 *
 * > Originator, Transferor and Master      Master Servicer, Paying Agent     MASTER SERVICER AND
 *               Servicer                   and Custodian                     SECURITIES ADMINISTRATOR:   Marram Bank
 */
export function findCaption(page: Page, line: PrintedLine, cell: Cell): Caption | null {
  const lines = [line]
  const cells = [cell]
  let { words, rest } = cutAtColon(cell)
  for (let over = page.above(line.index); over !== null && lines.length < MOST_LINES; ) {
    const next = cellIn(over, cell)
    const joined = next === undefined || next.text.includes(':') ? null : joinRoles(next.text, words)
    if (next === undefined || joined === null) break
    lines.unshift(over)
    cells.unshift(next)
    words = joined
    over = page.above(over.index)
  }
  let found = readLineOfRoles(words)
  let length = lines.length
  for (let under = page.below(line.index); under !== null && lines.length < MOST_LINES; ) {
    const next = cellIn(under, cell)
    if (next === undefined || cells.at(-1)?.text.includes(':')) break
    const cut = cutAtColon(next)
    const joined = joinRoles(words, cut.words)
    if (joined === null) break
    lines.push(under)
    cells.push(next)
    words = joined
    const whole = readLineOfRoles(words)
    if (whole !== null) {
      found = whole
      length = lines.length
      rest = cut.rest
    }
    under = page.below(under.index)
  }
  if (found === null) return null
  lines.splice(length)
  cells.splice(length)
  const [first = line] = lines
  return {
    ...found,
    first,
    last: lines.at(-1) ?? line,
    cells,
    rest,
    left: smallest(cells.map(each => each.left)),
    right: largest(cells.map(each => each.right)),
    isLabel: cells.some(each => each.hasColon || each.text.includes(':')),
  }
}

/** `Depositor: …`, `(Depositor)`, `Depositor`, `as Depositor`; null for any other text. */
export function readLineOfRoles(text: string): { roles: NamedRole[]; isPlural: boolean } | null {
  const colon = text.indexOf(':')
  const words = colon === -1 ? text : text.slice(0, colon)
  return /^[A-Z(]|^as [A-Z]/.test(words) ? readRoleCaption(words) : null
}

/** `Trustee: Marram Bank` are the words of a label, and what is printed behind its colon. */
function cutAtColon(cell: Cell): { words: string; rest: Cell | null } {
  const colon = cell.text.indexOf(':')
  if (colon === -1) return { words: cell.text, rest: null }
  const text = cell.text.slice(colon + 1).trim()
  const rest = text === '' ? null : { ...cell, text, from: cell.to - text.length }
  return { words: cell.text.slice(0, colon), rest }
}

function cellIn(line: PrintedLine, caption: Cell): Cell | undefined {
  return line.cells.find(cell => isOver(cell, caption))
}

type Pairing = 'roles-first' | 'names-first'

/**
 * How a line pairs roles with names: so does the nearest line of its kind in a table or sheet, or the line stands apart.
 *
 * > Depositor    Marram Funding LLC        Trustee    Marram Bank, N.A.        roles first
 *   Sponsor      Teasel Home Loans,        Seller     Alder Mortgage LLC
 *                Inc.
 */
export function pairingAround(page: Page, line: PrintedLine): Pairing | null {
  const own = pairingOf(page, line)
  if (own === null || line.isApart) return own
  const above = nearestRow(line, each => page.above(each.index))
  const below = nearestRow(line, each => page.below(each.index))
  return pairingOf(page, above) === own || pairingOf(page, below) === own ? own : null
}

/** The next line of more than one cell, past those where cells of a row go on. */
function nearestRow(line: PrintedLine, next: (line: PrintedLine) => PrintedLine | null): PrintedLine | null {
  let row = next(line)
  for (let lines = 1; row !== null && row.cells.length === 1 && lines < MOST_LINES; lines += 1)
    row = next(row)
  return row
}

/** Of a line by itself. */
export function pairingOf(page: Page, line: PrintedLine | null): Pairing | null {
  if (line === null || line.cells.length % 2 !== 0) return null
  const [first, ...others] = line.cells.map(cell => findCaption(page, line, cell) !== null)
  const isInTurn = others.every((isRole, index) => isRole === (index % 2 === 0 ? !first : first))
  if (!isInTurn) return null
  return first ? 'roles-first' : 'names-first'
}
