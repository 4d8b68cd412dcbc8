import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import { findDate } from './find-date.ts'
import { toNaturalCase } from './name-case.ts'
import {
  cellsOf,
  isPageMark,
  isRuleOrBlank,
  placeAcross,
  placeOnLine,
  type TextCell,
  type TextLine,
} from './text-lines.ts'
import { withoutEnd } from './without-end.ts'

/** Who signed, as what, and when; null where it is not printed. */
export type Signature = Record<'signatory' | 'signatoryTitle' | 'signedOn', Printed | null>

/** A cell of the block with its line, and how many lines of the block print something before it. */
type Cell = TextCell & { line: TextLine; row: number }

/** `/s/ Nora Whitlock`, `//s// …`, `\s\ …`, `s/ …`, with the rule that is signed on before it. */
const SIGNED = /^(?:by:?)?[\s_]*(?:\/{1,2}\s?s\s?\/{1,2}|\\s\\|s\/)[\s_]*/i
const BY = /^by\s?:[\s_]*/i
const LABEL = /^(?:(name|title|titles|its|by|date|dated)\s?:|(its)(?= [A-Z]))\s*/i
const DATED = /\bdated?\b(?:\s+as\s+of|\s+this(?:\s+the)?)?[\s:_]*(?=[^\s:_])/i
const TITLE_WORD =
  /\b(?:president|officer|director|secretary|treasurer|signatory|manager|controller|comptroller|counsel|chairman|partner|trustee|attorney|vice|agent|principal|member|associate|cfo|ceo|banker|analyst|accountant|administrator|representative|authorized|delegate|designee|executive)\b/i
const COMPANY_WORD =
  /\b(?:inc|corp|corporation|incorporated|l\.?l\.?c|l\.?p|n\.?a|bank|trust|company|co|association|securities|funding|mortgage|services?|registrant|depositor|servicer|series|report|act|exchange|commission)\b/i
