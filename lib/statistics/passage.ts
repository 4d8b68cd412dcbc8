import { largest, smallest } from '../extremes.ts'
import { lastNotAbove } from '../ordered.ts'
import type { Place, Stratification } from '../report.ts'
import { endOffset, isInHtml, placeAt, printedBetween, type SourceText, startOffset } from './source-text.ts'

/**
 * A stretch of running text with its inner blanks folded to one, and the way back to where each character stands.
 * `table` is the stratification whose footnote or tail it is, null for prose.
 */
export type Passage = {
  kind: 'footnote' | 'tail' | 'prose'
  text: string
  table: Stratification | null
  placeOf: (start: number, end: number) => Place
}

type Span = { from: number; to: number }

/** Blanks that folding changes: all but a single one between words. */
const wideGap = /\s{2,}|[^\S ]/g

/** Fold the runs of blanks between two offsets. */
function fold(source: SourceText, { from, to }: Span): Pick<Passage, 'text' | 'placeOf'> {
  const raw = printedBetween(source, from, to).trimEnd()
  const starts: number[] = []
  const offsets: number[] = []
  let text = ''
  const addStretch = (start: number, end: number) => {
    starts.push(text.length)
    offsets.push(from + start)
    text += raw.slice(start, end)
  }
  let done = raw.length - raw.trimStart().length
  wideGap.lastIndex = done
  for (let gap = wideGap.exec(raw); gap !== null; gap = wideGap.exec(raw)) {
    addStretch(done, gap.index)
    text += ' '
    done = wideGap.lastIndex
  }
  addStretch(done, raw.length)
  const offsetOf = (position: number) => {
    const stretch = lastNotAbove(starts, position)
    return (offsets[stretch] ?? from) + position - (starts[stretch] ?? 0)
  }
  return {
    text,
    placeOf: (start, end) => placeAt(source, offsetOf(start), offsetOf(end - 1) + 1),
  }
}

/** What is printed at a place, its blanks folded. */
export function foldPlace(source: SourceText, at: Place): Pick<Passage, 'text' | 'placeOf'> {
  return fold(source, { from: startOffset(source, at), to: endOffset(source, at) })
}

/** Most lines under a total row in which its tail ("Minimum: … Maximum: …") can stand. */
const tailLines = 6

/** Where the tail under a table's total can stand: up to its first footnote, the next table or a few lines on. */
function tailSpan(source: SourceText, table: Stratification, next: Stratification | undefined): Span | null {
  if (!table.total) return null
  const { at } = table.total
  const limits = [tailLimit(source, table, at)]
  if (next) limits.push(startOffset(source, next.at))
  if (table.footnotes[0]) limits.push(startOffset(source, table.footnotes[0].at))
  const span = { from: endOfTotal(source, table.total), to: smallest(limits) }
  return span.to > span.from && tells(source, span) ? span : null
}

/** Behind the label and the figures of the total row. */
function endOfTotal(source: SourceText, { at, places }: NonNullable<Stratification['total']>): number {
  return Math.max(
    endOffset(source, at),
    largest(Object.values(places).map(place => endOffset(source, place))),
  )
}

/** A few lines on; in HTML, where lines mean nothing, the end of the table and all that was found to belong to it. */
function tailLimit(source: SourceText, table: Stratification, total: Place): number {
  if (isInHtml(source, startOffset(source, total))) return endOffset(source, table.at)
  return source.lineStarts[(total.lastLine ?? total.line) + tailLines] ?? source.text.length
}

/** What is left of the text outside the spans, in order. */
function gaps(spans: readonly Span[], length: number): Span[] {
  const left: Span[] = []
  let from = 0
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from > from) left.push({ from, to: span.from })
    from = Math.max(from, span.to)
  }
  return from < length ? [...left, { from, to: length }] : left
}

/** Words without which no statistic is stated, so that only passages with one of them are looked at closely. */
const telling =
  /average|\bavg\b|\bm(?:in|ax)(?:imum)?\b|\bwa[cm]\b|postal|\bzip\b|\bother\s+(?:states|jurisdictions)|aggregate|\bloans\b|\blines of credit\b/i

function tells(source: SourceText, { from, to }: Span): boolean {
  return telling.test(printedBetween(source, from, to))
}

/** The paragraphs of a stretch of text, ended by blank lines or by block tags, that can state a statistic. */
function paragraphs(source: SourceText, gap: Span): Span[] {
  const found: Span[] = []
  const printed = printedBetween(source, gap.from, gap.to)
  if (!telling.test(printed)) return found
  let from = gap.from
  for (const part of printed.split(/(\n[ \t]*\n|\f)/)) {
    if (telling.test(part)) found.push({ from, to: from + part.length })
    from += part.length
  }
  return found
}

/**
 * The passages in which statistics can be stated: footnotes first, then the tails under total rows, then prose.
 * The tables themselves are left out.
 */
export function findPassages(source: SourceText, tables: readonly Stratification[]): Passage[] {
  const spanOf = (at: Place): Span => ({ from: startOffset(source, at), to: endOffset(source, at) })
  const notes = tables.flatMap(table => table.footnotes.map(note => ({ table, ...spanOf(note.at) })))
  const footnotes = notes.filter(note => tells(source, note))
  const tails = tables.flatMap((table, index) => {
    const span = tailSpan(source, table, tables[index + 1])
    return span ? [{ table, ...span }] : []
  })
  const covered = [...notes, ...tails, ...tables.map(table => spanOf(table.at))]
  const prose = gaps(covered, source.text.length).flatMap(gap => paragraphs(source, gap))
  return [
    ...footnotes.map(span => ({ kind: 'footnote' as const, table: span.table, ...fold(source, span) })),
    ...tails.map(span => ({ kind: 'tail' as const, table: span.table, ...fold(source, span) })),
    ...prose.map(span => ({ kind: 'prose' as const, table: null, ...fold(source, span) })),
  ]
}
