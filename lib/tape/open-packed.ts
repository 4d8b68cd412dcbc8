import { Buffer } from 'node:buffer'
import { countBreaks } from '../filing/count-breaks.ts'
import { type DecodedFile, decodeFiling } from '../filing/decode-filing.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import type { LinePicker } from '../filing/pick-lines.ts'
import { splitLines } from '../filing/split-lines.ts'
import { textPieces } from '../filing/text-pieces.ts'
import type { Refusal } from '../issues.ts'
import type { Issue } from '../report.ts'
import { openingTag } from './looks-like-exhibit.ts'
import { AssetReader } from './read-assets.ts'
import type { Exhibit } from './read-document.ts'

export type OpenedPacked = {
  /** The file without what stands between the first and the last line of each of its exhibits. */
  file: DecodedFile
  issues: Issue[]
  /** The line in the file of one that was kept, and how many of each exhibit were not. */
  lineOf: (line: number) => number
  leftOut: readonly number[]
  /** The first exhibit, read or not; null where none was asked for, or there is none. */
  exhibit: Exhibit | null
}

const closingTag = /<\/(?:\w{1,20}:)?assetData\s*>/g
/** A tag may stand on two pieces. */
const longestTag = 64
/** So much of the root's own tag is kept: names of schemas. */
const longestOpening = 2000

/**
 * A file that is too large to be held, without the loan-level exhibits in it. With `readsLoans` the first of these is read while it
 * passes; its lines are those of the file. `pick` is given all of the text. Refuses like `decodeFiling`.
 *
 * > <assetData xmlns="…">          kept
 *    <assets> …                    left out, and read
 *   </assetData>                   kept
 */
export async function openPacked(
  packed: PackedFile,
  { readsLoans = false, pick = null }: { readsLoans?: boolean; pick?: LinePicker | null } = {},
): Promise<OpenedPacked | { refusal: Refusal }> {
  const kept = new KeptText(readsLoans)
  for await (const piece of textPieces(packed)) {
    kept.add(piece)
    pick?.add(piece)
  }
  const { text, exhibit, gaps } = kept.end()
  const decoded = decodeFiling(Buffer.from(text))
  if ('refusal' in decoded) return decoded
  const { file, issues } = decoded
  return {
    file: { ...file, encoding: packed.encoding },
    issues,
    lineOf: line => gaps.reduce((sum, gap) => (line > gap.after ? sum + gap.lines : sum), line),
    leftOut: gaps.map(({ lines }) => lines),
    exhibit,
  }
}

/** Lines that were left out, behind a line of those that were kept. */
type Gap = { after: number; lines: number }

/** Parts the exhibits of a text from the rest of it, which is kept. */
class KeptText {
  readonly #kept: string[] = []
  readonly #readsLoans: boolean
  /** The text that was not looked at yet, or only for what is not whole. */
  #ahead = ''
  #isInside = false
  #reader: AssetReader | null = null
  #exhibit: OpenedPacked['exhibit'] = null
  #hasExhibit = false
  readonly #gaps: Gap[] = []
  /** Line breaks of the exhibit that passes. */
  #breaks = 0

  constructor(readsLoans: boolean) {
    this.#readsLoans = readsLoans
  }

  add(piece: string): void {
    this.#ahead += piece
    while (this.#isInside ? this.#passInside() : this.#passOutside());
  }

  /** Go on behind the next opening tag; false where there is none yet. */
  #passOutside(): boolean {
    const found = openingTag.exec(this.#ahead)
    const end = found === null ? -1 : this.#ahead.indexOf('>', found.index)
    const isOpen = found !== null && (end >= 0 || this.#ahead.length - found.index > longestOpening)
    if (!isOpen) {
      // A tag that begins here may become whole.
      const passed = found?.index ?? Math.max(0, this.#ahead.length - longestTag)
      this.#kept.push(this.#ahead.slice(0, passed))
      this.#ahead = this.#ahead.slice(passed)
      return false
    }
    const opened = end >= 0 ? end + 1 : found.index + longestOpening
    this.#kept.push(this.#ahead.slice(0, opened))
    this.#ahead = this.#ahead.slice(opened)
    this.#isInside = true
    this.#breaks = 0
    if (this.#readsLoans && !this.#hasExhibit) this.#beginReading()
    this.#hasExhibit = true
    return true
  }

  /** The reader gets the exhibit from its beginning: from the declaration of XML, or what stands before the root. */
  #beginReading(): void {
    const before = this.#kept.join('')
    this.#kept.splice(0, this.#kept.length, before)
    const wrapper = /[\s\S]*<(?:TEXT|XML)>[ \t]*\n?/i.exec(before)?.[0].length ?? 0
    const blanks = /^\s*/.exec(before.slice(wrapper))?.[0].length ?? 0
    const from = wrapper + blanks
    this.#reader = new AssetReader(lastLineOf(before.slice(0, from)))
    this.#reader.write(before.slice(from))
  }

  /** Go on behind the next closing tag; false where there is none yet. */
  #passInside(): boolean {
    closingTag.lastIndex = 0
    const found = this.#ahead.includes('assetData') ? closingTag.exec(this.#ahead) : null
    const end = found === null ? Math.max(0, this.#ahead.length - longestTag) : found.index + found[0].length
    const inside = this.#ahead.slice(0, end)
    this.#ahead = this.#ahead.slice(end)
    this.#pass(inside)
    if (found === null) return false
    this.#leave(found[0])
    return true
  }

  /** The reader counts lines while it reads; once it has given up, nobody does. */
  #pass(inside: string): void {
    const reader = this.#reader?.unread === null ? this.#reader : null
    if (reader === null) {
      this.#breaks += countBreaks(inside)
      return
    }
    const before = reader.line
    reader.write(inside)
    this.#breaks += reader.unread === null ? reader.line - before : countBreaks(inside)
  }

  /** All lines that were passed but the last are left out. */
  #leave(closing: string): void {
    this.#isInside = false
    const before = this.#kept.join('')
    this.#kept.splice(0, this.#kept.length, before)
    if (this.#breaks > 0) this.#kept.push('\n')
    this.#gaps.push({ after: lastLineOf(before), lines: Math.max(0, this.#breaks - 1) })
    this.#kept.push(closing)
    this.#exhibit ??= this.#reader?.end() ?? null
    this.#reader = null
  }

  end(): { text: string; exhibit: OpenedPacked['exhibit']; gaps: readonly Gap[] } {
    if (this.#isInside) {
      this.#pass(this.#ahead)
      this.#leave(this.#ahead.slice(this.#ahead.lastIndexOf('\n') + 1))
    } else this.#kept.push(this.#ahead)
    return { text: this.#kept.join(''), exhibit: this.#exhibit, gaps: this.#gaps }
  }
}

/** The line on which a text ends, as the reader counts lines. */
function lastLineOf(text: string): number {
  return splitLines(`${text}|`).lines.length
}
