import { Buffer } from 'node:buffer'
import { fromBufferPromise, type ZipFile } from 'yauzl'
import type { ArchiveLimits } from './archive-limits.ts'
import type { FoundFile } from './found-file.ts'
import { listEntries } from './list-entries.ts'
import { findObstacle, openEntry } from './open-entry.ts'

/**
 * The files in a zip, one after another: each is inflated when it is asked for, so no two are held here. One that cannot
 * be had is told with its reason and costs no other. What is wrong with the whole is told under the archive's own name,
 * last: `archive-is-damaged`, `archive-is-encrypted`, `archive-holds-too-much`, `archive-holds-no-filing`.
 */
export async function* openZip(
  archive: string,
  bytes: Uint8Array,
  limits: ArchiveLimits,
): AsyncGenerator<FoundFile> {
  const zip = await findDirectory(bytes)
  if (zip === null) return yield { name: archive, problem: 'archive-is-damaged' }
  const { entries, problem } = await listEntries(zip, limits.files)
  let room = limits.totalBytes
  for (const { name, entry } of entries) {
    const obstacle = findObstacle(entry, room, limits)
    // An entry that turns out to be damaged has cost what its header said.
    if (obstacle === null) room -= entry.uncompressedSize
    const opened = obstacle === null ? await openEntry(zip, bytes, entry) : { problem: obstacle }
    yield { name, archive, ...opened }
  }
  if (problem !== null) yield { name: archive, problem }
  else if (entries.length === 0) yield { name: archive, problem: 'archive-holds-no-filing' }
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
