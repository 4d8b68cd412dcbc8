import type { HtmlSource } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'

/** How a cell's words are set: in which type, and how deep, which is its column and a part of one for its indent. */
export type CellType = { marks: readonly string[]; depth: number }

/** No opening tag of a cell, and what stands in it before its first word, is longer. Saves time on what no filing prints. */
const LONGEST_OPENING = 600
const marks: readonly [name: string, printed: RegExp][] = [
  ['bold', /<(?:b|strong|th)[\s>]|font-weight\s*:\s*(?:bold|[6-9]00)/i],
  ['italic', /<(?:i|em)[\s>]|font-style\s*:\s*italic/i],
  ['underlined', /<u[\s>]|text-decoration[^;"']*underline/i],
]
const INDENT = /(?:padding-left|margin-left|text-indent)\s*:\s*(-?\d{1,3})/gi
const BLANK = /&nbsp;|&#160;|\u00a0/gi

/**
 * The type of a cell's words and their depth, as its opening tags tell.
 *
 * > <td style="padding-left:10pt"><b>Fixed Rate</b>      bold, and deeper than a cell of its column without an indent
 */
export function typeOfCell({ text }: HtmlSource, { start, left }: LaidCell): CellType {
  const opening = openingOf(text.slice(Math.max(0, start - LONGEST_OPENING), start))
  if (opening === '<td>' || opening === '<TD>') return { marks: [], depth: left }
  const indents = [...opening.matchAll(INDENT)].map(([, size]) => Number(size))
  const indent = indents.reduce((sum, size) => sum + size, opening.match(BLANK)?.length ?? 0)
  return {
    marks: marks.flatMap(([name, printed]) => (printed.test(opening) ? [name] : [])),
    depth: indent > 0 ? left + indent / (indent + 1) : left,
  }
}

/** The last tag of a cell, and what stands behind it; everything where there is none. */
function openingOf(before: string): string {
  for (let at = before.lastIndexOf('<'); at > 0; at = before.lastIndexOf('<', at - 1)) {
    const second = before.charCodeAt(at + 2) | 32
    if ((before.charCodeAt(at + 1) | 32) === 116 && (second === 100 || second === 104))
      return before.slice(at)
  }
  return before
}
