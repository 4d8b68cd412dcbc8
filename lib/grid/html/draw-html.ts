import { withoutUnshown } from '../../filing/leave-out-unshown.ts'
import type { Place } from '../../report.ts'
import { drawTable } from './draw-table.ts'
import type { Drawn } from './drawn.ts'
import { type HtmlSource, joinHtml, placeOf } from './html-source.ts'
import { type Block, type HtmlTable, parseHtml } from './parse-html.ts'

/** More than this, in characters and in cells, is no table that anybody looks at whole. */
const mostMarkup = 2_000_000
const mostCells = 20_000

/** How far above a table, in lines and characters, the beginning of its first row is looked for. */
const mostLinesInRow = 100
const mostMarkupInRow = 20_000

/**
 * What the stretch of HTML at a place shows: its tables as plain cells, the text between them, all with their places in
 * the file. Only this stretch is parsed, so it takes the time of one table, not of its filing.
 *
 * `lines` are the file's. Empty where the place holds no table, as text between PRE tags does not, or too much.
 */
export function drawHtml(lines: readonly string[], at: Place): Drawn {
  const first = Math.max(1, at.line - mostLinesInRow)
  const source = joinHtml(lines, first, Math.min(at.lastLine ?? at.line, lines.length))
  const start = (source.lineStarts[at.line - first] ?? source.text.length) + at.start - 1
  const end = (source.lineStarts[source.lineStarts.length - 1] ?? 0) + at.end - 1
  if (end - start > mostMarkup) return []
  const { from, prefix } = openTable(source.text, start, end)
  const { tables, blocks } = parseHtml(withoutUnshown(prefix + source.text.slice(from, end)))
  const cells = tables.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + row.length, 0), 0)
  if (cells === 0 || cells > mostCells) return []
  const added = from - prefix.length
  return [...tables, ...blocks]
    .filter(part => part.end + added > start)
    .sort((a, b) => a.start - b.start)
    .flatMap(part => drawPart(source, added, part) ?? [])
}

/**
 * A table that is one of several in one TABLE of HTML begins in the middle of it, at the text of its first cell. Where
 * its row begins, with the tag of the table put before it:
 *
 * > <tr><td></td><td>LTV</td><td>Loans</td></tr>
 *   ^ from           ^ start
 */
function openTable(text: string, start: number, end: number): { from: number; prefix: string } {
  const [tag] = /<\/?(?:table|tr|td|th)\b/i.exec(text.slice(start, end)) ?? []
  if (tag === undefined || /^<table/i.test(tag)) return { from: start, prefix: '' }
  const above = Math.max(0, start - mostMarkupInRow)
  const row = text.slice(above, start).toLowerCase().lastIndexOf('<tr')
  return row < 0 ? { from: start, prefix: '<table><tr><td>' } : { from: above + row, prefix: '<table>' }
}

function drawPart(source: HtmlSource, added: number, part: HtmlTable | Block): Drawn[number] | null {
  const place = (start: number, end: number) => placeOf(source, added + start, added + end)
  if ('rows' in part) return drawTable(part, place)
  return { kind: 'text', text: part.text, at: place(part.start, part.end) }
}
