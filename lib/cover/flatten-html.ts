import { readReference } from '../filing/character-reference.ts'
import type { Origin, TextLine } from './text-lines.ts'

type Kind = 'line' | 'paragraph' | 'cell'

const kindsOf = (kind: Kind, names: string) => names.split(' ').map(name => [name, kind] as const)
/** Elements that start a text of their own: `br` ends a line, a cell makes a gap, the others end a paragraph. */
const KINDS = new Map<string, Kind>([
  ...kindsOf('line', 'br'),
  ...kindsOf('cell', 'td th'),
  ...kindsOf(
    'paragraph',
    'p div tr table h1 h2 h3 h4 h5 h6 li ul ol center hr body html title blockquote pre page',
  ),
])

/**
 * The text of an HTML document's lines (1-based, both included), each piece knowing its column.
 *
 * Tags give no text. A block starts a new line after a blank one, `br` a new line, a cell a wide gap; text of one
 * source line never joins that of the next here. Tags may run over lines. Markup past `most` characters is left out.
 * Source: exhibits from 2000 on.
 */
export function flattenHtml(lines: string[], first: number, last: number, most: number): TextLine[] {
  const out: TextLine[] = []
  let inTag = false
  let left = most
  for (let number = first; number <= last && left > 0; number += 1) {
    const source = (lines[number - 1] ?? '').slice(0, left)
    left -= source.length + 1
    inTag = flattenLine(source, number, inTag, out)
  }
  return out
}

/** Adds the texts of one source line; gives back whether it ends inside a tag. */
function flattenLine(source: string, line: number, inTag: boolean, out: TextLine[]): boolean {
  let piece = new Piece()
  let at = inTag ? afterTag(source, 0) : 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === LESS && opensTag(source.charCodeAt(at + 1))) {
      const kind = kindAt(source, at + 1)
      if (kind === 'line' || kind === 'paragraph') {
        out.push(piece.toLine(line))
        if (kind === 'paragraph') out.push(new Piece().toLine(line))
        piece = new Piece()
      } else if (kind === 'cell') piece.add('   ', at)
      at = afterTag(source, at)
    } else if (code === AMPERSAND) at = addReference(piece, source, at)
    else {
      const end = nextMarkup(source, at + 1)
      piece.add(source.slice(at, end), at)
      at = end
    }
  }
  if (!piece.isEmpty) out.push(piece.toLine(line))
  return at > source.length
}

/** A text as it grows, with the source column of each part. */
class Piece {
  private text = ''
  private readonly origins: Origin[] = []

  get isEmpty(): boolean {
    return this.text === ''
  }

  add(text: string, sourceIndex: number): void {
    this.origins.push({ index: this.text.length, column: sourceIndex + 1 })
    this.text += text
  }

  toLine(line: number): TextLine {
    return { text: this.text, line, origins: this.origins }
  }
}

const LESS = 60
const AMPERSAND = 38
const SLASH = 47
const BANG = 33

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

function opensTag(code: number): boolean {
  return isLetter(code) || code === SLASH || code === BANG
}

/** What the tag does to the text whose name, or the slash before it, stands at an index. */
function kindAt(source: string, at: number): Kind | undefined {
  const start = source.charCodeAt(at) === SLASH ? at + 1 : at
  let end = start
  for (let code = source.charCodeAt(end); isLetter(code) || (code >= 48 && code <= 57); ) {
    end++
    code = source.charCodeAt(end)
  }
  const name = source.slice(start, end)
  const kind = KINDS.get(name) ?? KINDS.get(name.toLowerCase())
  return kind === 'line' && start > at ? undefined : kind
}

/** Index after the tag's end; past the line's end when the tag runs on. */
function afterTag(source: string, at: number): number {
  const end = source.indexOf('>', at)
  return end === -1 ? source.length + 1 : end + 1
}

function nextMarkup(source: string, from: number): number {
  let end = from
  for (; end < source.length; end += 1) {
    const code = source.charCodeAt(end)
    if (code === LESS || code === AMPERSAND) break
  }
  return end
}

/** No-break spaces are blanks to a reader; an ampersand alone is one. */
function addReference(piece: Piece, source: string, at: number): number {
  const { printed, end } = readReference(source, at) ?? { printed: '&', end: at + 1 }
  piece.add(printed === '\u00a0' ? ' ' : printed, at)
  return end
}
