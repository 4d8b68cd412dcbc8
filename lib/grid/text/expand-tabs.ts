import type { Place } from '../../report.ts'

/** Lines with their tabs set out as blanks, and the way back from a place on them to one in the file. */
export type ExpandedLines = { lines: readonly string[]; placeBack: (at: Place) => Place }

/** Field ends of an expanded line: where a field stands there, and where in the file. */
type Field = { shown: number; real: number }

/** A tab stop every so many columns, as printers have. */
const STOP = 8
/** Blanks between two fields that tabs part. */
const GAP = 3

/**
 * Set out tabs as blanks, so that columns stand under one another; null when the lines hold no tab.
 *
 * Lines in a row with the same number of tabs are fields of a table, whatever their widths: each field gets its own
 * column. Other lines go by tab stops.
 */
export function expandTabs(lines: readonly string[], first: number, last: number): ExpandedLines | null {
  if (!hasTabs(lines, first, last)) return null
  const shown = lines.slice()
  const fields = new Map<number, Field[]>()
  let index = first
  while (index < last) {
    const end = runEnd(lines, index, last)
    for (const [at, one] of expandRun(lines, index, end)) {
      shown[at] = one.text
      fields.set(at + 1, one.fields)
    }
    index = Math.max(end, index + 1)
  }
  return { lines: shown, placeBack: at => placeBack(at, fields) }
}

const hasTab = (line: string | undefined) => line?.includes('\t') === true

function hasTabs(lines: readonly string[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (hasTab(lines[at])) return true
  return false
}

/** The end of a run of lines with tabs, blank lines inside allowed; at least `index`. */
function runEnd(lines: readonly string[], index: number, last: number): number {
  let end = index
  for (let at = index; at < last; at++) {
    if (hasTab(lines[at])) end = at + 1
    else if (lines[at]?.trim() !== '') break
  }
  return end
}

type Expanded = { text: string; fields: Field[] }

function expandRun(lines: readonly string[], from: number, to: number): [number, Expanded][] {
  const split: [number, string[]][] = []
  for (let at = from; at < to; at++) if (hasTab(lines[at])) split.push([at, (lines[at] ?? '').split('\t')])
  const widths = widthsOf(split.map(([, parts]) => parts))
  return split.map(([at, parts]) => [at, setOut(parts, widths)])
}

/** The width of every field over the run; null when lines differ in their number of fields. */
function widthsOf(rows: readonly string[][]): number[] | null {
  const count = rows[0]?.length ?? 0
  if (rows.length < 2 || rows.some(parts => parts.length !== count)) return null
  const widths: number[] = new Array(count).fill(0)
  for (const parts of rows) {
    for (const [order, part] of parts.entries()) widths[order] = Math.max(widths[order] ?? 0, part.length)
  }
  return widths
}

/** Fields but the first are set to the right of their column, as figures are. */
function setOut(parts: readonly string[], widths: readonly number[] | null): Expanded {
  let text = ''
  let real = 0
  const fields: Field[] = []
  parts.forEach((part, order) => {
    const width = widths?.[order]
    if (width !== undefined && order > 0) text += ' '.repeat(width - part.length)
    fields.push({ shown: text.length, real })
    text += part
    real += part.length + 1
    if (order === parts.length - 1) return
    text += ' '.repeat(
      width === undefined ? STOP - (text.length % STOP) : order > 0 ? GAP : width - part.length + GAP,
    )
  })
  return { text, fields }
}

function placeBack(at: Place, fields: ReadonlyMap<number, Field[]>): Place {
  const start = fields.get(at.line)
  const end = fields.get(at.lastLine ?? at.line)
  if (start === undefined && end === undefined) return at
  const from = realOf(at.start, start)
  const to = realOf(at.end - 1, end) + 1
  // Where nothing is printed, as over a column without header, the blanks of a tab may be set wider than its field.
  return { ...at, start: from, end: at.lastLine === undefined ? Math.max(from, to) : to }
}

/** The column in the file of a printed character's column, both 1-based. */
function realOf(column: number, fields: readonly Field[] | undefined): number {
  if (fields === undefined) return column
  let field: Field | undefined
  for (const one of fields) if (one.shown < column) field = one
  return field === undefined ? column : column - field.shown + field.real
}
