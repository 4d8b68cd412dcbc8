import type { Refusal } from '../issues.ts'
import { refuse } from '../issues.ts'
import { decodeText, type Encoding } from './decode-text.ts'
import { findBinaryKind } from './find-binary-kind.ts'
import { looksLikeFiling } from './looks-like-filing.ts'
import { splitLines } from './split-lines.ts'
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
 * `unescapeDashes`. A byte order mark is taken off; form feeds stay, as the white space they are.
 *
 * Refuses with `file-is-empty`, `file-is-too-large`, `file-is-a-pdf`, `file-is-binary`, `file-is-not-a-filing`.
 */
export function decodeFiling(bytes: Uint8Array): { file: DecodedFile } | { refusal: Refusal } {
  if (bytes.length > MOST_BYTES) return { refusal: refuse('file-is-too-large') }
  const binary = findBinaryKind(bytes)
  if (binary !== null) return { refusal: refuse(binary === 'pdf' ? 'file-is-a-pdf' : 'file-is-binary') }

  const { text, encoding } = decodeText(bytes)
  const plain = splitLines(text)
  if (plain.text.trim() === '') return { refusal: refuse('file-is-empty') }

  const { lines, text: unescaped } = unescapeDashes(plain)
  if (!looksLikeFiling(unescaped, lines)) return { refusal: refuse('file-is-not-a-filing') }
  return { file: { text: unescaped, lines, encoding } }
}
