import { addAll } from '../add-all.ts'
import { isSamePlace } from '../addresses/place-address.ts'
import type { Evidence } from '../evidence/describe-place.ts'
import { formatCount } from '../format/numbers.ts'
import type { Place } from '../report.ts'

/** What a stretch of a line is to the chosen figure; a gap tells what is left out. */
type StretchRole = 'plain' | 'figure' | 'label' | 'header' | 'gap'
/** `start` is 0-based in the line. */
export type Stretch = { text: string; role: StretchRole; start: number }

/** A marked place. A `block` keeps to its columns on every line, as a stacked heading does; a `run` reads on. */
export type Mark = { at: Place; role: Exclude<StretchRole, 'plain' | 'gap'>; shape: 'block' | 'run' }

/** Longer than this, a line is shown in part: HTML filings have lines of a megabyte. */
export const longestShown = 2000

/** The figure with its label and heading, as marks. A whole table is not marked: its lines are enough to see. */
export function marksOf(evidence: Evidence): Mark[] {
  const isBlock = evidence.kind === 'header' || evidence.kind === 'label'
  const isTable = evidence.table !== null && isSamePlace(evidence.at, evidence.table)
  const marks: (Mark | null)[] = [
    isTable ? null : { at: evidence.at, role: 'figure', shape: isBlock ? 'block' : 'run' },
    evidence.label && { at: evidence.label, role: 'label', shape: 'block' },
    evidence.header && { at: evidence.header, role: 'header', shape: 'block' },
  ]
  return marks.filter(mark => mark !== null)
}

/**
 * A line cut at the marks that touch it; the stretches joined are the line again, unless it is too long to show.
 *
 * > California                      268         $ 113,346,210.62       50.35%
 *   label     plain                               figure          plain
 */
export function cutLine(text: string, line: number, marks: Mark[]): Stretch[] {
  const cuts = marks
    .map(mark => ({ role: mark.role, ...columnsOn(text, line, mark) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  const stretches: Stretch[] = []
  let done = 0
  for (const { role, start, end } of cuts) {
    if (start < done) continue
    stretches.push({ text: text.slice(done, start), role: 'plain', start: done })
    stretches.push({ text: text.slice(start, end), role, start })
    done = end
  }
  stretches.push({ text: text.slice(done), role: 'plain', start: done })
  return shorten(stretches.filter(({ text }) => text !== ''))
}

/** 0-based columns of a mark on one line, blanks at its ends left off; nothing where it does not reach the line. */
function columnsOn(text: string, line: number, { at, shape }: Mark): { start: number; end: number } {
  const lastLine = at.lastLine ?? at.line
  if (line < at.line || line > lastLine) return { start: 0, end: 0 }
  const isBlock = shape === 'block' && at.end > at.start
  let start = isBlock || line === at.line ? at.start - 1 : 0
  let end = isBlock || line === lastLine ? Math.min(at.end - 1, text.length) : text.length
  if (isBlock) [start, end] = widenToWords(text, start, end)
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}

/** A block's columns cut no word in two, for the lines of a heading are not equally long. */
function widenToWords(text: string, start: number, end: number): [number, number] {
  const isLetter = (column: number) => /\S/.test(text.charAt(column))
  let [from, to] = [start, end]
  if (isLetter(from)) while (from > 0 && isLetter(from - 1)) from -= 1
  if (isLetter(to - 1)) while (to < text.length && isLetter(to)) to += 1
  return [from, to]
}

/** A stretch of columns, 0-based, the end exclusive. */
type Columns = { start: number; end: number }

/** Left of a long line's beginning and end, so that one sees what line it is. */
const endsShown = 100
/** A gap shorter than what tells of it is no gap. */
const shortestGap = 80

/** Keep the neighbourhood of the marks and the line's ends; say how much of a long line is left out. */
function shorten(stretches: Stretch[]): Stretch[] {
  const last = stretches[stretches.length - 1]
  const length = last ? last.start + last.text.length : 0
  if (length <= longestShown) return stretches
  const shown: Stretch[] = []
  let done = 0
  for (const columns of columnsShown(stretches, length)) {
    if (columns.start > done) shown.push(gap(done, columns.start))
    for (const stretch of stretches) addAll(shown, clip(stretch, columns))
    done = columns.end
  }
  if (done < length) shown.push(gap(done, length))
  return shown
}

/** The line's ends and as much on both sides of each mark as there is room for, joined where they meet. */
function columnsShown(stretches: Stretch[], length: number): Columns[] {
  const marks = stretches.filter(({ role }) => role !== 'plain')
  const room = Math.floor((longestShown - 2 * endsShown) / Math.max(1, 2 * marks.length))
  const wanted = marks.flatMap(({ start, text }) => [
    { start: start - room, end: start + room },
    { start: start + text.length - room, end: start + text.length + room },
  ])
  const first = { start: 0, end: marks.length === 0 ? longestShown - endsShown : endsShown }
  const joined: Columns[] = [first]
  for (const { start, end } of [...wanted, { start: length - endsShown, end: length }]) {
    const before = joined[joined.length - 1] ?? first
    if (start <= before.end + shortestGap) before.end = Math.max(before.end, Math.min(end, length))
    else joined.push({ start, end: Math.min(end, length) })
  }
  return joined
}

function clip({ text, role, start }: Stretch, columns: Columns): Stretch[] {
  const from = Math.max(0, columns.start - start)
  const to = Math.min(text.length, columns.end - start)
  return to > from ? [{ text: text.slice(from, to), role, start: start + from }] : []
}

function gap(start: number, end: number): Stretch {
  return { text: ` … ${formatCount(end - start)} characters … `, role: 'gap', start }
}
