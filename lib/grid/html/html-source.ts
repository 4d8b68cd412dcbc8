import type { Place } from '../../report.ts'
import type { Cell } from '../grid.ts'
import type { Piece } from './text-run.ts'

/**
 * The markup of a document as one text, and the way from an offset in it to a line and column of the file. `lastAsked`
 * is the line that was asked for last: the next is mostly the same or near.
 */
export type HtmlSource = {
  text: string
  lineStarts: readonly number[]
  firstLine: number
  lastAsked: number
}

/** Join a document's lines, `first` to `last`, 1-based and inclusive; `whole` is all lines joined, where it is at hand. */
export function joinHtml(lines: readonly string[], first: number, last: number, whole?: string): HtmlSource {
  const lineStarts: number[] = []
  let at = 0
  for (let line = first - 1; line < last; line++) {
    lineStarts.push(at)
    at += (lines[line] ?? '').length + 1
  }
  const isWhole = whole !== undefined && first === 1 && last === lines.length
  const text = isWhole ? whole : lines.slice(first - 1, last).join('\n')
  return { text, lineStarts, firstLine: first, lastAsked: 0 }
}

/** The place of the characters from `start` to `end`, exclusive; never beyond its last line's end. */
export function placeOf(source: HtmlSource, start: number, end: number): Place {
  const { lineStarts, firstLine, text } = source
  const first = lineAt(source, start)
  const last = lineAt(source, Math.max(start, end - 1))
  const lastEnd = (lineStarts[last + 1] ?? text.length + 1) - 1
  const place = {
    line: firstLine + first,
    start: start - (lineStarts[first] ?? 0) + 1,
    end: Math.min(end, lastEnd) - (lineStarts[last] ?? 0) + 1,
  }
  return last === first ? place : { ...place, lastLine: firstLine + last }
}

/** A piece of the markup's text with its place. */
export function cellOf(source: HtmlSource, { text, start, end }: Piece): Cell {
  return { text, at: placeOf(source, start, end) }
}

/** So many lines are walked before the line is looked for anew. */
const NEAR = 8

/** The line that holds an offset, 0-based: near the one asked for last, or found by halving. */
export function lineAt(source: HtmlSource, offset: number): number {
  const { lineStarts, lastAsked } = source
  let line = lastAsked
  if ((lineStarts[line] ?? 0) <= offset)
    for (let steps = 0; steps < NEAR; steps++, line++)
      if ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) > offset) {
        source.lastAsked = line
        return line
      }
  source.lastAsked = findLine(lineStarts, offset)
  return source.lastAsked
}

function findLine(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
