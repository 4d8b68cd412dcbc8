import { readReference } from '../filing/character-reference.ts'
import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineRange } from '../filing/line-claim.ts'
import { keyOf, type TagKey, walkMarkup } from '../filing/walk-markup.ts'
import type { Origin, TextLine } from './text-lines.ts'

const keysOf = (names: string) => new Set(names.split(' ').map(keyOf))
/** Elements that begin and end a paragraph of their own. */
const BLOCKS = keysOf('p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 center body html title blockquote caption')
/** Of these a page break may be asked for. */
const BREAKERS = keysOf('p div hr br center')
const CELLS = keysOf('td th')
const [BR, HR, TR, TABLE, PRE, PAGE, HEAD, IX] = 'br hr tr table pre page head ix'.split(' ').map(keyOf)
const PAGE_BREAK = /break-(?:before|after)\s*:\s*(?:always|page)/i
const COLSPAN = /\bcolspan\s*=\s*["']?(\d{1,3})/i
const MOST_COLUMNS = 200
const GAP = '   '
/** Characters of a paragraph that are read; a longer one is no part of a cover. */
const LONGEST_PARAGRAPH = 20_000

/**
 * The lines that a document in HTML prints, each piece knowing its line and column in the file.
 *
 * > <P>Cobble Hill Loan            Cobble Hill Loan Trust 2003-8
 *   Trust 2003-8</P>
 *   <TR><TD>By:</TD>               By:   /s/ Nora Whitlock
 *   <TD>/s/ Nora Whitlock</TD>
 *
 * A paragraph is one line, up to `br`; a row of a table is as many lines as its highest cell; lines of `pre` stay. Between
 * paragraphs and between rows stands a boundary. Runs of white space are one blank, as browsers print them; no-break
 * spaces are blanks that stay. What browsers hide (heads, scripts, the header of inline XBRL) is left out, and so is
 * markup past `most` characters. Linear in the length.
 */
export function printHtml(file: DecodedFile, range: LineRange, most: number): TextLine[] {
  const start = offsetOfLine(file, range.first)
  const printer = new Printer(file, range.first, start)
  const end = Math.min(offsetOfLine(file, range.last + 1), start + most, file.text.length)
  walkMarkup(file.text, start, end, {
    tag: (key, isClosing, from, to) => printer.tag(key, isClosing, from, to),
    text: (from, to) => printer.text(from, to),
  })
  return printer.finish()
}

function offsetOfLine({ lines }: DecodedFile, number: number): number {
  let offset = 0
  for (let index = 0; index < number - 1; index += 1) offset += (lines[index]?.length ?? 0) + 1
  return offset
}

/** A text as it grows, with where its parts stand. */
class Piece {
  text = ''
  readonly origins: Origin[] = []

  isBlank = true
  /** Where white space adds nothing: at the start, and behind a blank. */
  endsBlank = true

  add(text: string, line: number, column: number): void {
    if (this.text.length > LONGEST_PARAGRAPH) return
    this.origins.push({ index: this.text.length, line, column })
    this.text += text
    this.endsBlank = text.endsWith(' ')
    this.isBlank &&= text.trim() === ''
  }
}

/** A cell of an open row: its first column, how many it spans, and its lines. */
type OpenCell = { column: number; span: number; pieces: Piece[] }
type OpenRow = { cells: OpenCell[]; columns: number }

/** Words with single blanks between, a run of white space, or one character that needs a look; never into a tag. */
const PART = /[^ \t\n\r\f\v&<]+(?: [^ \t\n\r\f\v&<]+)*|[ \t\n\r\f\v]+|[&<]/y

class Printer {
  private readonly lines: TextLine[] = []
  private piece = new Piece()
  private row: OpenRow | null = null
  private cell: OpenCell | null = null
  /** The widest row so far of the table that is open. */
  private table = { columns: 1 }
  private isPre = false
  /** Inside an element that is not printed. */
  private isHidden = false
  private readonly source: string
  private readonly ends: readonly string[]
  private line: number
  private lineStart: number

  constructor({ text, lines }: DecodedFile, line: number, lineStart: number) {
    this.source = text
    this.ends = lines
    this.line = line
    this.lineStart = lineStart
  }

  tag(key: TagKey, isClosing: boolean, from: number, to: number): void {
    if (key === HEAD || (key === IX && this.source.startsWith(':header', from + (isClosing ? 4 : 3))))
      this.isHidden = !isClosing
    if (this.isHidden) return
    if (key === BR) this.endLine(true)
    else if (CELLS.has(key)) this.endCell(isClosing, from, to)
    else if (key === TR) this.endRow()
    else if (key === TABLE) this.endTable()
    else if (key === PRE) {
      this.endBlock()
      this.isPre = !isClosing
    } else if (key === HR || key === PAGE) this.rule(key === PAGE ? '<PAGE>' : '----')
    else if (BLOCKS.has(key)) this.endBlock()
    if (!isClosing && to - from > 20 && BREAKERS.has(key) && PAGE_BREAK.test(this.source.slice(from, to)))
      this.rule('<PAGE>')
  }

  text(from: number, to: number): void {
    if (this.isHidden) return
    if (this.isPre) this.addLines(from, to)
    else this.addWords(from, to)
  }

  finish(): TextLine[] {
    this.endTable()
    return this.lines
  }

  private addWords(from: number, to: number): void {
    for (let at = from; at < to; at = PART.lastIndex) {
      PART.lastIndex = at
      const end = PART.test(this.source) ? Math.min(to, PART.lastIndex) : at + 1
      PART.lastIndex = end
      const code = this.source.charCodeAt(at)
      if (code === AMPERSAND) PART.lastIndex = this.addReference(at)
      else if (code > BLANK) this.add(this.source.slice(at, end).replaceAll('\u00a0', ' '), at)
      else if (!this.piece.endsBlank) this.add(' ', at)
    }
  }

  /** No-break spaces are blanks to a reader; an ampersand alone is one. */
  private addReference(at: number): number {
    const { printed, end } = readReference(this.source, at) ?? { printed: '&', end: at + 1 }
    this.add(printed === '\u00a0' ? ' ' : printed, at)
    return end
  }

  /** Of preformatted text each line is one. Nothing is looked for behind its end: the file may be a single line. */
  private addLines(from: number, to: number): void {
    const text = this.source.slice(from, to)
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      this.addRaw(text.slice(at, end), from + at)
      this.endLine(true)
      at = end + 1
    }
    this.addRaw(text.slice(at), from + at)
  }

  private addRaw(text: string, offset: number): void {
    let at = 0
    for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', at)) {
      if (mark > at) this.add(text.slice(at, mark), offset + at)
      at = this.addReference(offset + mark) - offset
    }
    if (at < text.length) this.add(text.slice(at), offset + at)
  }

  private add(text: string, offset: number): void {
    let length = this.ends[this.line - 1]?.length ?? 0
    while (offset > this.lineStart + length) {
      this.lineStart += length + 1
      this.line += 1
      length = this.ends[this.line - 1]?.length ?? Number.POSITIVE_INFINITY
    }
    this.piece.add(text, this.line, offset - this.lineStart + 1)
  }

  /** End a line; a blank one is printed only where `br` or a no-break space asks for it. */
  private endLine(isAsked: boolean): void {
    const { piece } = this
    if (piece.text === '' && !isAsked) return
    this.piece = new Piece()
    if (this.cell !== null) this.cell.pieces.push(piece)
    else
      this.lines.push(this.isPre ? toLine(piece, this.line) : { ...toLine(piece, this.line), isSpread: true })
  }

  private endBlock(): void {
    this.endLine(false)
    if (this.cell === null) this.addBoundary()
  }

  private addBoundary(): void {
    if (this.lines.at(-1)?.isBoundary !== true)
      this.lines.push({ text: '', line: this.line, origins: [], isBoundary: true })
  }

  private rule(text: string): void {
    this.endBlock()
    if (this.cell !== null) return
    this.lines.push({ text, line: this.line, origins: [] })
  }

  private endCell(isClosing: boolean, from: number, to: number): void {
    if (this.cell === null) this.endBlock()
    else this.endLine(false)
    this.cell = null
    if (isClosing) return
    this.row ??= { cells: [], columns: 0 }
    const asked = to - from > 12 ? COLSPAN.exec(this.source.slice(from, to))?.[1] : undefined
    const span = Math.max(1, Math.min(Number(asked ?? 1), MOST_COLUMNS - this.row.columns))
    this.cell = { column: this.row.columns, span, pieces: [] }
    if (this.row.columns >= MOST_COLUMNS) return
    this.row.columns += span
    this.row.cells.push(this.cell)
  }

  /** Write the lines of a row, the first lines of its cells beside each other, then the second ones. */
  private endRow(): void {
    this.endLine(false)
    const { row } = this
    this.row = null
    this.cell = null
    this.addBoundary()
    if (row === null) return
    this.table.columns = Math.max(this.table.columns, row.columns)
    const height = row.cells.reduce((most, { pieces }) => Math.max(most, pieces.length), 0)
    for (let at = 0; at < height; at += 1) this.addRowLine(row, at)
    this.addBoundary()
  }

  private addRowLine(row: OpenRow, at: number): void {
    const whole = new Piece()
    const parts: number[] = []
    for (const { column, span, pieces } of row.cells) {
      const piece = pieces[at]
      if (piece === undefined || piece.isBlank) continue
      if (whole.text !== '') whole.text += GAP
      const shift = whole.text.length
      for (const origin of piece.origins) {
        origin.index += shift
        whole.origins.push(origin)
      }
      whole.text += piece.text
      parts.push(shift, whole.text.length, column, column + span)
    }
    if (parts.length === 0) return
    this.lines.push({ ...toLine(whole, this.line), row: { parts, table: this.table } })
  }

  private endTable(): void {
    this.endRow()
    if (this.table.columns > 1) this.table = { columns: 1 }
  }
}

const AMPERSAND = 38
const BLANK = 32

function toLine({ text, origins }: Piece, line: number): TextLine {
  const first = origins[0]?.line ?? line
  const last = origins.at(-1)?.line ?? first
  const printed = { text: text.trimEnd(), line: first, origins }
  return last > first ? { ...printed, lastLine: last } : printed
}
