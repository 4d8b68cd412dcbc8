import { rowName } from '../format/index.ts'
import type { Cell, Grid, GridRow } from '../grid/grid.ts'
import type { OtherTable } from '../report.ts'
import type { Refused } from './read-table.ts'

/**
 * A table that is no stratification as it is printed: headers first, then its rows, figures with the `$` and `%` beside
 * them. `lines` are the file's.
 */
export function keepOther(grid: Grid, { kind, reason }: Refused, lines: readonly string[]): OtherTable {
  const header = [grid.stub?.text ?? '', ...grid.columns.map(column => column.header)]
  const rows = grid.rows.map(row => [
    nameOf(row),
    ...row.cells.map(cell => (cell === null ? '' : withSigns(cell, lines))),
  ])
  for (const { text } of grid.tail) rows.push([text])
  const title = grid.title.map(({ text }) => text).join(' ')
  const hasHeader = header.some(text => text !== '')
  return {
    kind,
    title: title === '' ? null : title,
    rows: hasHeader ? [header, ...rows] : rows,
    reason,
    at: grid.at,
  }
}

/** The label of a row, behind the heading of its group. */
function nameOf({ label, group }: GridRow): string {
  return rowName({ label: label?.text ?? '', ...(group !== null && { heading: group }) })
}

/** Lists that merely end in a small number, as contents do, are no tables. */
export function isWorthKeeping(grid: Grid): boolean {
  if (grid.columns.length > 1 || grid.columns.some(({ money, percent }) => money || percent)) return true
  return grid.rows.some(row => row.cells.some(cell => cell !== null && /[.,]/.test(cell.text)))
}

const GAP = '(?:[\\s\\u00a0]|<[^<>]*>|&nbsp;?|&#160;?)*'
const DOLLAR_BEFORE = new RegExp(`\\$${GAP}$`)
const PERCENT_BEHIND = new RegExp(`^${GAP}%`)
/** So far from its figure a sign may stand, markup included. */
const REACH = 160
const MOST_LINES = 3

/** A figure with the signs beside it, in cells of their own too; anything else as it is. */
function withSigns({ text, at }: Cell, lines: readonly string[]): string {
  if (!/^[\d(.-]/.test(text)) return text
  const last = at.lastLine ?? at.line
  const before = (lines[at.line - 1] ?? '').slice(Math.max(0, at.start - 1 - REACH), at.start - 1)
  const behind = (lines[last - 1] ?? '').slice(at.end - 1, at.end - 1 + REACH)
  const dollar = hasDollar(lines, at.line - 1, before) ? '$' : ''
  return `${dollar}${text}${hasPercent(lines, last - 1, behind) ? '%' : ''}`
}

/** The last characters of markup, and of blanks by name or number. */
const ENDS_OF_GAPS = '>;p0'

/** Most figures of text stand beside others: nothing but their line is looked at. */
function hasDollar(lines: readonly string[], index: number, own: string): boolean {
  const last = own.trimEnd().slice(-1)
  if (last === '$') return true
  return ENDS_OF_GAPS.includes(last) && DOLLAR_BEFORE.test(reachBack(lines, index, own))
}

function hasPercent(lines: readonly string[], index: number, own: string): boolean {
  const first = own.trimStart().slice(0, 1)
  if (first === '%') return true
  return '<&'.includes(first) && PERCENT_BEHIND.test(reachOn(lines, index, own))
}

const IS_MARKUP = /^\s*<|>\s*$/

/** What is printed before a place: of its line, and of lines of markup above that. */
function reachBack(lines: readonly string[], index: number, own: string): string {
  let text = own
  for (let at = index - 1; at > index - MOST_LINES && text.length < REACH && at >= 0; at--) {
    const line = lines[at] ?? ''
    if (!IS_MARKUP.test(line.slice(-REACH))) break
    text = `${line.slice(-REACH)}\n${text}`
  }
  return text.slice(-REACH)
}

function reachOn(lines: readonly string[], index: number, own: string): string {
  let text = own
  for (let at = index + 1; at < index + MOST_LINES && text.length < REACH; at++) {
    const line = lines[at] ?? ''
    if (!IS_MARKUP.test(line.slice(0, REACH))) break
    text = `${text}\n${line.slice(0, REACH)}`
  }
  return text.slice(0, REACH)
}
