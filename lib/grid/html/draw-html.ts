import type { Place } from '../../report.ts'
import { drawTable } from './draw-table.ts'
import type { Drawn } from './drawn.ts'
import { type HtmlSource, joinHtml, placeOf } from './html-source.ts'
import { type Block, type HtmlTable, parseHtml } from './parse-html.ts'

/** More than this, in characters and in cells, is no table that anybody looks at whole. */
const mostMarkup = 2_000_000
const mostCells = 20_000

/**
 * What the stretch of HTML at a place shows: its tables as plain cells, the text between them, all with their places in
 * the file. Only this stretch is parsed, so it takes the time of one table, not of its filing.
 *
 * `lines` are the file's. Empty where the place holds no table, as text between PRE tags does not, or too much.
 */
export function drawHtml(lines: readonly string[], at: Place): Drawn {
  const source = joinHtml(lines, at.line, Math.min(at.lastLine ?? at.line, lines.length))
  const start = at.start - 1
  const end = (source.lineStarts[source.lineStarts.length - 1] ?? 0) + at.end - 1
  const markup = source.text.slice(start, end)
  if (markup.length > mostMarkup) return []
  const { tables, blocks } = parseHtml(markup)
  const cells = tables.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + row.length, 0), 0)
  if (cells === 0 || cells > mostCells) return []
  return [...tables, ...blocks]
    .sort((a, b) => a.start - b.start)
    .flatMap(part => drawPart(source, start, part) ?? [])
}

function drawPart(source: HtmlSource, from: number, part: HtmlTable | Block): Drawn[number] | null {
  const place = (start: number, end: number) => placeOf(source, from + start, from + end)
  if ('rows' in part) return drawTable(part, place)
  return { kind: 'text', text: part.text, at: place(part.start, part.end) }
}
