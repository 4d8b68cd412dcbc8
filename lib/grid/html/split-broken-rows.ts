import type { LaidCell } from './lay-out-table.ts'

const FIGURE = /^[($]*\s*\d[\d,.]*\s*[%)]*$/
/** Fewer lines are a wrapped header or label. */
const FEWEST = 3

/**
 * Take rows apart whose cells hold whole columns, line by line.
 *
 * > <td>Arizona<br>Nevada<br>Total</td> <td>12<br>30<br>42</td>      Arizona 12, Nevada 30, Total 42
 *
 * Only where all its cells have the same number of lines, at least three, and all but the first are figures; every
 * other row is given back as it is.
 */
export function splitBrokenRows(rows: readonly LaidCell[][]): LaidCell[][] {
  return rows.flatMap(cells => splitRow(cells) ?? [cells])
}

function splitRow(cells: LaidCell[]): LaidCell[][] | null {
  const [first, second] = cells
  if (!first?.lines || !second?.lines) return null
  const columns = cells.map(linesOf)
  const labels = columns[0] ?? []
  if (labels.length < FEWEST || columns.some(lines => lines.length !== labels.length)) return null
  const isFigures = (lines: LaidCell[]) => lines.every(({ text }) => text.length < 40 && FIGURE.test(text))
  if (!columns.slice(1).every(isFigures)) return null
  return labels.map((_, line) => columns.flatMap(lines => lines[line] ?? []))
}

/** The lines of a cell, each in the columns of the cell, empty ones left out. */
function linesOf({ left, right, row, lines }: LaidCell): LaidCell[] {
  return (lines ?? []).flatMap(line =>
    line.text === '' ? [] : [{ ...line, left, right, row, rowspan: 1, lines: null }],
  )
}
