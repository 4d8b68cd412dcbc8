import type { DecodedFile } from '../filing/decode-filing.ts'
import type { FilingDocument } from '../report.ts'
import { boundGrid } from './bound-grid.ts'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { joinParts } from './join-parts.ts'
import { findTextGrids, type Signs, signsOf } from './text/find-text-grids.ts'

/**
 * Every table-like block of the readable documents as a grid, in the order they are printed, parts joined and kept
 * within bounds. One after another: all grids of a large filing would take several times its size.
 */
export function* findGrids(
  file: DecodedFile,
  documents: readonly FilingDocument[],
): Generator<Grid, undefined> {
  const signs = signsOf(file.text)
  for (const {
    format,
    lines: [first, last],
  } of documents) {
    for (const grid of joinParts(gridsIn(file, signs, format, first, last))) {
      const bounded = boundGrid(grid)
      if (hasRows(bounded) || bounded.issues) yield bounded
    }
  }
}

function gridsIn(
  file: DecodedFile,
  signs: Signs,
  format: FilingDocument['format'],
  first: number,
  last: number,
): Iterable<Grid> {
  if (format === 'text') return findTextGrids(file.lines, first, last, signs)
  return format === 'html' ? findHtmlGrids(file.lines, first, last, file.text) : []
}

/** A single row that joined no table is none. */
function hasRows({ rows }: Grid): boolean {
  return rows.length > 1
}
