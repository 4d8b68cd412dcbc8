import { hasTabularFigures } from '../../coverage/tabular-figures.ts'
import { firstThat } from '../../ordered.ts'
import type { Place } from '../../report.ts'
import { findTabRuns, GAP, STOP, type TabRun, widthOf } from './tab-runs.ts'

/**
 * Lines with their tabs set out as blanks, and the way back from a place on them to one in the file. `unread` are lines
 * wider than any table, which are left blank.
 */
export type ExpandedLines = { lines: readonly string[]; placeBack: (at: Place) => Place; unread: number[] }

/** Field ends of an expanded line: where a field stands there, and where in the file. */
type Field = { shown: number; real: number }

/**
 * Set out tabs as blanks, so that columns stand under one another; null when the lines hold no tab.
 *
 * > Year⇥Number of Loans⇥Balance                 Year   Number of Loans      Balance
 *   -----------------------------                --------------------------------
 *   2001⇥45⇥8,101,534.52                         2001                45   8,101,534.52
 *
 * Fields of a table go by their number, whatever their widths: each gets a column of its own. Other lines go by tab
 * stops. Rules between them are drawn as far as the columns go, piece by piece where there are as many.
 */
export function expandTabs(lines: readonly string[], first: number, last: number): ExpandedLines | null {
  const { runs, unread: wide } = findTabRuns(lines, first, last)
  const unread = wide.filter(index => hasTabularFigures(lines[index] ?? ''))
  if (runs.length === 0 && unread.length === 0) return null
  const shown = lines.slice()
  for (const index of unread) shown[index] = ''
  const fields = new Map<number, Field[]>()
  for (const run of runs) {
    for (const [index, parts] of run.rows) {
      const one = setOut(parts, run.widths)
      shown[index] = one.text
      fields.set(index + 1, one.fields)
    }
    drawRules(shown, run)
  }
  return { lines: shown, placeBack: at => placeBack(at, fields), unread }
}

type Expanded = { text: string; fields: Field[] }

/** Set the fields of a line apart. Those but the first are set to the right of their column, as figures are. */
function setOut(parts: readonly string[], widths: readonly number[] | null): Expanded {
  const byNumber = widths !== null && parts.slice(0, -1).some(part => part.trim() !== '')
  let text = ''
  let real = 0
  const fields: Field[] = []
  parts.forEach((part, order) => {
    const width = byNumber ? widths[order] : undefined
    const printed = byNumber ? part.trimEnd() : part
    if (width !== undefined && order > 0) text += ' '.repeat(Math.max(0, width - printed.length))
    fields.push({ shown: text.length, real })
    text += printed
    real += part.length + 1
    if (order < parts.length - 1) text += ' '.repeat(blanksBehind(text.length, printed.length, order, width))
  })
  return { text, fields }
}

/** Blanks behind a field: up to the next tab stop, or to the end of its column and the gap. */
function blanksBehind(at: number, length: number, order: number, width: number | undefined): number {
  if (width === undefined) return STOP - (at % STOP)
  return order > 0 ? GAP : Math.max(0, width - length) + GAP
}

/** Rules without tabs stand where the printer meant columns; those are elsewhere now. */
function drawRules(shown: string[], { rules, widths }: TabRun) {
  if (widths === null) return
  for (const index of rules) {
    const pieces = (shown[index] ?? '').trim().split(/\s+/)
    const mark = pieces[0]?.charAt(0) ?? '-'
    const own = widths.slice(widths.length - pieces.length)
    const isBroken = pieces.length > 1 && pieces.length <= widths.length
    const total = widthOf(widths)
    const right = own.map(width => mark.repeat(width)).join(' '.repeat(GAP))
    shown[index] = isBroken ? right.padStart(total) : mark.repeat(Math.max(total, 3))
  }
}

function placeBack(at: Place, fields: ReadonlyMap<number, Field[]>): Place {
  const start = fields.get(at.line)
  const end = fields.get(at.lastLine ?? at.line)
  if (start === undefined && end === undefined) return at
  const from = realOf(at.start, start)
  const to = realOf(at.end - 1, end) + 1
  // Where nothing is printed, as over a column without header, the blanks of a tab may be set wider than its field.
  if (at.lastLine !== undefined) return { ...at, start: from, end: to }
  return { line: at.line, start: from, end: Math.max(from, to) }
}

/** The column in the file of a printed character's column, both 1-based. */
function realOf(column: number, fields: readonly Field[] | undefined): number {
  if (fields === undefined) return column
  const field = fields[firstThat(fields, ({ shown }) => shown >= column) - 1]
  return field === undefined ? column : column - field.shown + field.real
}
