import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import type { ByteRoom } from './byte-room.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { type InflateFailure, inflate } from './inflate.ts'
import { openInRoom } from './open-in-room.ts'

/**
 * The one file in a gzip file, under its name without `.gz`.
 *
 * Refuses with `archive-is-damaged`, `archive-is-padded`, `file-is-too-large`, `archive-opens-too-far`,
 * `archive-in-archive`, `upload-came-while-busy`. Mirrors of EDGAR keep submissions so, as `.nc.gz`.
 */
export async function openGzip(
  archive: string,
  packed: Uint8Array,
  { limits, room }: { limits: ArchiveLimits; room: ByteRoom },
): Promise<FoundFile> {
  const mostByRatio = mostBytesFrom(packed.length, limits)
  const most = Math.min(limits.fileBytes, mostByRatio)
  const problems: Record<InflateFailure, RefusalCode> = {
    more: mostByRatio < limits.fileBytes ? 'archive-opens-too-far' : 'file-is-too-large',
    padded: 'archive-is-padded',
    broken: 'archive-is-damaged',
  }
  const opened = await openInRoom(room, most, async () => {
    const inflated = await inflate('gzip', packed, most)
    if ('failure' in inflated) return { problem: problems[inflated.failure] }
    return findArchiveKind(inflated.bytes) === null ? inflated : { problem: 'archive-in-archive' }
  })
  return { name: archive.replace(/\.gz$/i, ''), archive, ...opened }
}
