import { MOST_SPAN } from './lay-out-table.ts'

export type Spans = { colspan: number; rowspan: number }

const SINGLE: Spans = { colspan: 1, rowspan: 1 }
const SPAN = /\b(col|row)span\s*=\s*["']?\s*(\d{1,6})/gi

/**
 * Reads the spans of cell tags. In a table the same tag comes again and again, so the latest answer is kept.
 *
 * > <td colspan="2" rowspan=3>      2 columns, 3 rows
 */
export class CellSpans {
  private tag = ''
  private spans = SINGLE

  of(markup: string, start: number, end: number): Spans {
    // `<td span=2>` is the shortest that can hold any.
    if (end - start < 12) return SINGLE
    if (end - start !== this.tag.length || !markup.startsWith(this.tag, start)) {
      this.tag = markup.slice(start, end)
      this.spans = readSpans(this.tag)
    }
    return this.spans
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
