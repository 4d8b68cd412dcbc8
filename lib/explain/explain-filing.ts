import { decodeFiling } from '../filing/decode-filing.ts'
import { toReadingLines } from '../filing/reading-lines.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import { findGrids } from '../grid/find-grids.ts'
import type { Refusal } from '../issues.ts'
import { moveLines } from '../move-lines.ts'
import type { Place } from '../report.ts'
import { ReportRoom } from '../report-room.ts'
import type { TableTrace } from './trace-schema.ts'
import { traceTables } from './trace-tables.ts'

/**
 * How each table of a filing was read, in the order they are printed: the same reading as `readFiling`, with its decisions
 * in words; of those alone whose place in the file is wanted, where that is said. A file that cannot be read at all is refused.
 */
export function explainFiling(
  bytes: Uint8Array,
  isWanted: (at: Place) => boolean = () => true,
): { tables: TableTrace[] } | { refusal: Refusal } {
  const decoded = decodeFiling(bytes)
  if ('refusal' in decoded) return decoded
  const { file } = decoded
  const set = toReadingLines(file, splitDocuments(file).value.documents)
  const inFile = <T>(part: T) => (set === null ? part : moveLines(part, set.lineOf))
  const read = set?.file ?? file
  const { documents } = splitDocuments(read).value
  const room = new ReportRoom(bytes.length)
  const tables = traceTables(findGrids(read, documents), read.lines, room, at => isWanted(inFile(at)))
  return { tables: inFile(tables) }
}
