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
 * Byte order marks are taken off, and so are bytes at the end that are only the beginning of a character: `isCut`. Never
 * fails.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding; isCut: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf16 = findUtf16(buffer)
  if (utf16 !== null) {
    const whole = buffer.subarray(0, buffer.length - (buffer.length % 2))
    return {
      text: new TextDecoder(utf16).decode(whole),
      encoding: 'utf-16',
      isCut: whole.length < buffer.length,
    }
  }
  if (isAscii(buffer)) return { text: buffer.toString('latin1'), encoding: 'ascii', isCut: false }
  const whole = wholeUtf8(buffer)
  if (isUtf8(whole))
    return {
      text: withoutMark(whole.toString('utf8')),
      encoding: 'utf-8',
      isCut: whole.length < buffer.length,
    }
  return { text: decodeWindows1252(buffer), encoding: 'windows-1252', isCut: false }
}

/**
 * The bytes without the beginning of a character of UTF-8 at their end, where more of it should follow; all of them where
 * nothing before it is UTF-8 beyond ASCII, for then it may as well be a character of windows-1252.
 */
function wholeUtf8(buffer: Buffer): Buffer {
  let lead = buffer.length - 1
  while (lead > buffer.length - 3 && lead > 0 && ((buffer[lead] ?? 0) & 0xc0) === 0x80) lead--
  const first = buffer[lead] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
  const whole = buffer.subarray(0, lead)
  return lead + length > buffer.length && !isAscii(whole) ? whole : buffer
}

/** So much of a file is looked at to tell UTF-16. */
const SAMPLE_BYTES = 4096
/** Of western text in UTF-16 every other byte is 0, but for dashes and quotes, and none of the others. */
const MOST_ZEROS = 0.7
const FEWEST_ZEROS = 0.02

/**
 * Which UTF-16 the bytes are, by their byte order mark, as editors write "Unicode" text, or by every other byte being 0;
 * null when they are none.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (!sample.includes(0)) return null
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map(count => (count * 2) / sample.length)
  if (odd >= MOST_ZEROS && even <= FEWEST_ZEROS) return 'utf-16le'
  return even >= MOST_ZEROS && odd <= FEWEST_ZEROS ? 'utf-16be' : null
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

export function decodeWindows1252(buffer: Buffer): string {
  const hasMark = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
  const latin = buffer.toString('latin1', hasMark ? 3 : 0)
  return latin.replace(/[\x80-\x9f]/g, control => characterAt(control.charCodeAt(0)))
}
