import type { DecodedFile } from '../filing/decode-filing.ts'
import type { FilingDocument } from '../report.ts'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { joinParts } from './join-parts.ts'
import { findTextGrids } from './text/find-text-grids.ts'

/** Every table-like block of the readable documents as a grid, in the order they are printed, parts joined. */
export function findGrids(file: DecodedFile, documents: readonly FilingDocument[]): Grid[] {
  return documents.flatMap(({ format, lines: [first, last] }) => {
    if (format === 'text') return joinParts(findTextGrids(file.lines, first, last)).filter(hasRows)
    return format === 'html' ? joinParts(findHtmlGrids(file.lines, first, last, file.text)) : []
  })
}

/** A single row that joined no table is none. */
function hasRows({ rows }: Grid): boolean {
  return rows.length > 1
}
