import type { Piece } from './text-run.ts'

/** How far the cells of a row reach, empty ones too, and the offset of the first that lies beyond all columns, or -1. */
export type LaidRow = { end: number; beyond: number }

/**
 * A printed cell with the columns it covers, from `left` up to `right`, exclusive, and the rows, its own counted in.
 * `lines` are its own, where it has several. `isShare` where it is the share in brackets behind a figure in the same printed cell.
 */
export type LaidCell = Piece & {
  left: number
  right: number
  rowspan: number
  row: LaidRow
  lines: readonly Piece[] | null
  isShare?: true
}

/** Wider spans are mistakes or attacks; no printed table has so many columns. */
export const MOST_SPAN = 200
/**
 * Columns of cells in a table, from which more come than are printed: spacers and signs have cells of their own. Those
 * beyond are not kept.
 */
export const MOST_CELLS_ACROSS = 1000

/**
 * Gives the cells of a table their columns as they come, spans counted in.
 *
 * > <td colspan=2>Rates</td><td rowspan=2>Loans</td>      Rates 0–2, Loans 2–3
 *   <td>6.5</td><td>%</td>                                6.5 0–1, % 1–2, and 2–3 is taken from above
 */
export class TableColumns {
  private readonly takenUntil: number[] = []
  private row = -1
  private next = 0
  /** How many columns the widest row has covered. */
  width = 0

  beginRow(): void {
    this.row++
    this.next = 0
  }

  /** The first column that the next cell of the row covers. Cells beyond all columns share one. */
  place(colspan: number, rowspan: number): number {
    while ((this.takenUntil[this.next] ?? 0) > this.row) this.next++
    const left = Math.min(this.next, MOST_CELLS_ACROSS)
    this.next = left + colspan
    if (this.next > this.width) this.width = this.next
    if (rowspan > 1 && left < MOST_CELLS_ACROSS)
      for (let at = left; at < this.next; at++) this.takenUntil[at] = this.row + rowspan
    return left
  }

  /** Where the row ends so far, cells that reach down into it from above counted in. */
  reach(): number {
    while ((this.takenUntil[this.next] ?? 0) > this.row) this.next++
    return this.next
  }
}
