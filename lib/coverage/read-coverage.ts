import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineClaim } from '../filing/line-claim.ts'
import type { Coverage, FilingDocument } from '../report.ts'
import { classifyLines } from './classify-lines.ts'

/**
 * Count every line of the file under one kind, so that nothing is left out in silence. The kinds add up to `lines`.
 *
 * Claims are the lines that the stages have read. What nobody claims is told by its shape, see `classifyLines`; lines
 * that print figures in columns and that no table has are `unexplained`.
 */
export function readCoverage(file: DecodedFile, documents: FilingDocument[], claims: LineClaim[]): Coverage {
  const kinds = classifyLines(file, documents, claims)
  const coverage: Coverage = {
    lines: kinds.length,
    blank: 0,
    cover: 0,
    table: 0,
    footnote: 0,
    prose: 0,
    furniture: 0,
    unexplained: 0,
  }
  for (const kind of kinds) coverage[kind] += 1
  return coverage
}
