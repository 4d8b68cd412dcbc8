import { addAll } from '../add-all.ts'
import { isAllCapitals } from './name-case.ts'
import { isComplete } from './name-lines.ts'
import { areNamesBelow, reachOf } from './party-block.ts'
import { isDetail, isOfSecurities } from './party-details.ts'
import { isOneName, readNames } from './party-names.ts'
import { type Caption, readLineOfRoles } from './role-caption.ts'
import { readRoleCaption } from './roles.ts'
import { type Cell, isOver, type Page, type PrintedLine } from './title-page.ts'

/**
 * The name on the line above, with the line above that when the name runs over two. Above a caption for several all names
 * of the line when the caption stands alone on its own, and the lines stacked above.
 */
export function findAbove(page: Page, caption: Caption): Cell[][] {
  let above = lineOfName(page, caption)
  const isAlone = caption.isPlural && caption.first.cells.length === 1
  const row = (above?.cells ?? []).filter(cell => isAlone || isOver(cell, caption))
  const [last] = row
  if (last === undefined || above === null) return []
  if (row.length > 1) return isAlone ? rowsAbove(page, above) : row.slice(0, 1).map(cell => [cell])
  const groups = [[last]]
  while (above !== null && !above.isApart) {
    above = page.above(above.index)
    const before =
      above?.cells.find(cell => isOver(cell, last)) ?? (isAlone ? onStep(above, groups[0]?.[0]) : undefined)
    const next = groups[0]?.[0]
    if (before === undefined || next === undefined) break
    if (isOneName(before.text, next.text)) groups[0]?.unshift(before)
    else if (caption.isPlural && readLineOfRoles(before.text) === null) groups.unshift([before])
    else {
      if (above?.isApart && isFirstLine(before, next)) groups[0]?.unshift(before)
      break
    }
  }
  return groups
}

/**
 * Does a name begin with the first line of its block, where only the second ends as names do?
 *
 * > Marram Acceptance Home Equity
 *        Loan Securities LLC
 *             Depositor
 */
function isFirstLine(first: Cell, second: Cell): boolean {
  const isSameCase = isAllCapitals(first.text) === isAllCapitals(second.text)
  return isSameCase && !isComplete(first.text) && isComplete(second.text) && readNames([first]).length === 1
}

/** The line above a caption that may be its name: past what is told of the party, but not past another block. */
function lineOfName(page: Page, caption: Caption): PrintedLine | null {
  const reach = reachOf(page, caption)
  if (!reach.above) return null
  let above = page.above(caption.first.index)
  let isSameBlock = !caption.first.isApart
  while (above !== null) {
    const own = above.cells.filter(cell => isOver(cell, caption))
    const isTold = own.every(({ text }) => isDetail(text) || (isSameBlock && isOfSecurities(text)))
    if (own.length === 0 || !isTold) return above
    if (above.isApart && !reach.isAlone) return null
    isSameBlock &&= !above.isApart
    above = page.above(above.index)
  }
  return null
}

/**
 * The rows of names that stand on each other over one caption.
 *
 * > Larch Securities Inc.       Marlow & Co.
 *   Alder Capital LLC           Oakhollow Brothers
 *                 Underwriters
 */
function rowsAbove(page: Page, last: PrintedLine): Cell[][] {
  const rows = [last]
  for (let line = last; goesOnAbove(page, line); ) {
    const above = page.above(line.index)
    if (above === null || above.cells.length < 2 || !isRowOfNames(above)) break
    rows.unshift(above)
    line = above
  }
  return rows.flatMap(row => row.cells.map(cell => [cell]))
}

/** Rows of a table in HTML stand on each other as lines without a blank one between do. */
function goesOnAbove(page: Page, line: PrintedLine): boolean {
  const above = page.above(line.index)
  return above !== null && (!line.isApart || isSameTable(above, line))
}

function isSameTable(one: PrintedLine, other: PrintedLine): boolean {
  const table = one.cells[0]?.line.row?.table
  return table !== undefined && table === other.cells[0]?.line.row?.table
}

function isRowOfNames({ cells }: PrintedLine): boolean {
  return cells.every(cell => readNames([cell]).length > 0)
}

/**
 * The name on a line above that begins and ends left of the one below it, in a stair of names over one caption.
 *
 * > LARCH SECURITIES INC.
 *                        MARLOW & CO.
 *                                     OAKHOLLOW BROTHERS
 *                     (Underwriters)
 */
function onStep(line: PrintedLine | null, below: Cell | undefined): Cell | undefined {
  const [cell, ...others] = line?.cells ?? []
  if (cell === undefined || below === undefined || others.length > 0) return undefined
  return cell.left < below.left && cell.right < below.right && readNames([cell]).length > 0 ? cell : undefined
}

/** The name on the line below where names follow their roles; below a caption for several all rows of names. */
export function findBelow(page: Page, caption: Caption): Cell[][] {
  const isAlone = caption.isPlural && caption.last.cells.length === 1
  const below = page.below(caption.last.index)
  if (below === null || !reachOf(page, caption).below) return []
  if (below.cells.some(cell => readRoleCaption(cell.text) !== null)) return []
  if (isAlone) return rowsBelow(page, below)
  if (!areNamesBelow(page, caption)) return []
  const [name] = below.cells.filter(cell => isOver(cell, caption))
  return name === undefined ? [] : [[name]]
}

function rowsBelow(page: Page, first: PrintedLine): Cell[][] {
  const cells = [...first.cells]
  if (first.cells.length > 1)
    for (let line = page.below(first.index); line !== null; line = page.below(line.index)) {
      if (!goesOnAbove(page, line) || !isRowOfNames(line)) break
      addAll(cells, line.cells)
    }
  return cells.map(cell => [cell])
}
