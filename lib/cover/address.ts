import { issue, type Staged } from '../issues.ts'
import type { Printed } from '../report.ts'
import {
  type CoverCell,
  captionKindOf,
  findCellsAbove,
  findCellsBelow,
  findCellsBeside,
  isCaption,
} from './captions.ts'
import type { Caption } from './cover-fields.ts'
import { toNaturalCase } from './name-case.ts'
import { cellsOf, placeAcross, placeOnLine, type TextLine } from './text-lines.ts'

const ZIP = /\b\d{5}(?:-\d{4})?\b/
const LONGEST_ZIP = 10
const MOST_LINES = 4

/**
 * The address of the principal offices: the lines above its caption joined by commas, then the zip code.
 *
 * > 2100 Mill Street
 *   Fernhill, California                        90000
 *   (Address of Principal                     (Zip Code)
 *
 * Its place runs from the first line to the last one; words in capitals come in natural case. A caption without an address
 * raises `cover-field-is-not-read`.
 */
export function readAddress(cover: TextLine[], captions: Caption[]): Staged<Printed | null> {
  const own = captions.filter(({ kind }) => kind === 'address')
  for (const caption of own) {
    const rows = findRows(cover, caption)
    const address = join(cover, rows)
    if (address === null) continue
    const zip = ZIP.test(address.value.slice(-11)) ? null : findZip(cover, captions, caption, rows)
    return { value: zip === null ? address : { ...address, value: `${address.value} ${zip}` }, issues: [] }
  }
  const [first] = own
  const line = cover[first?.index ?? -1]
  if (first === undefined || line === undefined) return { value: null, issues: [] }
  const at = placeOnLine(line, first.from, first.to)
  return {
    value: null,
    issues: [issue('cover-field-is-not-read', { what: 'address', printed: null }, at)],
  }
}

/** The lines of the address, top to bottom, each by its cells: above its caption, after it, or below it. */
function findRows(cover: TextLine[], caption: Caption): CoverCell[][] {
  const after = afterColon(caption) ?? besideColon(cover, caption)
  if (after !== null) return [[after]]
  const above = upToCaption(findCellsAbove(cover, caption))
  if (above.length > 0) return above.slice(0, MOST_LINES).toReversed()
  const below = findCellsBelow(cover, caption).filter(isAddress)
  return below.length > 0 ? [below] : []
}

function upToCaption(stack: CoverCell[][]): CoverCell[][] {
  const end = stack.findIndex(cells => cells.some(cell => isCaption(cell.text)))
  return (end === -1 ? stack : stack.slice(0, end))
    .map(cells => cells.filter(isAddress))
    .filter(cells => cells.length > 0)
}

function isAddress({ text }: CoverCell): boolean {
  return /[A-Za-z]/.test(text) && !/^(?:n\/?a|none|not applicable|same)\.?$/i.test(text)
}

function afterColon(caption: Caption): CoverCell | null {
  const colon = caption.text.indexOf(':')
  const text = colon === -1 ? '' : caption.text.slice(colon + 1)
  return isAddress({ ...caption, text })
    ? { ...caption, text: text.trim(), from: caption.to - text.trimStart().length }
    : null
}

/** The cell right of a label that ends in a colon. */
function besideColon(cover: TextLine[], caption: Caption): CoverCell | null {
  const [next] = caption.text.endsWith(':') ? findCellsBeside(cover, caption) : []
  return next !== undefined && isAddress(next) ? next : null
}

function join(cover: TextLine[], rows: CoverCell[][]): Printed | null {
  const first = rows[0]?.[0]
  const last = rows.at(-1)?.at(-1)
  const firstLine = cover[first?.index ?? -1]
  const lastLine = cover[last?.index ?? -1]
  if (!first || !last || !firstLine || !lastLine) return null
  const lines = rows.map(cells => cells.map(cell => cell.text.replace(/,$/, '')).join(', '))
  const at = placeAcross({ line: firstLine, index: first.from }, { line: lastLine, index: last.to - 1 })
  return { value: lines.map(toNaturalCase).join(', '), at }
}

/** The code alone in a cell above the caption "(Zip Code)", or on the lines of the address. */
function findZip(
  cover: TextLine[],
  captions: Caption[],
  address: Caption,
  rows: CoverCell[][],
): string | null {
  const caption = captions.find(
    ({ kind, index }) => kind === 'zip-code' && index >= address.index - MOST_LINES,
  )
  const above = caption === undefined ? [] : findCellsAbove(cover, caption).flat()
  const first = rows[0]?.[0]?.index ?? address.index
  const beside = cover.slice(first, address.index + 1).flatMap(cellsOf)
  for (const { text } of [...above, ...beside]) {
    const code = text.length <= LONGEST_ZIP && captionKindOf(text) === null ? ZIP.exec(text) : null
    if (code !== null) return code[0]
  }
  return null
}
