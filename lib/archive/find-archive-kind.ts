import { Buffer } from 'node:buffer'

/** A zip file begins with an entry, with the end of a directory of none, or with the mark of a split archive. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']
const GZIP = '\x1f\x8b\x08'
/** Where the name of the first entry stands, and how much of it tells. */
const FIRST_NAME = [30, 60] as const
/** Sheets, text documents, books and programs are zip files too, and begin with one of these. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|mimetype|META-INF\/)/

/** What kind of archive the bytes are, whatever their name says; null for a document that is merely packed as one. */
export function findArchiveKind(bytes: Uint8Array): 'zip' | 'gzip' | null {
  const head = Buffer.from(bytes.subarray(0, FIRST_NAME[1])).toString('latin1')
  if (head.startsWith(GZIP)) return 'gzip'
  return ZIP.includes(head.slice(0, 4)) && !DOCUMENT.test(head.slice(...FIRST_NAME)) ? 'zip' : null
}
