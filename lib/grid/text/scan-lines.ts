import { hasTabularFigures } from '../../coverage/tabular-figures.ts'
import { isRaised, RAISED } from '../../values/index.ts'
import { gridSettings } from '../settings.ts'
import { type CodedLine, codeLines, isWhite, type LineCodes } from './code-lines.ts'
import type { Fragment } from './fragment.ts'
import { type Shape, shapeOf } from './line-shape.ts'
import type { RowLine } from './row-atoms.ts'
import { readRowLine } from './row-line.ts'

/** Every line of a stretch, sorted by shape in one pass; indices are 0-based in the file. */
export type ScannedLines = LineCodes & {
  lines: readonly string[]
  first: number
  /** Exclusive. */
  last: number
  shapes: Shape[]
  /** First printed character of each line, and the end of its last. */
  froms: Int32Array
  tos: Int32Array
  /** What is known of each line being one of a sentence, see `isProseAt`. */
  prose: Uint8Array
  /** The line last split into its fragments, see `splitFragments`. */
  split: { index: number; fragments: readonly Fragment[] } | null
  /** Lines of tables that are too wide to be read, as they are come upon. */
  unread: number[]
}

/** Sort the lines from `first` up to `last` by their shape. */
export function scanLines(lines: readonly string[], first: number, last: number): ScannedLines {
  const scan: ScannedLines = {
    ...codeLines(lines, first, last),
    lines,
    first,
    last,
    shapes: [],
    froms: new Int32Array(last - first),
    tos: new Int32Array(last - first),
    prose: new Uint8Array(last - first),
    split: null,
    unread: [],
  }
  for (let index = first; index < last; index++) scanLine(scan, index)
  return scan
}

function scanLine(scan: ScannedLines, index: number) {
  const { codes } = scan
  const line = scan.lines[index] ?? ''
  const start = scan.starts[index - scan.first] ?? 0
  let to = start + line.length
  while (to > start && isWhite(codes[to - 1] ?? 0)) to--
  let from = start
  while (from < to && isWhite(codes[from] ?? 0)) from++
  const shape = to - start > gridSettings.widestLine ? 'text' : shapeOf(line, codes, from, to)
  scan.shapes.push(shape)
  scan.froms[index - scan.first] = from - start
  scan.tos[index - scan.first] = to - start
}

/**
 * The lines that end in figures, in order, their figures taken off their ends. Those too wide for any table are not
 * given but told as `unread`, where they print figures in columns.
 */
export function* rowsOf(scan: ScannedLines): Generator<RowLine, undefined> {
  for (let index = scan.first; index < scan.last; index++) {
    if (shapeAt(scan, index) !== 'text') continue
    if (isTooWideAt(scan, index)) {
      if (hasTabularFigures(scan.lines[index] ?? '')) scan.unread.push(index)
      continue
    }
    const row = readRowLine(codedAt(scan, index), index, fromAt(scan, index), toAt(scan, index))
    if (row === null) continue
    if (row.atoms.length > gridSettings.mostColumns) scan.unread.push(index)
    else yield row
  }
}

/** Is the line wider than that of any table? It is read as a sentence is: no row, header or title. */
export function isTooWideAt(scan: ScannedLines, index: number): boolean {
  return toAt(scan, index) > gridSettings.widestLine
}

/** The shape of a line, `page` outside the stretch. */
export function shapeAt(scan: ScannedLines, index: number): Shape {
  return scan.shapes[index - scan.first] ?? 'page'
}

export function fromAt(scan: ScannedLines, index: number): number {
  return scan.froms[index - scan.first] ?? 0
}

export function toAt(scan: ScannedLines, index: number): number {
  return scan.tos[index - scan.first] ?? 0
}

/** The printed part of a line. */
export function textAt(scan: ScannedLines, index: number): string {
  return (scan.lines[index] ?? '').slice(fromAt(scan, index), toAt(scan, index))
}

/** A line, to be walked by its codes. */
export function codedAt(scan: ScannedLines, index: number): CodedLine {
  return { text: scan.lines[index] ?? '', codes: scan.codes, start: scan.starts[index - scan.first] ?? 0 }
}

const NOTE = new RegExp(`^(?:(?:\\(\\d{1,2}\\)|\\[\\d{1,2}\\]|\\*{1,3}|\\d{1,2}/)(?:\\s|$)|${RAISED})`)

/** Does the line open with a footnote mark? `*** FICO ***` is a title. */
export function startsNote(scan: ScannedLines, index: number): boolean {
  const code = scan.lines[index]?.charCodeAt(fromAt(scan, index)) ?? 0
  if (code !== 40 && code !== 91 && code !== 42 && !(code >= 48 && code <= 57) && !isRaised(code))
    return false
  const isMarked = NOTE.test((scan.lines[index] ?? '').slice(fromAt(scan, index), fromAt(scan, index) + 6))
  return isMarked && !(code === 42 && scan.lines[index]?.charCodeAt(toAt(scan, index) - 1) === 42)
}
