import type { HtmlCell, HtmlTable } from './parse-html.ts'

/** A cell with the columns it covers, from `left` up to `right`, exclusive. */
export type LaidCell = HtmlCell & { left: number; right: number }

/**
 * Put the cells of a table into columns, spans counted in, and leave out the empty ones.
 *
 * > <td colspan=2>Rates</td><td rowspan=2>Loans</td>      Rates 0–2, Loans 2–3
 *   <td>6.5</td><td>%</td>                                6.5 0–1, % 1–2, and 2–3 is taken from above
 */
export function layOutTable(table: HtmlTable): LaidCell[][] {
  const takenUntil: number[] = []
  return table.rows.map((cells, rowIndex) => {
    const laid: LaidCell[] = []
    let left = 0
    for (const cell of cells) {
      while ((takenUntil[left] ?? 0) > rowIndex) left++
      const right = left + cell.colspan
      if (cell.rowspan > 1) for (let at = left; at < right; at++) takenUntil[at] = rowIndex + cell.rowspan
      if (cell.text.trim() !== '') laid.push({ ...cell, text: cell.text.trim(), left, right })
      left = right
    }
    return laid
  })
}
