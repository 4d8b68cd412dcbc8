import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import { inflate } from './inflate.ts'

const STORED = 0
const DEFLATED = 8

/**
 * Why a zip's entry is not opened, by what its header says of it, or null; `room` is how many bytes the archive may still
 * open to. A header that says too little gains nothing: `openEntry` stops where it said.
 */
export function findObstacle(entry: Entry, room: number, limits: ArchiveLimits): RefusalCode | null {
  const { compressionMethod, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) return 'archive-is-encrypted'
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) return 'archive-packing-is-unknown'
  if (uncompressedSize > limits.fileBytes) return 'file-is-too-large'
  if (uncompressedSize > mostBytesFrom(compressedSize, limits)) return 'archive-opens-too-far'
  return uncompressedSize > room ? 'archive-holds-too-much' : null
}

/**
 * The bytes of a zip's entry, in memory of their own. What is not exactly as long as its header says, or has another
 * checksum, is `archive-is-damaged`; an archive in it is `archive-in-archive`.
 */
export async function openEntry(
  zip: ZipFile,
  archive: Uint8Array,
  entry: Entry,
): Promise<{ bytes: Uint8Array } | { problem: RefusalCode }> {
  const packed = await findPacked(zip, archive, entry)
  const bytes = packed && (await unpack(packed, entry))
  if (!bytes || bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    return { problem: 'archive-is-damaged' }
  return findArchiveKind(bytes) === null ? { bytes } : { problem: 'archive-in-archive' }
}

/** Where the entry's bytes lie, packed; null when its header leads elsewhere. */
async function findPacked(zip: ZipFile, archive: Uint8Array, entry: Entry): Promise<Uint8Array | null> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return archive.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  } catch {
    return null
  }
}

async function unpack(packed: Uint8Array, entry: Entry): Promise<Uint8Array | null> {
  // A view of the archive would take all of it along when it crosses threads.
  if (entry.compressionMethod === STORED) return new Uint8Array(packed)
  const inflated = await inflate('deflate', packed, entry.uncompressedSize)
  return inflated === null || inflated === 'more' ? null : inflated.bytes
}
