import type { Piece } from './text-run.ts'

/**
 * A printed cell with the columns it covers, from `left` up to `right`, exclusive, and the rows, its own counted in.
 * `lines` are its own, where it has several. `row` tells how far the cells of its row reach, empty ones too.
 */
export type LaidCell = Piece & {
  left: number
  right: number
  rowspan: number
  row: { end: number }
  lines: readonly Piece[] | null
}

/** Wider spans are mistakes or attacks; no printed table has so many columns. */
export const MOST_SPAN = 200
const MOST_COLUMNS = 1000

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

  /** The first column that the next cell of the row covers. Cells beyond all columns share the last. */
  place(colspan: number, rowspan: number): number {
    while ((this.takenUntil[this.next] ?? 0) > this.row) this.next++
    const left = Math.min(this.next, MOST_COLUMNS)
    this.next = left + colspan
    if (this.next > this.width) this.width = this.next
    if (rowspan > 1 && left < MOST_COLUMNS)
      for (let at = left; at < this.next; at++) this.takenUntil[at] = this.row + rowspan
    return left
  }

  /** Where the row ends so far, cells that reach down into it from above counted in. */
  reach(): number {
    while ((this.takenUntil[this.next] ?? 0) > this.row) this.next++
    return this.next
  }
}
