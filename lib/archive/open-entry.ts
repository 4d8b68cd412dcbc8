import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { Span } from './find-overlapping.ts'
import { inflate, piecesOf } from './inflate.ts'
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
  if (uncompressedSize > limits.fileBytes) return 'file-is-too-large'
  return uncompressedSize > mostBytesFrom(compressedSize, limits) ? 'archive-opens-too-far' : null
}

/**
 * The bytes of a zip's entry, in memory of their own. What is not exactly as long as its header says, or has another
 * checksum, is `archive-is-damaged`; what is longer packed than open, `archive-is-padded`; an archive in it,
 * `archive-in-archive`.
 */
export async function openEntry(archive: Uint8Array, { entry, dataFrom, to }: PlacedEntry): Promise<Opened> {
  const unpacked = await unpack(archive.subarray(dataFrom, to), entry)
  if ('failure' in unpacked)
    return { problem: unpacked.failure === 'padded' ? 'archive-is-padded' : 'archive-is-damaged' }
  const { bytes } = unpacked
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    return { problem: 'archive-is-damaged' }
  return findArchiveKind(bytes) === null ? { bytes } : { problem: 'archive-in-archive' }
}

async function unpack(packed: Uint8Array, entry: Entry) {
  // A view of the archive would take all of it along when it crosses threads.
  if (entry.compressionMethod === STORED) return { bytes: new Uint8Array(packed) }
  return await inflate('deflate', piecesOf(packed), entry.uncompressedSize)
}
