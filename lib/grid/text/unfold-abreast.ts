import type { Place } from '../../report.ts'
import { type Band, findBands } from '../abreast/find-bands.ts'
import type { Page, PrintedLine } from '../abreast/page.ts'
import { readPiece } from '../abreast/piece.ts'
import type { Fragment } from './fragment.ts'
import { splitFragments } from './fragments.ts'
import { mayEndRow } from './row-line.ts'
import { fromAt, isTooWideAt, type ScannedLines, scanLines, shapeAt, toAt } from './scan-lines.ts'

/** Lines with tables that stood side by side set below each other, and the way back from a place on them to one before. */
export type UnfoldedLines = { scan: ScannedLines; placeBack: (at: Place) => Place }

/** No page holds more tables side by side. */
const MOST_ABREAST = 6

/**
 * Set tables that stand side by side below each other; null where none do.
 *
 * >       GROUP ONE                         GROUP ONE
 *   Lien    Loans   Purpose   Loans         Lien    Loans
 *   First      12   Purchase      7         First      12
 *                                               GROUP ONE
 *                                                   Purpose   Loans
 *                                                   Purchase      7
 *
 * Every piece keeps its column; lines over both tables stand over each, a blank line apart, for they are no header. A page
 * break parts the two.
 */
export function unfoldAbreast(printed: ScannedLines): UnfoldedLines | null {
  let scan = printed
  let origins: Int32Array | null = null
  let isNew: Uint8Array | null = null
  for (let round = 1; round < MOST_ABREAST; round++) {
    const bands = findBands(pageOf(scan, isNew))
    if (bands.length === 0) break
    const { lines, from, inBand } = unfold(scan, bands)
    isNew = inBand
    const before: Int32Array | null = origins
    origins = before === null ? from : from.map(index => before[index] ?? index)
    scan = scanLines(lines, scan.first, lines.length)
  }
  const map = origins
  return map === null ? null : { scan, placeBack: at => placeBack(at, map) }
}

/** A figure, and behind a wide gap a word, a range or a figure with words: `1997 and earlier`, `30Y LIB6M`. */
const SECOND_LABEL = /[\d%)] {2,}(?! )(?:[A-Za-z<>≤≥]|\$? ?[\d.,]+%? ?[-–—+/A-Za-z])/

/** The lines as a page; only those that are new, where that is known, may tell of tables side by side. */
function pageOf(scan: ScannedLines, isNew: Uint8Array | null): Page {
  return {
    first: scan.first,
    last: scan.last,
    lineAt: index => readLine(scan, index),
    mayBeDouble: index => {
      if (isNew?.[index] === 0 || shapeAt(scan, index) !== 'text' || isTooWideAt(scan, index)) return false
      if (!hasGaps(scan, index)) return false
      const line = scan.lines[index] ?? ''
      if (!FIGURE.test(line)) return true
      return mayEndRow(line.charCodeAt(toAt(scan, index) - 1)) && SECOND_LABEL.test(line)
    },
  }
}

/** Figures that no header prints. */
const FIGURE = /\d[\d,.]*\d/
/** A label and a figure, or words over them, twice, parted by as many wide gaps. */
const FEWEST_GAPS = 3

/** Does the line have as many gaps of two blanks or more as two rows beside each other have? Saves time: most have fewer. */
function hasGaps(scan: ScannedLines, index: number): boolean {
  const start = scan.starts[index - scan.first] ?? 0
  const end = start + toAt(scan, index)
  let gaps = 0
  for (let at = start + fromAt(scan, index) + 1; at < end; at++) {
    if (scan.codes[at] !== 32 || scan.codes[at - 1] !== 32) continue
    if (++gaps === FEWEST_GAPS) return true
    while (at < end && scan.codes[at] === 32) at++
  }
  return false
}

const TABLE_TAG = /^\s*<\/?table/i

function readLine(scan: ScannedLines, index: number): PrintedLine {
  const shape = shapeAt(scan, index)
  if (shape === 'page') return { kind: 'end', pieces: [] }
  if (shape === 'blank') return { kind: 'blank', pieces: [] }
  if (shape === 'tag') {
    const isEnd = TABLE_TAG.test(scan.lines[index] ?? '')
    return { kind: isEnd ? 'end' : 'tag', pieces: [] }
  }
  const line = scan.lines[index] ?? ''
  const read = ({ start, end }: Fragment) => readPiece(line.slice(start, end), start, end) ?? []
  if (shape === 'rule') {
    return { kind: 'rule', pieces: splitFragments(scan, index).flatMap(read) }
  }
  if (isTooWideAt(scan, index)) return { kind: 'end', pieces: [] }
  return { kind: 'text', pieces: splitFragments(scan, index).flatMap(read) }
}

/** Lines with bands set below each other, the index that each had, and which are of bands, whose tables may be two again. */
type Unfolded = { lines: string[]; from: Int32Array; inBand: Uint8Array }

function unfold(scan: ScannedLines, bands: readonly Band[]): Unfolded {
  const lines: string[] = scan.lines.slice(0, scan.first)
  const from: number[] = lines.map((_, index) => index)
  const put = (line: string, index: number) => {
    lines.push(line)
    from.push(index)
  }
  const ranges: [from: number, to: number][] = []
  let next = scan.first
  for (const { top, bottom, cut, over } of bands) {
    for (; next < top; next++) put(scan.lines[next] ?? '', next)
    const begin = lines.length
    if (over.length > 0) put('', top)
    for (; next <= bottom; next++) put((scan.lines[next] ?? '').slice(0, cut), next)
    put('\f', bottom)
    for (const [order, index] of over.entries()) {
      put(scan.lines[index] ?? '', index)
      if (order === over.length - 1 || (over[order + 1] ?? top) > index + 1) put('', index)
    }
    for (let index = top; index <= bottom; index++) put(rightOf(scan, index, cut), index)
    ranges.push([begin, lines.length])
  }
  for (; next < scan.last; next++) put(scan.lines[next] ?? '', next)
  const inBand = new Uint8Array(lines.length)
  for (const [begin, end] of ranges) inBand.fill(1, begin, end)
  return { lines, from: Int32Array.from(from), inBand }
}

/** What stands right of a place, where it stood; tags are of the left table and of the right one. */
function rightOf(scan: ScannedLines, index: number, cut: number): string {
  const line = scan.lines[index] ?? ''
  if (line.length <= cut) return ''
  return ' '.repeat(cut) + line.slice(cut)
}

function placeBack(at: Place, from: Int32Array): Place {
  const line = (from[at.line - 1] ?? at.line - 1) + 1
  if (at.lastLine === undefined) return { ...at, line }
  const lastLine = (from[at.lastLine - 1] ?? at.lastLine - 1) + 1
  const { start, end } = at
  return lastLine > line ? { line, start, end, lastLine } : { line, start, end }
}
