import { Buffer } from 'node:buffer'
import { findUtf16 } from './decode-text.ts'

/** Enough to tell text from anything else, and little enough to cost nothing: no format of bytes starts with this much text. */
const COUNTED_BYTES = 4 * 1024
/** Filings carry a stray control now and then (an end-of-file mark, a shift); one in fifty is no text. */
const MOST_CONTROLS = 0.02

/**
 * Controls but for the white space of text: tab, line feed, vertical tab, form feed, carriage return. Backspaces print
 * over, and NULs nothing: text may hold many of either.
 */
const CONTROL = /[^\s!-~\u0080-\u00ff\0\b]/

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
  'MZ\x90\0',
  'RIFF',
  '\xffWPC',
  'SQLite format 3\0',
  '\x28\xb5\x2f\xfd',
]

/** Where an archive of files one behind the other says so. */
const TAR = { magic: 'ustar', at: 257 }

/** What kind of non-text the bytes are, by their first bytes and by what characters they would be. */
export function findBinaryKind(bytes: Uint8Array): 'pdf' | 'binary' | 'ebcdic' | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)) return 'pdf'
  if (MAGIC.some(magic => head.startsWith(magic)) || head.startsWith(TAR.magic, TAR.at)) return 'binary'
  if (findUtf16(bytes) !== null) return null
  if (isEbcdic(head)) return 'ebcdic'
  return hasManyControls(bytes.subarray(0, COUNTED_BYTES)) ? 'binary' : null
}

function hasManyControls(sample: Uint8Array): boolean {
  const counted = Buffer.from(sample).toString('latin1').replaceAll('\0', '')
  return CONTROL.test(counted) && counted.split(CONTROL).length - 1 > counted.length * MOST_CONTROLS
}

/** A blank of EBCDIC is an `@`, and that of ASCII a control there. */
const EBCDIC_BLANKS = /@/g
const ASCII_BLANKS = / /g
/** Where EBCDIC has its letters and digits: beyond ASCII. */
const EBCDIC_LETTERS = /[\x81-\x89\x91-\x99\xa2-\xa9\xc1-\xc9\xd1-\xd9\xe2-\xe9\xf0-\xf9]/g
/** Of text, blanks are more than one in twenty characters, and letters and digits more than half of the others. */
const FEWEST_BLANKS = 0.05
const FEWEST_LETTERS = 0.5

/** Is it text of a mainframe? Bytes are given as Latin-1. */
function isEbcdic(head: string): boolean {
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const blanks = count(EBCDIC_BLANKS)
  if (blanks <= head.length * FEWEST_BLANKS || count(ASCII_BLANKS) > blanks * FEWEST_BLANKS) return false
  return count(EBCDIC_LETTERS) > (head.length - blanks) * FEWEST_LETTERS
}
