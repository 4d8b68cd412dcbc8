import type { Printed } from '../report.ts'
import { type CoverCell, findCaption, findCellsAbove } from './captions.ts'
import { toNaturalCase } from './name-case.ts'
import { columnOf, isRuleOrBlank, placeOnLine, splitCells, type TextLine } from './text-lines.ts'

const ADDRESS = /\(?address(?:es)?\b/i
const ZIP = /\(?zip\s+code/i
const ZIP_VALUE = /\b\d{5}(?:-\d{4})?\b/
const PHONE = /\(?\b\d{3}\)?[ .-]{0,2}\d{3}[.-]\d{4}\b/
const PHONE_CAPTION = /telephone\s+num|area\s+code/i

/**
 * The address of the principal offices: the lines above its caption joined by commas, then the zip code.
 *
 * > 2100 Mill Street
 *   Fernhill, California                        90000
 *   (Address of Principal                     (Zip Code)
 *
 * Its place runs from the first line to the last one; words in capitals come in natural case.
 */
export function readAddress(cover: TextLine[]): Printed | null {
  const caption = findCaption(cover, ADDRESS)
  if (caption === null) return null
  const cells = findAddressCells(cover, caption)
  const first = cells[0]
  const last = cells.at(-1)
  const firstLine = cover[first?.index ?? -1]
  const lastLine = cover[last?.index ?? -1]
  if (!first || !last || !firstLine || !lastLine) return null
  const street = cells.map(cell => toNaturalCase(cell.text.replace(/,$/, ''))).join(', ')
  const zip = ZIP_VALUE.test(street.slice(-11)) ? null : findZip(cover, first.index, caption.index)
  const value = zip === null ? street : `${street} ${zip}`
  const at = placeOnLine(firstLine, first.from, first.to)
  if (last === first) return { value, at }
  return { value, at: { ...at, end: columnOf(lastLine, last.to - 1) + 1, lastLine: lastLine.line } }
}

/** The cells above the caption; when each line is a block of its own (HTML), the lines above it that print something. */
function findAddressCells(cover: TextLine[], caption: CoverCell): CoverCell[] {
  const isCode = (cell: CoverCell) => ZIP_VALUE.test(cell.text) && cell.text.length <= 10
  const stacked = findCellsAbove(cover, caption).filter(cell => !isCode(cell) && !cell.text.startsWith('('))
  return stacked.slice(-4)
}

/** The code alone in a cell above the caption "(Zip Code)", or on the lines of the address. */
function findZip(cover: TextLine[], from: number, captionIndex: number): string | null {
  const caption = findCaption(cover.slice(0, captionIndex + 4), ZIP)
  const above = caption === null ? [] : findCellsAbove(cover, caption)
  const beside = cover.slice(from, captionIndex).flatMap(line => splitCells(line.text))
  for (const cell of [...above, ...beside]) {
    const code = cell.text.length <= 10 ? ZIP_VALUE.exec(cell.text) : null
    if (code !== null) return code[0]
  }
  return null
}

/** The telephone number: on the line of its caption, else on the nearest line that prints something. */
export function readPhone(cover: TextLine[]): Printed | null {
  const at = cover.findIndex(line => PHONE_CAPTION.test(line.text))
  if (at === -1) return null
  const near = [at, ...linesNear(cover, at, 1), ...linesNear(cover, at, -1)]
  for (const index of near) {
    const line = cover[index]
    const found = line === undefined ? null : PHONE.exec(line.text)
    if (line !== undefined && found !== null)
      return { value: found[0], at: placeOnLine(line, found.index, found.index + found[0].length) }
  }
  return null
}

/** The next two lines, in a direction, that print something. */
function linesNear(cover: TextLine[], at: number, step: 1 | -1): number[] {
  const near: number[] = []
  for (let index = at + step; index >= 0 && index < cover.length && near.length < 2; index += step)
    if (!isRuleOrBlank(cover[index]?.text ?? '')) near.push(index)
  return near
}
