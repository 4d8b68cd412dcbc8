import type { Place, Printed } from '../report.ts'
import { columnOf, isPageMark, isRuleOrBlank, splitCells, type TextLine } from './text-lines.ts'

/**
 * The prose of lines as running text, so that a name or date broken over lines reads as one.
 *
 * > INC., Alternative Loan Trust 2003-21T1,            …Trust 2003-21T1, Pass-Through Certificates, Series 2003-55
 *   Pass-Through Certificates, Series 2003-      →
 *   55).
 *
 * Runs of blanks are one blank, a paragraph ends with `\n`, and a line that ends in a hyphen joins the next without a
 * blank. Rows of figures are left out. Any stretch knows its place in the file.
 */
export type Flow = { text: string; lower: string; pieces: Piece[] }
type Piece = { start: number; line: TextLine; from: number }

/** The running text of lines. Linear in their length. */
export function toFlow(lines: TextLine[]): Flow {
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let gap = ''
  const add = (text: string) => {
    parts.push(text)
    length += text.length
  }
  for (const line of lines) {
    const cells = isBreak(line.text) ? [] : splitCells(line.text)
    if (cells.length === 0 || isRowOfFigures(cells)) {
      if (gap !== '\n' && length > 0) gap = '\n'
      continue
    }
    for (const cell of cells) {
      add(gap)
      pieces.push({ start: length, line, from: cell.from })
      add(cell.text)
      gap = ' '
    }
    if (/[A-Za-z0-9]-$/.test(cells.at(-1)?.text ?? '')) gap = ''
  }
  const text = parts.join('')
  return { text, lower: text.toLowerCase(), pieces }
}

function isBreak(text: string): boolean {
  return isRuleOrBlank(text) || isPageMark(text)
}

function isRowOfFigures(cells: { text: string }[]): boolean {
  return cells.length > 2 && cells.filter(cell => /^[$(]?[ \d,.]*\d%?\)?$/.test(cell.text)).length >= 2
}

/** The place in the file of a stretch of the flow, end exclusive. */
export function placeInFlow(flow: Flow, from: number, to: number): Place {
  const first = pieceAt(flow, from)
  const last = pieceAt(flow, to - 1)
  const place = { line: first.line.line, start: columnOf(first.line, first.from + from - first.start) }
  const end = columnOf(last.line, last.from + to - 1 - last.start) + 1
  return last.line.line === place.line ? { ...place, end } : { ...place, end, lastLine: last.line.line }
}

/** A stretch of the flow as printed, or with another value than its text. */
export function printedInFlow(
  flow: Flow,
  from: number,
  to: number,
  value = flow.text.slice(from, to),
): Printed {
  return { value, at: placeInFlow(flow, from, to) }
}

/** The last piece that starts at or before an offset. */
function pieceAt(flow: Flow, offset: number): Piece {
  let low = 0
  let high = flow.pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((flow.pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const piece = flow.pieces[low]
  if (piece === undefined) throw new Error('A place was asked for in a flow without text')
  return piece
}

/** Every offset where a text occurs in lower case, in order. */
export function* offsetsOf(flow: Flow, needle: string): Generator<number> {
  for (let at = flow.lower.indexOf(needle); at !== -1; at = flow.lower.indexOf(needle, at + needle.length))
    yield at
}
