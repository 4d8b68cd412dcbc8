import { decodeFiling } from '../filing/decode-filing.ts'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'
import { LinePicker } from '../filing/pick-lines.ts'
import { weighLine } from '../layout/weigh-line.ts'
import { openingTag } from '../tape/looks-like-exhibit.ts'
import { type OpenedPacked, openPacked } from '../tape/open-packed.ts'
import type { LineSpan, SourceLines } from './library.ts'

const mostLines = 2000
/** Filings in HTML may have a megabyte on a line; the line asked for comes whole, then no more than this of others. */
const mostCharacters = 2_000_000
/** What the lines may take on a page, in bytes (weigh-line.ts). */
const mostBytes = 1_000_000
/** How much of both is for lines before the one asked for. */
const shareBefore = 1 / 3
/** Somebody reading a filing asks for its lines a window at a time. */
const filingsKept = 4

/**
 * Gives the lines of decoded filings, the last few of which it keeps at hand; null for an unknown one. One that is packed is given
 * as it is: it has more lines than are ever held.
 */
export function lineKeeper(findBytes: (sha256: string) => Promise<Uint8Array | PackedFile | null>) {
  const decoded = new Map<string, string[]>()

  return async function linesOf(sha256: string): Promise<string[] | PackedFile | null> {
    const known = decoded.get(sha256)
    const bytes = known ? null : await findBytes(sha256)
    if (bytes !== null && isPacked(bytes)) return bytes
    const lines = known ?? decodeLines(bytes)
    if (lines === null) return null
    decoded.delete(sha256)
    decoded.set(sha256, lines)
    for (const oldest of [...decoded.keys()].slice(0, -filingsKept)) decoded.delete(oldest)
    return lines
  }
}

function decodeLines(bytes: Uint8Array | null): string[] | null {
  if (bytes === null) return null
  const decoded = decodeFiling(bytes)
  return 'file' in decoded ? decoded.file.lines : null
}

/** The same lines of a filing that is packed: of a list as long as it is, no others are there. */
export async function windowOfPacked(packed: PackedFile, span: LineSpan): Promise<SourceLines | null> {
  const last = Math.min(span.to, span.from + mostLines - 1)
  const picker = new LinePicker([[span.from, Math.max(span.from, last)]])
  const opened = await openPacked(packed, { pick: picker })
  if ('refusal' in opened) return null
  const lines = linesAround(opened)
  for (let line = span.from; line <= Math.min(last, lines.length); line++)
    if (!lines[line - 1] || openingTag.test(lines[line - 1] ?? ''))
      lines[line - 1] = picker.picked.get(line) ?? ''
  return windowOf(lines, span)
}

/** The lines of a packed filing that stand around its exhibits, each in its place. */
export function linesAround({ file, lineOf, leftOut }: OpenedPacked): string[] {
  const lines: string[] = []
  lines.length = leftOut.reduce((sum, count) => sum + count, file.lines.length)
  for (const [index, line] of file.lines.entries()) lines[lineOf(index + 1) - 1] = line
  return lines
}

/**
 * Lines `from` to `to`, 1-based and inclusive, as far as they exist and the bounds allow; where they do not, those around
 * one.
 */
export function windowOf(lines: string[], { from, to, around = from }: LineSpan): SourceLines {
  const first = clamp(from, 1, lines.length)
  const last = clamp(to, first, Math.min(lines.length, first + mostLines - 1))
  const chosen = clamp(around, first, last)
  const own = lines[chosen - 1] ?? ''
  const before = { bytes: mostBytes * shareBefore, characters: mostCharacters * shareBefore }
  const start = chosen - countFitting(lines.slice(first - 1, chosen - 1).reverse(), before)
  const after = {
    bytes: mostBytes * (1 - shareBefore) + before.bytes - weighLine(own),
    characters: mostCharacters * (1 - shareBefore) + before.characters - own.length,
  }
  const end = chosen + countFitting(lines.slice(chosen, last), after)
  return { lineCount: lines.length, first: start, lines: lines.slice(start - 1, end) }
}

type Room = { bytes: number; characters: number }

/** How many of the lines there is room for, one after another; what is left of the room stands in it afterwards. */
function countFitting(lines: readonly string[], room: Room): number {
  const end = lines.findIndex(line => !takeRoom(room, line))
  return end < 0 ? lines.length : end
}

/** True if there is room for a line, which then is less. */
function takeRoom(room: Room, line: string): boolean {
  if (line.length > room.characters) return false
  const bytes = weighLine(line)
  if (bytes > room.bytes) return false
  room.bytes -= bytes
  room.characters -= line.length
  return true
}

function clamp(number: number, least: number, most: number): number {
  return Math.max(least, Math.min(number, most))
}
