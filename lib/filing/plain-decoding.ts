import { isUtf8 } from 'node:buffer'
import { decodeText, type Encoding, findUtf16 } from './decode-text.ts'
import { splitLines } from './split-lines.ts'

/** How anybody can decode a file: so many of its bytes, in this encoding, a byte order mark taken off. */
export type PlainDecoding = { encoding: Exclude<Encoding, 'utf-16'> | 'utf-16le' | 'utf-16be'; bytes: number }

/** Bytes of one character of UTF-8 that may miss its end. */
const LONGEST_BEGINNING = 3

/**
 * A file decoded and split into lines, and nothing else done to it: characters that print nothing, backspaces and escapes
 * stay, which `decodeFiling` takes off.
 */
export function decodePlainly(bytes: Uint8Array): { decoding: PlainDecoding; lines: string[] } {
  const { text, encoding, isCut } = decodeText(bytes)
  return {
    decoding: {
      encoding: encoding === 'utf-16' ? (findUtf16(bytes) ?? 'utf-16le') : encoding,
      bytes: isCut ? wholeLength(bytes, encoding) : bytes.length,
    },
    lines: splitLines(text).lines,
  }
}

/** The bytes without the beginning of a character at their end. */
function wholeLength(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-16') return bytes.length - (bytes.length % 2)
  let length = bytes.length - 1
  while (length > bytes.length - LONGEST_BEGINNING && !isUtf8(bytes.subarray(0, length))) length--
  return length
}
