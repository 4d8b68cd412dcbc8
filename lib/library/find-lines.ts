import { decodeFiling } from '../filing/decode-filing.ts'
import type { SourceLines } from './library.ts'

const mostLines = 2000
/** Filings in HTML may have a megabyte on a line; the first line asked for comes whole, then no more than this. */
const mostCharacters = 2_000_000
/** Somebody reading a filing asks for its lines a window at a time. */
const filingsKept = 4

/** Gives the lines of decoded filings, the last few of which it keeps at hand; null for an unknown one. */
export function lineKeeper(findBytes: (sha256: string) => Promise<Uint8Array | null>) {
  const decoded = new Map<string, string[]>()

  return async function linesOf(sha256: string): Promise<string[] | null> {
    const known = decoded.get(sha256)
    const lines = known ?? decodeLines(await findBytes(sha256))
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

/** Lines `from` to `to`, 1-based and inclusive, as far as they exist and the bounds allow. */
export function windowOf(lines: string[], from: number, to: number): SourceLines {
  const first = Math.max(1, Math.min(from, lines.length))
  const last = Math.min(to, first + mostLines - 1, lines.length)
  const shown: string[] = []
  let characters = 0
  for (const line of lines.slice(first - 1, last)) {
    characters += line.length
    if (shown.length > 0 && characters > mostCharacters) break
    shown.push(line)
  }
  return { lineCount: lines.length, first, lines: shown }
}
