import { readReference } from '../../filing/character-reference.ts'
import { toPlainPrinted } from '../plain-characters.ts'

/**
 * A printed text with where it stands in the markup: blanks folded to one, references decoded, tags left out.
 *
 * > $&nbsp;<B>113,346</B>      text "$ 113,346", start at the $, end behind the 6
 *
 * `stretches` tell where its parts stand, three numbers each: index in the text, start and end in the markup. It is
 * null for a text that stands in the markup as it is, but for the kind of its blanks.
 */
export type Piece = { text: string; start: number; end: number; stretches: number[] | null }

const BLANK = 32
const NO_BREAK = 0xa0
const ZERO_WIDTH = 0x200b
const AMPERSAND = 38

/** What separates words: controls and blanks of every kind. */
function isBlank(code: number): boolean {
  return (
    code <= BLANK ||
    code === NO_BREAK ||
    (code >= 0x2000 && (code <= ZERO_WIDTH || code === 0x3000 || code === 0xfeff))
  )
}

/** Text being gathered from the markup, line by line. */
export class TextRun {
  /** Lines that a break has ended; empty ones too where the break was one of lines, not of blocks. */
  lines: Piece[] = []
  /** The line being gathered; nothing is printed yet while its text is empty. */
  text = ''
  start = -1
  end = -1
  stretches: number[] | null = null
  private hasGap = false
  private hasBlank = false

  get isEmpty(): boolean {
    return this.text === '' && this.lines.length === 0
  }

  /** Add what is printed between two offsets of the markup; in `isRaised` text, bare numbers are footnote marks. */
  add(markup: string, from: number, to: number, isRaised: boolean): void {
    let at = from
    while (at < to) {
      const code = markup.charCodeAt(at)
      if (isBlank(code)) {
        this.hasGap = true
        if (code === NO_BREAK) this.hasBlank = true
        at++
      } else if (code === AMPERSAND) at = this.addReference(markup, at, to)
      else at = this.addPrinted(markup, at, to, isRaised)
    }
  }

  /** End the line, if it holds anything; `isLine` ends it even then, for a `br` begins a new line wherever it stands. */
  break(isLine: boolean): void {
    if (this.text !== '' || isLine || this.hasBlank) this.lines.push(this.take())
    this.hasGap = false
  }

  /** The line being gathered, and a fresh one begun; one that prints nothing stands nowhere. */
  take(): Piece {
    const { text, start, end, stretches } = this
    this.clear()
    return { text, start, end, stretches }
  }

  /** Begin a fresh line. */
  clear(): void {
    this.text = ''
    this.start = this.end = -1
    this.stretches = null
    this.hasGap = this.hasBlank = false
  }

  private addReference(markup: string, at: number, to: number): number {
    // Half the cells of many a table hold nothing else.
    if (markup.startsWith('&nbsp;', at)) {
      this.hasGap = this.hasBlank = true
      return at + 6
    }
    const reference = readReference(markup, at)
    if (reference === null || reference.end > to) {
      this.append('&', at, at + 1)
      return at + 1
    }
    const { printed, end } = reference
    if (printed === '') return end
    if (printed.length === 1 && isBlank(printed.charCodeAt(0))) this.hasGap = this.hasBlank = true
    else this.append(toPlainPrinted(printed), at, end)
    return end
  }

  /** Add characters up to the next reference, or blanks that folding changes. */
  private addPrinted(markup: string, from: number, to: number, isRaised: boolean): number {
    let at = from + 1
    for (; at < to; at++) {
      const code = markup.charCodeAt(at)
      if (code === AMPERSAND) break
      if (!isBlank(code)) continue
      const next = at + 1 < to ? markup.charCodeAt(at + 1) : BLANK
      if (code !== BLANK || next === AMPERSAND || isBlank(next)) break
    }
    const printed = markup.slice(from, at)
    this.append(isRaised ? bracketMarks(printed) : printed, from, at)
    return at
  }

  private append(printed: string, from: number, to: number): void {
    if (this.text === '') {
      this.text = printed
      this.start = from
      if (printed.length !== to - from) this.stretches = [0, from, to]
    } else {
      const gap = this.hasGap ? 1 : 0
      if (this.stretches === null && (from - this.end !== gap || printed.length !== to - from))
        this.stretches = [0, this.start, this.end]
      this.stretches?.push(this.text.length + gap, from, to)
      this.text += gap === 1 ? ` ${printed}` : printed
    }
    this.hasGap = false
    this.end = to
  }
}

/** A raised number or letter is a mark, which must not run into the name or figure before it: `268<SUP>1</SUP>` reads `268(1)`. */
function bracketMarks(printed: string): string {
  if (!/^(?:\d{1,2}|[a-z])(?:, ?(?:\d{1,2}|[a-z]))*$/.test(printed)) return printed
  return printed
    .split(/, ?/)
    .map(mark => `(${mark})`)
    .join('')
}

/** The offsets in the markup of a part of a text, end exclusive. */
export function spanOfPart(piece: Piece, from: number, to: number): { start: number; end: number } {
  const { start, stretches } = piece
  if (stretches === null) return { start: start + from, end: start + to }
  return { start: offsetOf(stretches, from, false), end: offsetOf(stretches, to - 1, true) }
}

/** Where a character stands in the markup, or where it ends: a reference ends behind its semicolon. */
function offsetOf(stretches: readonly number[], index: number, isEnd: boolean): number {
  let at = 0
  while ((stretches[at + 3] ?? Number.POSITIVE_INFINITY) <= index) at += 3
  const [first = 0, start = 0, end = 0] = [stretches[at], stretches[at + 1], stretches[at + 2]]
  const isLast = stretches[at + 3] === index + 1
  if (isEnd && isLast) return end
  return Math.min(start + index - first + (isEnd ? 1 : 0), end)
}

/** Several lines as one text, a blank between. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const filled = pieces.filter(({ text }) => text !== '')
  const [first] = filled
  const last = filled[filled.length - 1]
  if (first === undefined || last === undefined) return { text: '', start: -1, end: -1, stretches: null }
  if (first === last) return first
  const stretches: number[] = []
  const texts: string[] = []
  let length = 0
  for (const { text, start, end, stretches: own } of filled) {
    const glue = texts.length === 0 || opensWord(texts[texts.length - 1] ?? '') ? '' : ' '
    length += glue.length
    for (let at = 0; at < (own?.length ?? 0); at += 3)
      stretches.push(length + (own?.[at] ?? 0), own?.[at + 1] ?? 0, own?.[at + 2] ?? 0)
    if (own === null) stretches.push(length, start, end)
    texts.push(glue + text)
    length += text.length
  }
  return { text: texts.join(''), start: first.start, end: last.end, stretches }
}

/** Nothing stands between a slash, or a hyphen inside a word, and what follows on the next line. */
function opensWord(text: string): boolean {
  return /(?:\/|[a-z]-)$/i.test(text)
}
