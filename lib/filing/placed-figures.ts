import { issue } from '../issues.ts'
import type { FilingDocument, Issue } from '../report.ts'
import type { DecodedFile } from './decode-filing.ts'

/** So many figures that are placed by coordinates make a table; a page number or a date does not. */
const MANY = 8

/** An element with nothing but a figure, and what its tag says of it. */
const FIGURE =
  /<(?:div|span|p)\b([^<>]{1,600})>(?:<(?:div|span|p|b|font)\b[^<>]{0,200}>){0,3}\s{0,8}[$(]?\s{0,4}\d[\d,.]{0,30}\s{0,4}[%)]?\s{0,8}</gi
const TOP = /\btop\s{0,8}:/i
const LEFT = /\bleft\s{0,8}:/i

/**
 * The issue that tables of a document are made of pieces placed on the page by coordinates, which are not read.
 *
 * > <div style="position:absolute;top:120px;left:50px">600</div>
 *   <div style="position:absolute;top:120px;left:170px">60.00%</div>
 *
 * Raises `figures-are-placed-by-coordinates`, once, where the first stands.
 */
export function findPlacedFigures({ lines }: DecodedFile, documents: readonly FilingDocument[]): Issue[] {
  let count = 0
  let at: Issue['at'] = null
  for (const {
    format,
    lines: [first, last],
  } of documents) {
    if (format !== 'html') continue
    for (let line = first; line <= last; line++) {
      const text = lines[line - 1] ?? ''
      if (!TOP.test(text)) continue
      for (const { 0: printed, 1: look = '', index } of text.matchAll(FIGURE)) {
        if (!TOP.test(look) || !LEFT.test(look)) continue
        count++
        at ??= { line, start: index + 1, end: index + printed.length }
      }
    }
  }
  return count < MANY ? [] : [issue('figures-are-placed-by-coordinates', { count }, at)]
}
