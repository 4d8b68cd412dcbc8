import type { Printed } from '../report.ts'
import { findDate } from './find-date.ts'
import { toNaturalCase } from './name-case.ts'
import { isRuleOrBlank, placeOnLine, splitCells, type TextCell, type TextLine } from './text-lines.ts'
import { withoutEnd } from './without-end.ts'

/** Who signed, as what, and when; null where it is not printed. */
export type Signature = Record<'signatory' | 'signatoryTitle' | 'signedOn', Printed | null>

type Cell = TextCell & { line: TextLine }

const SIGNED = /\/s\/\s*/i
const NAME_WORD = /^[A-Z][A-Za-z.'’-]*,?$/
const TITLE_WORD = /president|officer|director|secretary|treasurer|signatory/i
const LABEL = /^(?:by|name|title|its):\s*/i
const DATED = /\bdated?(?:\s+as\s+of)?[\s:]*(?=[^\s:])/i

/**
 * Read the first signature of the block.
 *
 * > By: /s/ Nora Whitlock            the name is the one printed under the mark, or after "Name:", else the mark's
 *       ------------------
 *       Nora Whitlock
 *       Vice President               the title follows, or stands after "Title:", perhaps over two lines
 *
 * > Dated: October 15, 2002          before, beside or after
 */
export function readSignature(block: TextLine[]): Signature {
  const cells = block.flatMap(line =>
    isRuleOrBlank(line.text) ? [] : splitCells(line.text).map(cell => ({ ...cell, line })),
  )
  const mark = cells.findIndex(cell => SIGNED.test(cell.text) || /^\/s\//i.test(cell.text))
  const by = mark === -1 ? cells.findIndex(cell => /^by:/i.test(cell.text)) : mark
  const { signatory, signatoryTitle } = readSigner(cells, by)
  return { signatory, signatoryTitle, signedOn: readSignedOn(block) }
}

function readSigner(cells: Cell[], mark: number): Pick<Signature, 'signatory' | 'signatoryTitle'> {
  const signed = cells[mark]
  if (signed === undefined) return { signatory: null, signatoryTitle: null }
  const below = cells.slice(mark + 1).filter(cell => cell.line !== signed.line && isUnder(cell, signed))
  const named = findLabelled(below, 'name') ?? below.find(cell => isPersonName(cell.text)) ?? null
  const titled =
    findLabelled(below, 'title') ??
    findLabelled(below, 'its') ??
    (named === null ? null : nextAfter(below, named))
  return {
    signatory: named === null ? toMark(signed) : toPrinted(named),
    signatoryTitle:
      titled === null || titled === named || DATED.test(titled.text) ? null : toTitle(titled, below),
  }
}

function nextAfter(cells: Cell[], cell: Cell): Cell | null {
  return cells[cells.findIndex(each => each.line === cell.line && each.to === cell.to) + 1] ?? null
}

/** In the signer's half of the page, within the few lines that belong to one signature. */
function isUnder(cell: Cell, signed: Cell): boolean {
  return cell.line.line - signed.line.line <= 12 && cell.to > signed.from - 8
}

function findLabelled(cells: Cell[], label: 'name' | 'title' | 'its'): Cell | null {
  for (const [index, cell] of cells.entries()) {
    if (!cell.text.toLowerCase().startsWith(`${label}:`)) continue
    const next = cells[index + 1]
    const isAlone = withoutLabel(cell).text === ''
    return isAlone && next?.line === cell.line ? next : withoutLabel(cell)
  }
  return null
}

function withoutLabel(cell: Cell): Cell {
  const label = LABEL.exec(cell.text)?.[0].length ?? 0
  return { ...cell, text: cell.text.slice(label), from: cell.from + label }
}

/** Two to five words with capitals: a person's name, before any title. */
function isPersonName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every(word => NAME_WORD.test(word)) &&
    !TITLE_WORD.test(text)
  )
}

/** The name that follows `/s/` itself, in natural case. */
function toMark(signed: Cell): Printed | null {
  const mark = SIGNED.exec(signed.text)
  if (mark === null) return null
  const start = mark.index + mark[0].length
  const name = withoutEnd(signed.text.slice(start), '_ ')
  if (name === '') return null
  return {
    value: toNaturalCase(name),
    at: placeOnLine(signed.line, signed.from + start, signed.from + start + name.length),
  }
}

function toPrinted(cell: Cell): Printed | null {
  if (cell.text === '') return null
  return { value: toNaturalCase(cell.text), at: placeOnLine(cell.line, cell.from, cell.to) }
}

/** A title that ends in "and" or a comma goes on in the next line. */
function toTitle(cell: Cell, below: Cell[]): Printed | null {
  const title = toPrinted(cell)
  const next = nextAfter(below, cell)
  if (title === null || next === null || !/(?:\band|[,&])$/i.test(cell.text)) return title
  const { line, end } = placeOnLine(next.line, next.from, next.to)
  return { value: `${title.value} ${toNaturalCase(next.text)}`, at: { ...title.at, end, lastLine: line } }
}

function readSignedOn(block: TextLine[]): Printed | null {
  for (const line of block) {
    const label = DATED.exec(line.text)
    const from = label === null ? 0 : label.index + label[0].length
    const date = label === null ? null : findDate(line.text.slice(from))
    if (date !== null) return { value: date.value, at: placeOnLine(line, from + date.from, from + date.to) }
  }
  return null
}
