import { codeLines } from './code-lines.ts'
import { fromAt, isTooWideAt, type ScannedLines, toAt } from './scan-lines.ts'

const UNKNOWN = 0
const PROSE = 1
const OTHER = 2

/**
 * Is the line one of a sentence: mostly words in lower case, and long or ending like one? So is any that is too wide for
 * a table. Looked at once a line.
 */
export function isProseAt(scan: ScannedLines, index: number): boolean {
  if (isTooWideAt(scan, index)) return true
  const at = index - scan.first
  if (scan.prose[at] === UNKNOWN) {
    const start = scan.starts[at] ?? 0
    const isOne = isProseIn(scan.codes, start + fromAt(scan, index), start + toAt(scan, index))
    scan.prose[at] = isOne ? PROSE : OTHER
  }
  return scan.prose[at] === PROSE
}

/** The same of a text that is no line. */
export function isProse(text: string): boolean {
  return isProseIn(codeLines([text], 0, 1).codes, 0, text.length)
}

function isProseIn(codes: Uint16Array, from: number, to: number): boolean {
  const end = codes[to - 1]
  if (to - from < 30 || (to - from <= 64 && end !== 46 && end !== 44 && end !== 59)) return false
  let lower = 0
  let upper = 0
  let length = 0
  for (let at = to - 1; at >= from; at--) {
    if ((codes[at] ?? 0) <= 32) {
      length = 0
      continue
    }
    length++
    // A word is told by its first letter, which the walk meets last.
    if (length <= 3 || (at > from && (codes[at - 1] ?? 0) > 32)) continue
    const first = codes[at] ?? 0
    if (first >= 97 && first <= 122) lower++
    else if (first >= 65 && first <= 90) upper++
  }
  return lower > upper
}
