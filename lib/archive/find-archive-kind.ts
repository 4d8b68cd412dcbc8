import { Buffer } from 'node:buffer'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'

/** A zip file begins with an entry, with the end of a directory of none, or with the mark of a split archive. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
const GZIP = '\x1f\x8b\x08'
/** Where the name of the first entry stands, and how much of it tells. */
const FIRST_NAME = [30, 60] as const
/** Sheets, text documents, books and programs are zip files too, and begin with one of these. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|mimetype|META-INF\/)/

/** A tar is known by its mark behind the first name. */
const TAR = { mark: 'ustar', at: 257 }
/** Archives that are known but not opened: 7z, rar, bzip2, xz, zstd, compress. */
const OTHERS = ['7z\xbc\xaf', 'Rar!\x1a\x07', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', '\x1f\x9d']
const BZIP2 = /^BZh[1-9]1AY&SY/

/** So many of a file's first bytes tell what kind of archive it is. */
export const headBytes = 512

/**
 * What kind of archive the bytes are, whatever their name says, `other` for one that is not opened; null for a document
 * that is merely packed as one, and for an exhibit that was packed while it came.
 */
export function findArchiveKind(bytes: Uint8Array | PackedFile): 'zip' | 'gzip' | 'tar' | 'other' | null {
  if (isPacked(bytes)) return null
  const head = Buffer.from(bytes.subarray(0, FIRST_NAME[1])).toString('latin1')
  if (head.startsWith(GZIP)) return 'gzip'
  if (isTar(bytes)) return 'tar'
  if (BZIP2.test(head) || OTHERS.some(mark => head.startsWith(mark))) return 'other'
  return ZIP.includes(head.slice(0, 4)) && !DOCUMENT.test(head.slice(FIRST_NAME[0], FIRST_NAME[1]))
    ? 'zip'
    : null
}

function isTar(bytes: Uint8Array): boolean {
  const mark = bytes.subarray(TAR.at, TAR.at + TAR.mark.length)
  return Buffer.from(mark).toString('latin1') === TAR.mark
}
