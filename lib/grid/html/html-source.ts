import type { Place } from '../../report.ts'

/** The markup of a document as one text, and the way from an offset in it to a line and column of the file. */
export type HtmlSource = { text: string; lineStarts: readonly number[]; firstLine: number }

/** Join a document's lines, `first` to `last`, 1-based and inclusive. */
export function joinHtml(lines: readonly string[], first: number, last: number): HtmlSource {
  const own = lines.slice(first - 1, last)
  const lineStarts: number[] = []
  let at = 0
  for (const line of own) {
    lineStarts.push(at)
    at += line.length + 1
  }
  return { text: own.join('\n'), lineStarts, firstLine: first }
}

/** The place of the characters from `start` to `end`, exclusive; never beyond its last line's end. */
export function placeOf(source: HtmlSource, start: number, end: number): Place {
  const first = lineAt(source.lineStarts, start)
  const last = lineAt(source.lineStarts, Math.max(start, end - 1))
  const lastEnd = (source.lineStarts[last + 1] ?? source.text.length + 1) - 1
  const place = {
    line: source.firstLine + first,
    start: start - (source.lineStarts[first] ?? 0) + 1,
    end: Math.min(end, lastEnd) - (source.lineStarts[last] ?? 0) + 1,
  }
  return last === first ? place : { ...place, lastLine: source.firstLine + last }
}

/** The line that holds an offset, 0-based; the range halves in every round. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
