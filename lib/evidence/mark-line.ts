import type { Place } from '../report.ts'
import type { Evidence } from './describe-place.ts'

/** What a stretch of a line is to the chosen figure. */
export type StretchRole = 'plain' | 'figure' | 'label' | 'header'
/** `start` is 0-based in the line. */
export type Stretch = { text: string; role: StretchRole; start: number }

/** A marked place. A `block` keeps to its columns on every line, as a stacked heading does; a `run` reads on. */
export type Mark = { at: Place; role: Exclude<StretchRole, 'plain'>; shape: 'block' | 'run' }

/** Longer than this, a line is shown in part: HTML filings have lines of a megabyte. */
const longestShown = 2000

/** The figure with its label and heading, as marks. A whole table is not marked: its lines are enough to see. */
export function marksOf(evidence: Evidence): Mark[] {
  const isBlock = evidence.kind === 'header' || evidence.kind === 'label'
  const marks: (Mark | null)[] = [
    evidence.kind === 'table' ? null : { at: evidence.at, role: 'figure', shape: isBlock ? 'block' : 'run' },
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

/** Keep the neighbourhood of the marks and the line's start; say how much of a long line is left out. */
function shorten(stretches: Stretch[]): Stretch[] {
  const length = stretches.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= longestShown) return stretches
  const share = Math.floor(longestShown / stretches.length / 2)
  return stretches.map(stretch => ({ ...stretch, text: keepEnds(stretch.text, share) }))
}

function keepEnds(text: string, share: number): string {
  const left = text.length - 2 * share
  if (left <= 0) return text
  return `${text.slice(0, share)} […${left} characters…] ${text.slice(-share)}`
}
