import { MOST_SPAN } from './lay-out-table.ts'

export type Spans = { colspan: number; rowspan: number }

const SINGLE: Spans = { colspan: 1, rowspan: 1 }
const SPAN = /\b(col|row)span\s*=\s*["']?\s*(\d{1,6})/gi

/**
 * Reads the spans of cell tags. The same few tags come again and again in a table, so the latest answers are kept.
 *
 * > <td colspan="2" rowspan=3>      2 columns, 3 rows
 */
export class CellSpans {
  private readonly known = new Map<string, Spans>()

  of(markup: string, start: number, end: number): Spans {
    // `<td span=2>` is the shortest that can hold any.
    if (end - start < 12) return SINGLE
    const tag = markup.slice(start, end)
    const old = this.known.get(tag)
    if (old !== undefined) return old
    const spans = readSpans(tag)
    if (this.known.size > 200) this.known.clear()
    this.known.set(tag, spans)
    return spans
  }
}

function readSpans(tag: string): Spans {
  const spans = { ...SINGLE }
  for (const [, axis = '', digits = ''] of tag.matchAll(SPAN)) {
    const span = Number(digits)
    if (span > 0) spans[axis.toLowerCase() === 'col' ? 'colspan' : 'rowspan'] = Math.min(span, MOST_SPAN)
  }
  return spans
}
