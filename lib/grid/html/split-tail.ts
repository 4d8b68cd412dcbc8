import { isAverageLabel } from '../complete-total.ts'
import { speaksOfExtremes } from '../speaks-of-extremes.ts'
import { isTotalLabel } from '../total-label.ts'
import type { FigureRow } from './figure-row.ts'
import { isNoteText } from './note.ts'
import { joinPieces, type Piece } from './text-run.ts'

/** The rows of a table, and the texts that stand below them and give its averages and extremes. */
export type Body = { rows: FigureRow[]; tail: Piece[] }

const MOST_TAIL_ROWS = 6

/**
 * Take the averages and extremes off the end of a table's rows; notes among them stay.
 *
 * > Total            553   225,112,214   100.00%
 *   Minimum:         5.750                            tail
 *   Maximum:        10.500                            tail
 *   (1) As of the cut-off date.                       a note, which stays
 *
 * They stand right under the total, and where none is printed begin with the word: `Maximum`. Fewer than the rows above
 * them, for a profile of a pool has little else.
 */
export function splitTail(rows: readonly FigureRow[]): Body {
  const tail: FigureRow[] = []
  const kept: FigureRow[] = []
  let isLed = true
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]
    const text = row === undefined ? '' : joinPieces(row.cells).text
    if (row === undefined || isOfAverages(row) || !(isNoteText(text) || speaksOfExtremes(text))) break
    if (isNoteText(text)) kept.push(row)
    else tail.push(row)
    if (!isNoteText(text) && !LED.test(text)) isLed = false
  }
  const above = rows.slice(0, rows.length - kept.length - tail.length)
  const last = above[above.length - 1]
  const isTail = tail.length > 0 && tail.length <= Math.min(MOST_TAIL_ROWS, above.length) && above.length > 1
  if (!isTail || last === undefined || !(isLed || isTotal(last))) return { rows: [...rows], tail: [] }
  return { rows: [...above, ...kept.reverse()], tail: tail.reverse().flatMap(textsOf) }
}

const LED = /^(?:non-zero )?(?:min|max)(?:imum)?\b/i

/** Averages that may complete the total above. */
function isOfAverages({ words, line }: FigureRow): boolean {
  return line.atoms.length > 1 && isAverageLabel(joinPieces(words).text)
}

/** Named so, or a row without words. */
function isTotal({ words }: FigureRow): boolean {
  return words.length === 0 || isTotalLabel(joinPieces(words).text)
}

/** A row as one text; a cell that fills it alone, line by line. */
function textsOf({ cells }: FigureRow): Piece[] {
  const [only] = cells
  const lines = cells.length === 1 ? only?.lines : null
  return lines ? lines.filter(({ text }) => text !== '') : [joinPieces(cells)]
}
