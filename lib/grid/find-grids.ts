import type { DecodedFile } from '../filing/decode-filing.ts'
import { isReadable } from '../filing/split-documents.ts'
import type { FilingDocument } from '../report.ts'
import { pairAbreast } from './abreast/pair-abreast.ts'
import { boundGrid } from './bound-grid.ts'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { joinBounds } from './join-bounds.ts'
import { joinHalvedRanges } from './join-halved-ranges.ts'
import { joinParts } from './join-parts.ts'
import { isLoneRowOfPool } from './lone-row.ts'
import { findOtherDigits } from './other-digits.ts'
import { type PlainLines, toPlainCharacters } from './plain-characters.ts'
import { findTextGrids, type Signs, signsOf } from './text/find-text-grids.ts'

/**
 * Every table-like block of the readable documents as a grid, in the order they are printed, parts joined and kept
 * within bounds. One after another: all grids of a large filing would take several times its size.
 */
export function* findGrids(
  file: DecodedFile,
  documents: readonly FilingDocument[],
): Generator<Grid, undefined> {
  const plain = toPlainCharacters(file, documents)
  const signs = signsOf(plain.text)
  for (const document of documents) {
    for (const grid of pairAbreast(joinParts(gridsIn(plain, signs, document)))) {
      const bounded = boundGrid(joinHalvedRanges(joinBounds(grid)))
      if (hasRows(bounded) || bounded.issues) yield bounded
    }
    if (isReadable(document) && (plain !== file || document.format === 'html'))
      yield* findOtherDigits(file.lines, plain.lines, document)
  }
}

function gridsIn(
  { lines, text }: PlainLines,
  signs: Signs,
  { format, lines: [first, last] }: FilingDocument,
): Iterable<Grid> {
  if (format === 'text') return findTextGrids(lines, first, last, signs)
  return format === 'html' ? findHtmlGrids(lines, first, last, text) : []
}

/** A single row that joined no table is none, but where it is one by itself. */
function hasRows(grid: Grid): boolean {
  return grid.rows.length > 1 || isLoneRowOfPool(grid)
}
