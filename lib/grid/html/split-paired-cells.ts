import { shareBefore } from '../figure-words.ts'
import { readCellFigure } from './figure-cell.ts'
import type { HtmlSource } from './html-source.ts'
import type { LaidCell, LaidRow } from './lay-out-table.ts'
import { type Piece, spanOfPart } from './text-run.ts'

/** Longer cells hold sentences. */
const LONGEST = 200

/**
 * Take cells apart that hold the figures of several columns, wide blanks between them, and the header cell over them; what
 * stands to the right moves on. Only where most rows with figures have as many there.
 *
 * > <td>Balance&nbsp;&nbsp; Percent</td>            Balance        Percent
 *   <td>$7,700,000.00&nbsp;&nbsp; 55.00%</td>       $7,700,000.00  55.00%
 *   <td>139 (44.8%)</td>                            139            44.8%, the share of it
 */
export function splitPairedCells(source: HtmlSource, rows: readonly LaidCell[][]): LaidCell[][] {
  const pairs = findPairs(source, rows)
  return pairs.size === 0 ? [...rows] : splitAt(source, rows, pairs)
}

/** How many figures stand in each cell of a column, by the column, where most rows with figures have several there. */
function findPairs(source: HtmlSource, rows: readonly LaidCell[][]): Map<number, number> {
  const counts = new Map<number, number[]>()
  for (const cells of rows)
    for (let at = 1; at < cells.length; at++) {
      const cell = cells[at]
      const count = cell === undefined ? 1 : countFigures(source, cell)
      if (cell === undefined || count < 2) continue
      const own = counts.get(cell.left)
      if (own === undefined) counts.set(cell.left, [count])
      else own.push(count)
    }
  if (counts.size === 0) return new Map()
  const inRows = rows.filter(cells => cells.some(cell => readCellFigure(cell) !== null)).length
  const isPair = ([, own]: [number, number[]]) =>
    own.length > 1 && own.length * 2 > inRows && own.every(count => count === own[0])
  return new Map([...counts].filter(isPair).map(([left, [count = 1]]) => [left, count]))
}

/** How many figures the cell holds, wide blanks between; 1 where it holds anything else. */
function countFigures(source: HtmlSource, cell: LaidCell): number {
  const isWide = cell.right > cell.left + 1
  if (!isWide && splitShare(cell) !== null) return 2
  if (cell.stretches === null || cell.lines !== null || isWide || !/\d/.test(cell.text)) return 1
  const parts = splitWide(source, cell)
  return parts.every(part => readCellFigure({ ...cell, ...part }) !== null) ? parts.length : 1
}

function splitAt(
  source: HtmlSource,
  rows: readonly LaidCell[][],
  pairs: ReadonlyMap<number, number>,
): LaidCell[][] {
  const lefts = [...pairs].sort(([a], [b]) => a - b)
  /** How many columns come before an edge that did not. */
  const addedBefore = (edge: number) =>
    lefts.reduce((added, [left, count]) => (left < edge ? added + count - 1 : added), 0)
  const moved = new Map<LaidRow, LaidRow>()
  const moveRow = (row: LaidRow): LaidRow => {
    const own = moved.get(row) ?? { ...row, end: row.end + addedBefore(row.end) }
    moved.set(row, own)
    return own
  }
  const takeApart = (cell: LaidCell): LaidCell[] => {
    const row = moveRow(cell.row)
    const left = cell.left + addedBefore(cell.left)
    const count = cell.right === cell.left + 1 ? (pairs.get(cell.left) ?? 1) : 1
    const parts = count > 1 ? (splitShare(cell) ?? splitWide(source, cell)) : []
    if (parts.length !== count) return [{ ...cell, row, left, right: cell.right + addedBefore(cell.right) }]
    return parts.map((part, order) => {
      const at = left + order
      return { ...cell, ...part, row, left: at, right: at + 1, lines: null }
    })
  }
  return rows.map(cells => cells.flatMap(takeApart))
}

/** A figure and its share in brackets behind it, each by itself; null where the cell prints anything else. */
function splitShare(cell: LaidCell): (Piece & { isShare?: true })[] | null {
  const { text } = cell
  const share = /[)\]%]$/.test(text) ? shareBefore(text, text.length) : null
  if (share === null || share.open === 0) return null
  const end = text.slice(0, share.open).trimEnd().length
  const whole = pieceOf(cell, 0, end)
  return readCellFigure({ ...cell, ...whole }) === null
    ? null
    : [
        whole,
        {
          ...pieceOf(cell, share.start, share.end),
          text: `${text.slice(share.start, share.end)}%`,
          isShare: true,
        },
      ]
}

/** A part of a cell's text with its place in the markup. */
function pieceOf(cell: LaidCell, from: number, to: number): Piece {
  const text = cell.text.slice(from, to)
  const { start, end } = spanOfPart(cell, from, to)
  const { stretches } = cell
  if (stretches === null) return { text, start, end, stretches }
  const own: number[] = []
  for (let at = 0; at < stretches.length; at += 3) {
    const [first = 0, opens = 0, closes = 0] = stretches.slice(at, at + 3)
    if (first >= to || (stretches[at + 3] ?? Number.POSITIVE_INFINITY) <= from) continue
    own.push(Math.max(0, first - from), first < from ? start : opens, Math.min(closes, end))
  }
  return { text, start, end, stretches: own }
}

const BLANKS = /&nbsp;|&#160;|\s/gi

/** The parts of a text between blanks of two characters or more, one of them a no-break space at least. */
function splitWide({ text: markup }: HtmlSource, piece: Piece): Piece[] {
  const { stretches, text } = piece
  if (stretches === null || text.length > LONGEST) return [piece]
  const cuts: number[] = []
  for (let at = 3; at < stretches.length; at += 3) {
    const gap = markup.slice(stretches[at - 1] ?? 0, stretches[at + 1] ?? 0)
    if (/&nbsp;|&#160;|\u00a0/i.test(gap) && (gap.match(BLANKS)?.length ?? 0) > 1) cuts.push(at)
  }
  return [0, ...cuts].map((at, order) => partOf(piece, at, cuts[order] ?? stretches.length))
}

/** The part of a piece from one of its stretches up to another, by their places in the list. */
function partOf({ stretches, text }: Piece, from: number, to: number): Piece {
  const own = stretches?.slice(from, to) ?? []
  const first = own[0] ?? 0
  const moved = own.map((value, at) => (at % 3 === 0 ? value - first : value))
  const end = stretches?.[to]
  return {
    text: text.slice(first, end === undefined ? text.length : end).trimEnd(),
    start: own[1] ?? 0,
    end: own[own.length - 1] ?? 0,
    stretches: moved,
  }
}
