import type { Cell, GridColumn } from '../grid.ts'
import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import type { ScannedLines } from './scan-lines.ts'

/** A column under its words; where it has none, with the place where they would stand. */
export function headColumn(
  scan: ScannedLines,
  fragments: readonly Fragment[],
  column: ColumnExtent,
  headerLines: readonly number[],
): GridColumn {
  const { money, percent } = column
  if (fragments.length > 0) {
    const cell = joinFragments(scan, fragments)
    return { header: cell.text, at: cell.at, money, percent }
  }
  // Header lines may end left of a column that has no words on them.
  const index = headerLines[headerLines.length - 1] ?? scan.first
  const width = scan.lines[index]?.length ?? 0
  const at = {
    line: index + 1,
    start: Math.min(column.start, width) + 1,
    end: Math.min(column.end, width) + 1,
  }
  return { header: '', at, money, percent }
}

/** Join a header's lines with blanks, without one after a hyphen that breaks a word. */
export function joinFragments(scan: ScannedLines, fragments: readonly Fragment[]): Cell {
  let text = ''
  const first = fragments[0]
  for (const fragment of fragments) {
    const part = (scan.lines[fragment.index] ?? '').slice(fragment.start, fragment.end)
    text = fragment === first ? part : `${text}${joint(text)}${part}`
  }
  const last = fragments[fragments.length - 1]
  const at = { line: (first?.index ?? 0) + 1, start: (first?.start ?? 0) + 1, end: (last?.end ?? 0) + 1 }
  const isOnOneLine = first === undefined || last === undefined || first.index === last.index
  return { text, at: isOnOneLine ? at : { ...at, lastLine: last.index + 1 } }
}

function joint(text: string): string {
  return text.endsWith('-') || text.endsWith('/') ? '' : ' '
}
