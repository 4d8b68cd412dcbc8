import { Buffer } from 'node:buffer'
import { isUtf16 } from './decode-text.ts'

/** Enough to tell text from anything else, and little enough to cost nothing on a large file. */
const SAMPLE_BYTES = 16 * 1024
/** Controls are looked for one by one, so in less of it; no format of bytes starts with this much text. */
const COUNTED_BYTES = 4 * 1024
/** Filings carry a stray control now and then (an end-of-file mark, a shift); one in fifty is no text. */
const MOST_CONTROLS = 0.02

/** Controls but for the white space of text: tab, line feed, vertical tab, form feed, carriage return. */
const CONTROL = /[^\s!-~\u0080-\u00ff]/

const MAGIC = [
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  'BZh',
  '\xd0\xcf\x11\xe0',
  '\x7fELF',
  'Rar!',
  '7z\xbc\xaf',
  'II*\0',
  'MM\0*',
  '\x28\xb5\x2f\xfd',
]

/** What kind of non-text the bytes are, by their first bytes and by their share of control characters. */
export function findBinaryKind(bytes: Uint8Array): 'pdf' | 'binary' | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)) return 'pdf'
  if (MAGIC.some(magic => head.startsWith(magic))) return 'binary'
  return !isUtf16(bytes) && hasManyControls(bytes.subarray(0, SAMPLE_BYTES)) ? 'binary' : null
}

function hasManyControls(sample: Uint8Array): boolean {
  if (sample.includes(0)) return true
  const counted = sample.subarray(0, COUNTED_BYTES)
  const text = Buffer.from(counted).toString('latin1')
  return CONTROL.test(text) && text.split(CONTROL).length - 1 > counted.length * MOST_CONTROLS
}
