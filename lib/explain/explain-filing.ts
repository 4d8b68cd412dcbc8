import { decodeFiling } from '../filing/decode-filing.ts'
import { toReadingLines } from '../filing/reading-lines.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import { findGrids } from '../grid/find-grids.ts'
import type { Refusal } from '../issues.ts'
import { moveLines } from '../move-lines.ts'
import { ReportRoom } from '../report-room.ts'
import type { TableTrace } from './told.ts'
import { traceTables } from './trace-tables.ts'

/**
 * How each table of a filing was read, in the order they are printed: the same reading as `readFiling`, with its decisions
 * in words. A file that cannot be read at all is refused.
 */
export function explainFiling(bytes: Uint8Array): { tables: TableTrace[] } | { refusal: Refusal } {
  const decoded = decodeFiling(bytes)
  if ('refusal' in decoded) return decoded
  const { file } = decoded
  const set = toReadingLines(file, splitDocuments(file).value.documents)
  const read = set?.file ?? file
  const { documents } = splitDocuments(read).value
  const tables = traceTables(findGrids(read, documents), read.lines, new ReportRoom(bytes.length))
  return { tables: set === null ? tables : moveLines(tables, set.lineOf) }
}
