import { splitTags, tagsOpenAt } from '../layout/tag-pieces.ts'
import type { FilingDocument, Place } from '../report.ts'

/** A figure as it is looked for: its digits and its decimal point, without what groups and surrounds them. */
export type FigureKey = string

/** The lines of a filing that are HTML: first and last, of each of its documents that is. */
export type HtmlSpans = readonly (readonly [number, number])[]

export function htmlSpansOf({ documents }: { documents: readonly FilingDocument[] }): HtmlSpans {
  return documents.filter(({ format }) => format === 'html').map(({ lines }) => lines)
}

/** What a person types to find a figure: whether it can be nothing else, for `2002` may be a year or part of a name. */
export type TypedFigure = { key: FigureKey; isCertain: boolean }

/** Whole numbers of fewer digits stand on every page. */
const leastDigits = 3
/** A filing that prints more figures than this is found by the first of them. */
const mostFigures = 200_000
const longestKey = 24

/** A whole number of so many digits, as lists show dollars, finds what is printed with cents too. */
const leastWhole = 6

/** Is a figure the one looked for, or the same with cents behind it? */
function isSought(figure: FigureKey, key: FigureKey): boolean {
  return figure === key || (findsCents(key) && figure.startsWith(`${key}.`))
}

/** Is a figure looked for with cents behind it too? */
export function findsCents(key: FigureKey): boolean {
  return !key.includes('.') && key.length >= leastWhole
}

const typed = /^\(?\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*%?\)?$/
const printed = /\d+(?:,\d{3})*(?:\.\d+)?/g

/**
 * The figure that a text is; null for any other text.
 *
 * > 225,132,418.36    $225132418.36    7.704%    553
 */
export function readFigure(text: string): TypedFigure | null {
  const [whole, integer, fraction = ''] = typed.exec(text.trim()) ?? []
  if (whole === undefined || integer === undefined) return null
  const key = keyOf(integer + fraction)
  return isLookedFor(key) ? { key, isCertain: /[$,.%]/.test(whole) } : null
}

function keyOf(figure: string): FigureKey {
  return figure.replaceAll(',', '')
}

function isLookedFor(key: FigureKey): boolean {
  return key.length <= longestKey && (key.includes('.') || key.length >= leastDigits)
}

/** Every figure that a filing prints, once, in the order they stand; what stands in tags of HTML is not printed. */
export function listFigures(lines: readonly string[], html: HtmlSpans): FigureKey[] {
  const figures = new Set<FigureKey>()
  for (const { text } of printedPieces(lines, html)) {
    for (const [figure] of text.matchAll(printed)) {
      const key = keyOf(figure)
      if (isLookedFor(key)) figures.add(key)
    }
    if (figures.size >= mostFigures) break
  }
  return [...figures].slice(0, mostFigures)
}

/** A place where a figure is printed, the words of its line as a reader sees them, and where among them it starts, from 0. */
export type FigurePlace = { at: Place; text: string; start: number }

/** Where a filing prints a figure, the first places of them. */
export function findFigure(
  lines: readonly string[],
  html: HtmlSpans,
  key: FigureKey,
  most: number,
): FigurePlace[] {
  const found: FigurePlace[] = []
  // A line that does not hold its last digits at all is not looked at closely.
  const pieces = [...printedPieces(lines, html, key.slice(-3))]
  for (const { line, start, text } of pieces)
    for (const { 0: figure, index } of text.matchAll(printed)) {
      if (!isSought(keyOf(figure), key)) continue
      const at = { line, start: start + index, end: start + index + figure.length }
      const before = pieces.filter(one => one.line === line && one.start < start).map(one => `${one.text} `)
      const after = pieces.filter(one => one.line === line && one.start > start).map(one => ` ${one.text}`)
      found.push({
        at,
        text: [...before, text, ...after].join(''),
        start: before.join('').length + index,
      })
      if (found.length === most) return found
    }
  return found
}

type Piece = { line: number; start: number; text: string }

/** What a reader sees of lines, piece by piece; only of lines that hold some characters, where these are given. */
function* printedPieces(lines: readonly string[], html: HtmlSpans, holding = ''): Generator<Piece> {
  const isHtml = (line: number) => html.some(([first, last]) => line >= first && line <= last)
  const open = html.length > 0 ? tagsOpenAt(lines) : []
  for (const [index, text] of lines.entries()) {
    if (!text.includes(holding)) continue
    const line = index + 1
    if (!isHtml(line)) {
      yield { line, start: 1, text }
      continue
    }
    let start = 1
    for (const piece of splitTags(text, open[index] ?? false)) {
      if (!piece.isTag) yield { line, start, text: piece.text }
      start += piece.text.length
    }
  }
}
