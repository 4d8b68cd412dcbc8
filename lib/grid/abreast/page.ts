import type { Piece } from './piece.ts'

/**
 * A line of text or a row of cells, as far as tables side by side are told from it. Nothing of a table goes over an
 * `end`: a page break, a sentence, a table's tag.
 */
export type PrintedLine = {
  kind: 'text' | 'rule' | 'blank' | 'tag' | 'end'
  pieces: readonly Piece[]
}

/** Lines from `first` up to `last`; `mayBeDouble` is a cheap look at whether a line may hold rows of two tables. */
export type Page = {
  first: number
  last: number
  lineAt(index: number): PrintedLine
  mayBeDouble(index: number): boolean
}

/** Where a page may be cut from top to bottom: any place from `low` to `high`. */
export type Gutter = { low: number; high: number }

/**
 * The widest part of a gutter that no piece of a line stands in; null where pieces leave none.
 *
 * > Occupancy Status              Loan Purpose
 *      120      7.00     Purchase
 *                   ^----^ the gutter that both lines leave
 */
export function narrowGutter({ low, high }: Gutter, pieces: readonly Piece[]): Gutter | null {
  let best: Gutter | null = null
  let from = low
  for (const { start, end } of pieces) {
    if (end <= from) continue
    if (start >= high) break
    if (start >= from && (best === null || start - from >= best.high - best.low))
      best = { low: from, high: start }
    from = end
  }
  if (from <= high && (best === null || high - from >= best.high - best.low)) best = { low: from, high }
  return best
}

/** The pieces left and right of a place that none of them covers. */
export function partAt(pieces: readonly Piece[], cut: number): [left: Piece[], right: Piece[]] {
  return [pieces.filter(({ start }) => start < cut), pieces.filter(({ start }) => start >= cut)]
}
