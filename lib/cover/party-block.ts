import { isDetail } from './party-details.ts'
import { isOneName, readNames } from './party-names.ts'
import { type Caption, findCaption } from './role-caption.ts'
import { type Cell, isOver, type Page, type PrintedLine } from './title-page.ts'

/**
 * Where the name of a role may stand. Blank lines and ends of paragraphs part the parties, so a role takes a name of its
 * own block; one that has its block to itself takes that of the block before or behind.
 *
 * > Marram Funding Corp.        the role ends its block        Depositor                   it has its block to itself
 *         Depositor
 *                                                              Marram Funding Corp.
 */
export function reachOf(page: Page, caption: Caption): { above: boolean; below: boolean; isAlone: boolean } {
  const below = page.below(caption.last.index)
  const isAlone = hasOnlyDetails(page, caption)
  return {
    above: isAlone || !caption.first.isApart,
    below: isAlone || (below !== null && !below.isApart),
    isAlone,
  }
}

/** Does the block of a role print nothing else but what is told of a party? */
function hasOnlyDetails(page: Page, { first, last }: Caption): boolean {
  for (let line: PrintedLine | null = first; line !== null && !line.isApart; ) {
    line = page.above(line.index)
    if (line?.cells.some(cell => !isDetail(cell.text))) return false
  }
  for (let line = page.below(last.index); line !== null && !line.isApart; line = page.below(line.index))
    if (line.cells.some(cell => !isDetail(cell.text))) return false
  return true
}

/** A title page names a dozen parties. */
const MOST_PARTIES = 24
/** Of a name and what is told of its party. */
const MOST_LINES = 6

/**
 * Do names follow their roles from here on? Where roles and names are printed in turn, the last of them tells: a role
 * without a name below it shows that each stands below its name.
 *
 * > Depositor                    Depositor
 *   Alder Funding Corp.          Alder Bank, N.A.
 *   Sponsor                      Sponsor
 *   Alder Bank, N.A.             June 11, 2007
 *   yes                          no
 */
export function areNamesBelow(page: Page, caption: Caption): boolean {
  const { isAlone } = reachOf(page, caption)
  let role = caption
  for (let parties = 0; parties < MOST_PARTIES; parties += 1) {
    const name = nextInBlock(page, role.last, isAlone)
    const cell = name?.cells.find(each => isOver(each, role))
    if (name == null || cell === undefined || readNames([cell]).length === 0) return false
    const next = captionBelow(page, { line: name, cell, isAlone })
    if (next === null) return true
    role = next
  }
  return true
}

function nextInBlock(page: Page, line: PrintedLine, isAcross: boolean): PrintedLine | null {
  const below = page.below(line.index)
  return below === null || (below.isApart && !isAcross) ? null : below
}

/** The role below a name, past its other lines and what is told of its party. */
function captionBelow(
  page: Page,
  { line, cell, isAlone }: { line: PrintedLine; cell: Cell; isAlone: boolean },
): Caption | null {
  let below = nextInBlock(page, line, isAlone)
  let name = cell
  for (let lines = 0; below !== null && lines < MOST_LINES; lines += 1) {
    const next = below.cells.find(each => isOver(each, cell))
    if (next === undefined) return null
    const caption = findCaption(page, below, next)
    if (caption !== null) return caption.isLabel ? null : caption
    if (!isDetail(next.text) && !isOneName(name.text, next.text)) return null
    name = next
    below = nextInBlock(page, below, isAlone)
  }
  return null
}
