import { Buffer } from 'node:buffer'
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import type { ByteRoom } from './byte-room.ts'
import { findOverlapping } from './find-overlapping.ts'
import type { FoundFile } from './found-file.ts'
import { type ListedEntry, listEntries } from './list-entries.ts'
import { findObstacle, openEntry, type PlacedEntry, placeEntry } from './open-entry.ts'
import { openInRoom } from './open-in-room.ts'

/**
 * The files in a zip, one after another: each is inflated when it is asked for, so no two are held here. One that cannot
 * be had, `upload-came-while-busy` among the reasons, is told with its reason and costs no other; files that share bytes are told once, together. What is wrong with
 * the whole is told under the archive's own name, last: `archive-entries-overlap`, `archive-is-damaged`,
 * `archive-is-encrypted`, `archive-holds-too-much`, `archive-list-is-too-long`, `archive-holds-no-filing`.
 */
export async function* openZip(
  archive: string,
  bytes: Uint8Array,
  { limits, room }: { limits: ArchiveLimits; room: ByteRoom },
): AsyncGenerator<FoundFile> {
  const zip = await findDirectory(bytes)
  if (zip === null) return yield { name: archive, problem: 'archive-is-damaged' }
  const { entries, problem } = await listEntries(zip, limits)
  const placed = await placeEntries(zip, entries)
  const overlapping = findOverlapping([...placed.values()])
  const mostByRatio = mostBytesFrom(bytes.length, limits)
  let bytesLeft = Math.min(limits.totalBytes, mostByRatio)
  const pastWhole = mostByRatio < limits.totalBytes ? 'archive-opens-too-far' : 'archive-holds-too-much'
  for (const listed of entries) {
    const place = placed.get(listed)
    if (place !== undefined && overlapping.has(place)) continue
    const { name, entry } = listed
    const obstacle = findObstacle(entry, limits) ?? (entry.uncompressedSize > bytesLeft ? pastWhole : null)
    if (obstacle !== null) yield { name, archive, problem: obstacle }
    else if (place === undefined) yield { name, archive, problem: 'archive-is-damaged' }
    else {
      // An entry that turns out to be damaged has cost what its header said.
      bytesLeft -= entry.uncompressedSize
      const opened = await openInRoom(room, Math.min(limits.fileBytes, entry.uncompressedSize), () =>
        openEntry(bytes, place, limits),
      )
      yield { name, archive, ...opened }
    }
  }
  if (overlapping.size > 0) yield { name: archive, problem: 'archive-entries-overlap' }
  if (problem !== null) yield { name: archive, problem }
  else if (entries.length === 0) yield { name: archive, problem: 'archive-holds-no-filing' }
}

/** Those of the entries that lead to a file, with where that lies. */
async function placeEntries(
  zip: ZipFile,
  entries: readonly ListedEntry[],
): Promise<Map<ListedEntry, PlacedEntry>> {
  const placed = new Map<ListedEntry, PlacedEntry>()
  for (const listed of entries) {
    const place = await placeEntry(zip, listed)
    if (place !== null) placed.set(listed, place)
  }
  return placed
}

/**
 * The archive with its directory found, or null when it has none. yauzl's own checks of names and sizes would end at the
 * first bad one, so they are off; `openEntry` makes its own.
 */
async function findDirectory(bytes: Uint8Array): Promise<ZipFile | null> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false })
  } catch {
    return null
  }
}
