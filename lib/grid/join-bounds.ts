import { type Cell, type Grid, type GridColumn, type GridRow, spanPlaces } from './grid.ts'

const LOW =
  /(?:^|\s)(?:from|low(?:er)?(?: (?:bound|end|limit))?|minimum|min\.?|greater than(?: or equal to)?|over|at least|[>≥]=?)(?: ?\([%$]\))?$/i
const HIGH =
  /^(?:to|high(?:er)?|upper|(?:upper|high) (?:bound|end|limit)|through|thru|maximum|max\.?|less than(?: or equal to)?|(?:but )?not (?:over|more than)|up to|[<≤]=?)(?: ?\([%$]\))?$/i
const FIGURE = /^[$(]?\s*\d[\d,.]*\s*%?\)?$/

/**
 * What two headers say of the bounds of ranges below them, as words before each that is left out itself; null where they do
 * not stand over bounds.
 */
export function readBoundHeaders(low: string, high: string): BoundWords | null {
  if (!LOW.test(low) || !HIGH.test(high)) return null
  return { over: ABOVE.test(low) ? 'over ' : '', below: BELOW.test(high) ? 'less than ' : '' }
}

/**
 * The bounds of ranges that stand in two columns of their own, under headers that say so, as one label.
 *
 * >         From            To      Loans        Balance
 *   $       0.01   $ 50,000.00         12     400,000.00      "$ 0.01 - $50,000.00"
 *      50,000.01    100,000.00         31   2,600,000.00
 *
 * Rows without the upper bound keep the label they have, as "Over 500,000" has none. A bound that its header leaves out is
 * left out in the label too: "over 5.000 - 6.000".
 */
export function joinBounds(grid: Grid): Grid {
  const { stub, columns, rows } = grid
  const [high] = columns
  if (stub === null || high === undefined || columns.length < 2) return grid
  const said = readBoundHeaders(stub.text, high.header)
  if (said === null || !rows.every(hasBothOrNone) || !rows.some(({ cells: [cell] }) => cell)) return grid
  return {
    ...grid,
    stub: { text: `${stub.text} ${high.header}`, at: spanPlaces(stub.at, high.at) },
    columns: columns.slice(1),
    rows: rows.map(row => ({ ...row, label: joinBoth(row, said, high), cells: row.cells.slice(1) })),
  }
}

export type BoundWords = { over: string; below: string }

function hasBothOrNone({ label, cells: [high] }: GridRow): boolean {
  return !high || (label !== null && FIGURE.test(label.text) && FIGURE.test(high.text))
}

function joinBoth({ label, cells: [cell] }: GridRow, said: BoundWords, { money }: GridColumn): Cell | null {
  if (!cell || label === null) return label
  const sign = money && label.text.startsWith('$') ? '$' : ''
  const text = `${said.over}${label.text} - ${said.below}${sign}${cell.text}`
  return { text, at: spanPlaces(label.at, cell.at) }
}

const ABOVE = /(?:^|\s)(?:greater than|over|>)(?: ?\([%$]\))?$/i
const BELOW = /^(?:less than|<)(?: ?\([%$]\))?$/i
