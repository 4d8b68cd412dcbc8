import { firstThat } from '../ordered.ts'
import { cellsOf, type TextCell, type TextLine } from './text-lines.ts'

/** A cell of the cover with the index of its line. */
export type CoverCell = TextCell & { index: number }

/** What the captions of a cover announce. */
export type CaptionKind =
  | 'registrant'
  | 'state'
  | 'file-number'
  | 'employer-number'
  | 'address'
  | 'zip-code'
  | 'phone'
  | 'report-date'
  | 'other'

/**
 * The words of captions, each tried in order on a cell that may hold only the first line of its caption:
 *
 * > (State or Other Juris-      (Commission           (I.R.S. Employer
 *   diction of Incorporation)    File Number)         Identification No.)
 */
const CAPTIONS: { kind: CaptionKind; words: RegExp }[] = [
  {
    kind: 'other',
    words:
      /\bformer\s+(?:name|address)|titles?\s+of\s+(?:each\s+)?class|central\s+index\s+key|fiscal\s+year|\bname\s+of\s+each\s+exchange/i,
  },
  { kind: 'registrant', words: /\bexact\s+names?\b/i },
  {
    kind: 'state',
    words:
      /(?:^\(?(?:the\s+)?|\()(?:state|jurisdiction)(?:\s*\(?or\b|\s+(?:of|in)(?:\s+(?:incorporation|organi[sz]ation|formation|which)|\s*$))|\bother\s+jurisdiction\b/i,
  },
  {
    kind: 'employer-number',
    words:
      /\bi\.?\s?r\.?\s?s\.?\s+(?:employe[re]|id|no|number|tax)|\bemployer\s+identification|\btax(?:payer)?\s+identification/i,
  },
  {
    kind: 'file-number',
    words: /\bcommission\s+file|^\(?commission$|^\(commission\b|^\(?(?:sec\s+)?file\s+n(?:o\b|um)/i,
  },
  { kind: 'zip-code', words: /^\(?zip\s+code/i },
  {
    kind: 'address',
    words: /\baddress(?:es)?\s*[,(]?\s*(?:of|and|including|zip)\b|^\(?address(?:es)?\)?:?$/i,
  },
  { kind: 'phone', words: /telephone\s+num|\barea\s+code|^\(?telephone\)?:?$/i },
  { kind: 'report-date', words: /\bdate\s+of\s+(?:the\s+)?(?:report|earliest|event)/i },
]

/** What a caption's cell announces; null for any other text. */
export function captionKindOf(text: string): CaptionKind | null {
  return CAPTIONS.find(({ words }) => words.test(text))?.kind ?? null
}

/** The cells of a cover that announce something, in order. */
export function findCaptions(lines: TextLine[]): (CoverCell & { kind: CaptionKind })[] {
  const found: (CoverCell & { kind: CaptionKind })[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || !OF_CAPTIONS.test(line.text)) continue
    for (const cell of cellsOf(line).flatMap(splitCaptions)) {
      const kind = captionKindOf(cell.text)
      if (kind !== null) found.push({ ...cell, index, kind })
    }
  }
  return found
}

/**
 * The captions of a cell that holds several, each with its share of the cell's place across the page.
 *
 * > (State of Incorporation) (Commission File No.) (IRS Employer No.)
 */
function splitCaptions(cell: TextCell): TextCell[] {
  const starts = [...cell.text.matchAll(/\) (?=\()/g)].map(({ index }) => index + 2)
  if (starts.length === 0) return [cell]
  const unit = (cell.right - cell.left) / cell.text.length
  return [0, ...starts].map((start, index) => {
    const end = (starts[index] ?? cell.text.length + 1) - 1
    return {
      text: cell.text.slice(start, end),
      from: cell.from + start,
      to: cell.from + end,
      left: cell.left + start * unit,
      right: cell.left + end * unit,
    }
  })
}

/** Words that every caption has one of. */
const OF_CAPTIONS =
  /exact|state|jurisdiction|r\.?\s?s\.?\s|employe|tax|commission|file|address|zip|phone|area|date|former|class|key|year|exchange/i

/** Is the text a caption, or the rest of one: `(Zip Code)`, `of incorporation)`, `(Issuer of the securities)`? */
export function isCaption(text: string): boolean {
  if (/^\(?\d/.test(text)) return false
  return /^\(|^[^(]*\)\.?$/.test(text) || captionKindOf(text) !== null
}

/** How far from its caption a value may stand, in lines that print something. */
const MOST_LINES_AWAY = 4

/**
 * The cells printed straight above a caption, line by line from the nearest up: the first line that has some, and those
 * straight above that while values are stacked. Each line's cells left to right; empty when nothing stands there.
 *
 * > Delaware                    333-92152                95-4596516
 *   ---------------------      -----------          -------------------
 *   (State of Incorporation)   (Commission           (I.R.S. Employer
 */
export function findCellsAbove(lines: TextLine[], caption: CoverCell): CoverCell[][] {
  const stack: CoverCell[][] = []
  let printed = 0
  for (let index = caption.index - 1; index >= 0 && printed < MOST_LINES_AWAY + stack.length; index -= 1) {
    const line = lines[index]
    if (line === undefined || line.isBoundary) continue
    const cells = cellsOf(line)
    if (cells.length === 0) {
      if (stack.length > 0) break
      continue
    }
    printed += 1
    const over = cellsOver(cells, caption)
    if (over.length > 0) stack.push(over.map(cell => ({ ...cell, index })))
    else if (stack.length > 0) break
  }
  return stack
}

/** The cells of the first line below a caption that stand in its columns and are no caption. */
export function findCellsBelow(lines: TextLine[], caption: CoverCell): CoverCell[] {
  for (
    let index = caption.index + 1, printed = 0;
    index < lines.length && printed < MOST_LINES_AWAY;
    index += 1
  ) {
    const line = lines[index]
    const cells = line === undefined ? [] : cellsOf(line)
    if (cells.length === 0) continue
    printed += 1
    const below = cellsOver(cells, caption).filter(cell => !isCaption(cell.text))
    if (below.length > 0) return below.map(cell => ({ ...cell, index }))
  }
  return []
}

/** The cells to the right of a caption on its line, up to the next caption. */
export function findCellsBeside(lines: TextLine[], caption: CoverCell): CoverCell[] {
  const line = lines[caption.index]
  const after = (line === undefined ? [] : cellsOf(line)).filter(cell => cell.from >= caption.to)
  const end = after.findIndex(cell => isCaption(cell.text))
  return (end === -1 ? after : after.slice(0, end)).map(cell => ({ ...cell, index: caption.index }))
}

function cellsOver(cells: readonly TextCell[], { left, right }: TextCell): TextCell[] {
  const over: TextCell[] = []
  for (let at = firstThat(cells, each => each.right > left); at < cells.length; at += 1) {
    const cell = cells[at]
    if (cell === undefined || cell.left >= right) break
    over.push(cell)
  }
  return over
}
