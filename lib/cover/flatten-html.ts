import { readReference } from '../filing/character-reference.ts'
import type { Origin, TextLine } from './text-lines.ts'

/** Elements that start a text of their own; `br` and `tr` end a line, the others a paragraph. */
const BLOCKS = /^\/?(?:p|div|tr|table|h[1-6]|li|ul|ol|center|hr|body|html|title|blockquote|pre|page)$/
const CELLS = /^\/?(?:td|th)$/
const TAG_NAME = /<(\/?[a-z!][a-z0-9]*)/iy

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
    const character = source.charAt(at)
    if (character === '<' && /[a-z/!]/i.test(source.charAt(at + 1))) {
      const name = readTagName(source, at)
      if (name === 'br' || BLOCKS.test(name)) {
        out.push(piece.toLine(line))
        if (name !== 'br') out.push(new Piece().toLine(line))
        piece = new Piece()
      } else if (CELLS.test(name)) piece.add('   ', at)
      at = afterTag(source, at)
    } else if (character === '&') at = addReference(piece, source, at)
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

function readTagName(source: string, at: number): string {
  TAG_NAME.lastIndex = at
  return (TAG_NAME.exec(source)?.[1] ?? '').toLowerCase()
}

/** Index after the tag's end; past the line's end when the tag runs on. */
function afterTag(source: string, at: number): number {
  const end = source.indexOf('>', at)
  return end === -1 ? source.length + 1 : end + 1
}

function nextMarkup(source: string, from: number): number {
  let end = from
  while (end < source.length && source.charAt(end) !== '<' && source.charAt(end) !== '&') end += 1
  return end
}

/** No-break spaces are blanks to a reader; an ampersand alone is one. */
function addReference(piece: Piece, source: string, at: number): number {
  const { printed, end } = readReference(source, at) ?? { printed: '&', end: at + 1 }
  piece.add(printed === '\u00a0' ? ' ' : printed, at)
  return end
}
