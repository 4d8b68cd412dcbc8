import { issue, type Refusal, refuse, type Staged } from '../issues.ts'
import type { Issue, Place } from '../report.ts'
import { decodeText, type Encoding } from './decode-text.ts'
import { findBinaryKind } from './find-binary-kind.ts'
import { looksLikeFiling } from './looks-like-filing.ts'
import { keepPrinted, type LeftOut } from './printed-text.ts'
import { type LinedText, splitLines } from './split-lines.ts'
import { countBackspaces, strikeOver } from './strike-over.ts'
import { unescapeDashes } from './unescape-dashes.ts'

/**
 * A filing as text. `text` is always `lines` joined by `\n`, so an offset in one is a line and column of the other.
 * Columns everywhere in Strata count the characters of these lines.
 */
export type DecodedFile = { text: string; lines: string[]; encoding: Encoding }

const MOST_BYTES = 50 * 1024 * 1024

/**
 * Decode the bytes of a filing, or say why they cannot be read.
 *
 * Line numbers are those of the file. Columns are too, but for lines that a PEM wrapper has escaped, see
 * `unescapeDashes`, and those in which something printed nothing, see `keepPrinted`. A byte order mark is taken off; form
 * feeds stay, as the white space they are.
 *
 * Raises `nuls-are-left-out`, `controls-are-left-out`, `invisible-characters-are-left-out`
 * `characters-are-printed-over-others` and `file-ends-inside-a-character`, each once, where the first stood. Refuses with `file-is-empty`,
 * `file-is-too-large`, `file-is-a-pdf`, `file-is-binary`, `file-is-in-ebcdic`, `file-is-not-a-filing`.
 */
export function decodeFiling(
  bytes: Uint8Array,
): { file: DecodedFile; issues: Issue[] } | { refusal: Refusal } {
  if (bytes.length > MOST_BYTES) return { refusal: refuse('file-is-too-large') }
  const binary = findBinaryKind(bytes)
  if (binary !== null) return { refusal: refuse(REFUSALS[binary]) }

  const { text: decoded, encoding, isCut } = decodeText(bytes)
  const { text: printed, leftOut } = keepPrinted(decoded)
  const plain = splitLines(printed)
  if (plain.text.trim() === '') return { refusal: refuse('file-is-empty') }

  const unescaped = unescapeDashes(plain)
  const { value, issues } = printOver(unescaped)
  const { text, lines } = value
  if (!looksLikeFiling(text, lines)) return { refusal: refuse('file-is-not-a-filing') }
  return {
    file: { text, lines, encoding },
    issues: [
      ...leftOut.map(one => tellLeftOut(one, printed, lines)),
      ...issues,
      ...(isCut ? [issue('file-ends-inside-a-character', { encoding }, endOf(lines))] : []),
    ],
  }
}

/** The place behind the last character of the file. */
function endOf(lines: readonly string[]): Place {
  const column = (lines.at(-1)?.length ?? 0) + 1
  return { line: lines.length, start: column, end: column }
}

const REFUSALS = { pdf: 'file-is-a-pdf', binary: 'file-is-binary', ebcdic: 'file-is-in-ebcdic' } as const
const LEFT_OUT = {
  nul: 'nuls-are-left-out',
  control: 'controls-are-left-out',
  invisible: 'invisible-characters-are-left-out',
} as const

function tellLeftOut({ kind, count, offset }: LeftOut, printed: string, lines: readonly string[]): Issue {
  const before = splitLines(`${printed.slice(0, offset)}|`).lines
  const line = before.length
  // What stands behind the last line break stands on no line.
  if (line > lines.length) return issue(LEFT_OUT[kind], { count }, endOf(lines))
  const column = Math.min(before[line - 1]?.length ?? 1, (lines[line - 1]?.length ?? 0) + 1)
  return issue(LEFT_OUT[kind], { count }, { line, start: column, end: column })
}

/** The lines as printed where backspaces set characters over others. */
function printOver(lined: LinedText): Staged<LinedText> {
  const count = countBackspaces(lined.text)
  if (count === 0) return { value: lined, issues: [] }
  const lines = lined.lines.map(strikeOver)
  const first = lines.findIndex((line, index) => line !== lined.lines[index])
  const at: Place = { line: first + 1, start: 1, end: (lines[first]?.length ?? 0) + 1 }
  return {
    value: { text: lines.join('\n'), lines },
    issues: [issue('characters-are-printed-over-others', { count }, at)],
  }
}