const NAME_WORD = /^(?:[A-Z][\p{L}.'’-]*,?|["“(][A-Z]\p{L}+["”)]|de|la|van|von|der|del|di|II|III|IV)$/u
/** What follows a name after a comma and is part of it. */
const OF_NAMES = /^(?:jr|sr|ii|iii|iv|esq|cpa|ph\.?d|cfa)\b\.?/i
/** How far left of the mark a name or title may end, and how many lines below it belong to it. */
const FURTHEST_LEFT = 8
const MOST_ROWS = 12

/**
 * Read the first signature of the block that a person gave.
 *
 * > By: /s/ Nora Whitlock            the name is the one printed under the mark, or after "Name:", else the mark's
 *       ------------------
 *       Nora Whitlock
 *       Vice President               the title follows, or stands after "Title:", perhaps over two lines
 *
 * > By:     | /s/ Nora Whitlock      label and value may be cells beside each other
 *   Name:   | Nora Whitlock
 *
 * > /s/ Nora Whitlock, Vice President
 *
 * > Dated: October 15, 2002          before, beside or after; or the date alone
 *
 * A signature without a name that could be read raises `signature-is-not-read`.
 */
export function readSignature(block: TextLine[]): Staged<Signature> {
  const rows = block.filter(line => !isRuleOrBlank(line.text) && !isPageMark(line.text))
  const cells = rows.flatMap((line, row) => cellsOf(line).map(cell => ({ ...cell, line, row })))
  const signedOn = readSignedOn(cells)
  const marks = cells.filter(cell => SIGNED.test(cell.text))
  const lines = marks.length > 0 ? marks : cells.filter(cell => BY.test(cell.text))
  for (const mark of lines) {
    const signer = readSigner(cells, mark)
    if (signer.signatory !== null) return { value: { ...signer, signedOn }, issues: [] }
  }
  const first = lines[0] ?? cells[0]
  return {
    value: { signatory: null, signatoryTitle: null, signedOn },
    issues:
      first === undefined
        ? []
        : [issue('signature-is-not-read', { what: 'name' }, placeOnLine(first.line, first.from, first.to))],
  }
}

type Signer = Pick<Signature, 'signatory' | 'signatoryTitle'>

function readSigner(cells: Cell[], mark: Cell): Signer {
  const own = ownCells(cells, mark)
  const below = own.filter(cell => cell.row > mark.row)
  const marked = splitTitle(withoutMark(mark, own))
  const labelled = findLabelled(own, /^name$/i)
  const named =
    labelled === null ? below.map(splitTitle).find(({ name }) => isPersonName(name)) : splitTitle(labelled)
  const { name, title } = named ?? marked
  if (!isPersonName(name)) return { signatory: null, signatoryTitle: null }
  const titled =
    findLabelled(own, /^(?:titles?|its)$/i) ??
    title ??
    marked.title ??
    own.find(cell => cell.row === mark.row && cell !== mark && TITLE_WORD.test(cell.text)) ??
    findTitleAfter(below, name)
  return { signatory: toPrinted(name), signatoryTitle: titled === null ? null : toTitle(titled, own) }
}

/**
 * The cells of one signature: the mark's line from the mark on, and the lines below in its part of the page, down to the
 * next mark.
 */
function ownCells(cells: Cell[], mark: Cell): Cell[] {
  const isMark = (cell: Cell) => SIGNED.test(cell.text) || BY.test(cell.text)
  const beside = cells.find(cell => cell.row === mark.row && cell.left > mark.left && isMark(cell))
  const isWithin = (cell: Cell) =>
    cell.right > mark.left - FURTHEST_LEFT && (beside === undefined || cell.left < beside.left)
  const near = cells.filter(
    cell =>
      cell === mark ||
      (cell.row === mark.row && cell.left >= mark.right && isWithin(cell)) ||
      (cell.row > mark.row && cell.row <= mark.row + MOST_ROWS && isWithin(cell)),
  )
  const end = near.findIndex(cell => cell.row > mark.row && isMark(cell))
  return end === -1 ? near : near.slice(0, end)
}

/** What the mark's cell prints of a name; where it holds the mark alone, the cell beside it. */
function withoutMark(mark: Cell, own: Cell[]): Cell {
  const length = (SIGNED.exec(mark.text) ?? BY.exec(mark.text))?.[0].length ?? 0
  const text = withoutEnd(mark.text.slice(length), '_ ')
  const from = mark.from + length
  if (text !== '') return { ...mark, text, from, to: from + text.length }
  return own.find(cell => cell.row === mark.row && cell !== mark) ?? { ...mark, text, from, to: from }
}

/** `Nora Whitlock, Vice President` is a name and a title; `Owen Marsh, Jr.` is a name. */
function splitTitle(cell: Cell): { name: Cell; title: Cell | null } {
  for (let at = cell.text.indexOf(','); at !== -1; at = cell.text.indexOf(',', at + 1)) {
    const rest = cell.text.slice(at + 1).trimStart()
    if (rest === '' || OF_NAMES.test(rest) || !TITLE_WORD.test(rest)) continue
    return {
      name: { ...cell, text: cell.text.slice(0, at), to: cell.from + at },
      title: { ...cell, text: rest, from: cell.to - rest.length },
    }
  }
  return { name: cell, title: null }
}

/** The text after a label, in its own cell or the one right of it. */
function findLabelled(own: Cell[], label: RegExp): Cell | null {
  for (const [index, cell] of own.entries()) {
    const found = LABEL.exec(cell.text)
    if (found === null || !label.test(found[1] ?? found[2] ?? '')) continue
    const text = withoutEnd(cell.text.slice(found[0].length), '_ ')
    if (text !== '')
      return {
        ...cell,
        text,
        from: cell.from + found[0].length,
        to: cell.from + found[0].length + text.length,
      }
    const next = own[index + 1]
    if (next !== undefined && next.row === cell.row && !LABEL.test(next.text)) return next
  }
  return null
}

/** The line under the name, unless it tells what else is printed there. */
function findTitleAfter(own: Cell[], name: Cell): Cell | null {
  return own.find(cell => cell.row > name.row && TITLE_WORD.test(cell.text)) ?? null
}

/** Two to six words with capitals, none of them of a company or a title. */
function isPersonName({ text }: Cell): boolean {
  const words = text.split(' ').filter(word => word !== '')
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every(word => NAME_WORD.test(word)) &&
    !COMPANY_WORD.test(text) &&
    !/\b(?:president|officer|director|secretary|treasurer|signatory)\b/i.test(text)
  )
}

function toPrinted(cell: Cell): Printed {
  const text = withoutEnd(cell.text, ',_ ')
  return { value: toNaturalCase(text), at: placeOnLine(cell.line, cell.from, cell.from + text.length) }
}

/** A title that ends in "and" or a comma goes on in the next line, and so does one before "and". */
function toTitle(cell: Cell, own: Cell[]): Printed | null {
  const parts = [cell]
  for (
    let last = cell, next = findNext(own, cell, cell);
    next !== undefined;
    next = findNext(own, cell, last)
  ) {
    if (!OPEN_END.test(last.text) && !/^(?:and|&) /.test(next.text)) break
    parts.push(next)
    last = next
  }
  const last = parts.at(-1) ?? cell
  const value = withoutEnd(parts.map(each => each.text.trimEnd()).join(' '), ',_ ')
  if (value === '') return null
  const at = placeAcross(
    { line: cell.line, index: cell.from },
    { line: last.line, index: Math.max(last.from, last.to - 1) },
  )
  return { value: parts.length === 1 ? toNaturalCase(value) : value, at }
}

const OPEN_END = /(?:\b(?:and|of|for)|[,&])$/i

/** The cell on the next line in a title's columns. */
function findNext(own: Cell[], title: Cell, last: Cell): Cell | undefined {
  return own.find(each => each.row === last.row + 1 && each.right > title.left && !LABEL.test(each.text))
}

/** The date after "Dated:" in its cell; else the first that stands alone, beside or below such a label or without one. */
function readSignedOn(cells: Cell[]): Printed | null {
  for (const cell of cells) {
    const label = DATED.exec(`${cell.text} .`)
    if (label === null || !/^\W*(?:dated?|\(date)/i.test(cell.text.slice(label.index))) continue
    const own = dateIn(cell, Math.min(cell.text.length, label.index))
    if (own !== null) return own
  }
  const alone = cells.find(startsWithDate)
  return alone === undefined ? null : dateIn(alone, 0)
}

/** A date with nothing behind it, or with who signs: `April 18, 2000 by Oakhollow Bank, as Trustee`. */
function startsWithDate({ text }: Cell): boolean {
  const date = /\d/.test(text) ? findDate(text) : null
  return date !== null && date.from === 0 && /^[\s.,_]*(?:$|by\b)/.test(text.slice(date.to))
}

function dateIn(cell: Cell, from: number): Printed | null {
  const date = findDate(cell.text.slice(from))
  if (date === null) return null
  const start = cell.from + from + date.from
  return { value: date.value, at: placeOnLine(cell.line, start, cell.from + from + date.to) }
}
