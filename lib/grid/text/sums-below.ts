import { findTotalOfSums, mostToTotal, type PrintedRow } from '../sums-of-rows.ts'
import { splitFragments } from './fragments.ts'
import type { RowLine } from './row-atoms.ts'
import { readRowLine } from './row-line.ts'
import { codedAt, fromAt, type ScannedLines, shapeAt, startsNote, toAt } from './scan-lines.ts'

/** The line of the sum below the last of some rows that adds it up with others, see `findTotalOfSums`; null where none does. */
export function findTotalBelow(scan: ScannedLines, rows: readonly RowLine[]): number | null {
  const above = () => rows.slice(-mostToTotal).map(row => toPrinted(scan, row))
  return findTotalOfSums(above, rowsBelow(scan, rows.at(-1)?.index ?? scan.last))
}

/** Rows and lines of words below a line, up to a note, a tag, the end of the page or the header of another table. */
function* rowsBelow(scan: ScannedLines, from: number): Generator<PrintedRow | null, undefined> {
  const end = Math.min(scan.last, from + mostToTotal)
  for (let index = from + 1; index < end; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'blank' || shape === 'rule') continue
    if (shape !== 'text' || startsNote(scan, index)) return
    const row = readRowLine(codedAt(scan, index), index, fromAt(scan, index), toAt(scan, index))
    if (row === null && splitFragments(scan, index).length > 1) return
    yield row && toPrinted(scan, row)
  }
}

function toPrinted(scan: ScannedLines, { index, from, to, atoms }: RowLine): PrintedRow {
  const line = scan.lines[index] ?? ''
  const figures = atoms.map(({ start, end }) => ({ start, end, figure: line.slice(start, end) }))
  return { index, label: line.slice(from, to), figures }
}
