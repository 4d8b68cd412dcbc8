import type { Printed } from '../report.ts'
import { isRuleOrBlank, placeOnLine, splitCells, type TextLine } from './text-lines.ts'

const CAPTION = /exact\s+names?\s+of/i
const MOST_REGISTRANTS = 4
/** Words of the lines above the names, where nothing separates them. */
const NOT_A_NAME = /date\s+of|\d{5}|\bpursuant\b|\bsection\b|\bact\s+of\b|\breport(?:ed)?\b|^\(|\)\.?$|,$/i

/**
 * The registrants: the names above "(Exact name of registrant as specified in its charter)", top to bottom, as printed.
 *
 * > ALDER FUNDING LLC
 *   Alder Home Loan Trust 2004-2
 *   --------------------------------
 *   (Exact name of registrant as specified in its charter)
 */
export function readRegistrants(cover: TextLine[]): Printed[] {
  const caption = cover.findIndex(line => CAPTION.test(line.text))
  const names: Printed[] = []
  for (let index = caption - 1; index >= 0 && names.length < MOST_REGISTRANTS; index -= 1) {
    const line = cover[index]
    if (line === undefined || (isRuleOrBlank(line.text) && names.length > 0)) break
    if (isRuleOrBlank(line.text)) continue
    const [cell, ...others] = splitCells(line.text)
    if (cell === undefined || others.length > 0 || NOT_A_NAME.test(cell.text)) break
    if (cell.text.toLowerCase() !== 'and')
      names.unshift({ value: cell.text, at: placeOnLine(line, cell.from, cell.to) })
  }
  return names
}
