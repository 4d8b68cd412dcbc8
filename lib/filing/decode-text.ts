import { Buffer, isAscii, isUtf8 } from 'node:buffer'

export type Encoding = 'ascii' | 'utf-8' | 'utf-16' | 'windows-1252'

/** What windows-1252 prints at 0x80–0x9F, where Latin-1 has only controls. Five places are unassigned. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The character that windows-1252 has at a code point, for bytes and for references such as `&#150;` alike.
 * Other code points give their Unicode character; what is no character gives U+FFFD.
 */
export function characterAt(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80)
  const isScalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isScalar ? String.fromCodePoint(code) : '\uFFFD'
}

/**
 * Decode bytes as ASCII or UTF-8 where they are that, else as windows-1252, which every byte is.
 * Byte order marks are taken off. Never fails.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isAscii(buffer)) return { text: buffer.toString('latin1'), encoding: 'ascii' }
  if (isUtf16(buffer)) return { text: decodeUtf16(buffer), encoding: 'utf-16' }
  if (isUtf8(buffer)) return { text: withoutMark(buffer.toString('utf8')), encoding: 'utf-8' }
  return { text: decodeWindows1252(buffer), encoding: 'windows-1252' }
}

/** Whether the bytes start with a UTF-16 byte order mark, as editors write "Unicode" text. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function decodeUtf16(buffer: Buffer): string {
  return new TextDecoder(buffer[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(buffer)
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function decodeWindows1252(buffer: Buffer): string {
  const hasMark = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
  const latin = buffer.toString('latin1', hasMark ? 3 : 0)
  return latin.replace(/[\x80-\x9f]/g, control => characterAt(control.charCodeAt(0)))
}
