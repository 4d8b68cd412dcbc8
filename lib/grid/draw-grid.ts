import type { Cell, Grid, GridRow } from './grid.ts'

/**
 * A grid drawn for eyes, one printed thing a line.
 *
 * > at       98-116
 *   heading  FINAL POOL TABLES
 *   title    State Distribution of Mortgaged Properties(1)
 *   columns  State | Number of Mortgage Loans | Percent of Mortgage Loans
 *   row      California | 268 | 50.35
 *   row      | 553 | 100.00
 *   tail     Minimum: 5.750
 *   note 1   The Other row …
 */
export function drawGrid(grid: Grid): string {
  const { at, headings, title, stub, columns, rows, tail, notes } = grid
  return [
    draw('at', `${at.line}-${at.lastLine ?? at.line}`),
    ...headings.map(cell => draw('heading', cell.text)),
    ...title.map(cell => draw('title', cell.text)),
    draw('columns', [stub?.text ?? '', ...columns.map(({ header }) => header)].join(' | ')),
    ...rows.flatMap(drawRow),
    ...tail.map(cell => draw('tail', cell.text)),
    ...notes.map(({ mark, text }) => draw(`note ${mark}`, text)),
  ].join('\n')
}

function drawRow({ label, cells, group }: GridRow, order: number, rows: GridRow[]): string[] {
  const opensGroup = group !== null && rows[order - 1]?.group !== group
  const row = draw('row', [label, ...cells].map(textOf).join(' | '))
  return opensGroup ? [draw('group', group), row] : [row]
}

function textOf(cell: Cell | null): string {
  return cell?.text ?? ''
}

function draw(what: string, text: string): string {
  return `${what.padEnd(8)} ${text}`.trimEnd()
}
