import { gridSettings } from '../settings.ts'
import type { LaidCell } from './lay-out-table.ts'

/**
 * The cells that stand over one column, as many as a header may have characters and the one that is too many, which
 * tells that it has more. Words that span columns stand over each of them, so that without an end to it a report
 * would grow with the square of a table's width.
 */
export class HeaderWords {
  readonly cells: LaidCell[] = []
  private characters = 0

  add(cell: LaidCell): void {
    if (this.characters > gridSettings.longestHeader) return
    this.cells.push(cell)
    this.characters += cell.text.length
  }
}
