import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import { type FileLimits, gatherFile } from './arriving-file.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { Span } from './find-overlapping.ts'
import { InflateStopped, inflating, type Pieces, piecesOf } from './inflate.ts'
import type { ListedEntry } from './list-entries.ts'
import type { Opened } from './open-in-room.ts'

const STORED = 0
const DEFLATED = 8

/** An entry and where its header and packed bytes lie in the archive, which start at `dataFrom`. */
export type PlacedEntry = ListedEntry & Span & { dataFrom: number }

/** Where an entry's bytes lie, or null when it leads to no header of a file, or past the end of the archive. */
export async function placeEntry(zip: ZipFile, listed: ListedEntry): Promise<PlacedEntry | null> {
  const { relativeOffsetOfLocalHeader: from, compressedSize } = listed.entry
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(listed.entry, { minimal: true })
    return { ...listed, from, dataFrom: fileDataStart, to: fileDataStart + compressedSize }
  } catch {
    return null
  }
}

/**
 * Why a zip's entry is not opened, by what its header says of it, or null. A header that says too little gains nothing:
 * `openEntry` stops where it said.
 */
export function findObstacle(entry: Entry, limits: ArchiveLimits): RefusalCode | null {
  const { compressionMethod, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) return 'archive-is-encrypted'
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) return 'archive-packing-is-unknown'
  if (uncompressedSize > limits.exhibitBytes) return 'file-is-too-large'
  if (uncompressedSize <= mostBytesFrom(compressedSize, limits)) return null
  return uncompressedSize > limits.fileBytes ? 'file-is-too-large' : 'archive-opens-too-far'
}

/**
 * The bytes of a zip's entry, in memory of their own. What is not exactly as long as its header says, or has another
 * checksum, is `archive-is-damaged`; what is longer packed than open, `archive-is-padded`; an archive in it,
 * `archive-in-archive`.
 */
export async function openEntry(
  archive: Uint8Array,
  { entry, dataFrom, to }: PlacedEntry,
  limits: FileLimits,
): Promise<Opened> {
  const packed = piecesOf(archive.subarray(dataFrom, to))
  const checked = { crc: 0 }
  try {
    const unpacked =
      entry.compressionMethod === STORED ? packed : inflating('deflate', packed, entry.uncompressedSize)
    const bytes = await gatherFile(summing(unpacked, checked), limits, entry.uncompressedSize)
    if (bytes === null) return { problem: 'file-is-too-large' }
    if (bytes.length !== entry.uncompressedSize || checked.crc !== entry.crc32)
      return { problem: 'archive-is-damaged' }
    return findArchiveKind(bytes) === null ? { bytes } : { problem: 'archive-in-archive' }
  } catch (fault) {
    if (!(fault instanceof InflateStopped)) throw fault
    return { problem: fault.failure === 'padded' ? 'archive-is-padded' : 'archive-is-damaged' }
  }
}

/** The pieces as they come, and in the end their checksum. */
async function* summing(pieces: Pieces, checked: { crc: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    checked.crc = crc32(piece, checked.crc)
    yield piece
  }
}
