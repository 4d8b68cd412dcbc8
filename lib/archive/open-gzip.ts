import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { inflate } from './inflate.ts'

/**
 * The one file in a gzip file, under its name without `.gz`.
 *
 * Refuses with `archive-is-damaged`, `file-is-too-large`, `archive-opens-too-far`, `archive-in-archive`. Mirrors of EDGAR
 * keep submissions so, as `.nc.gz`.
 */
export async function openGzip(
  archive: string,
  packed: Uint8Array,
  limits: ArchiveLimits,
): Promise<FoundFile> {
  const file = { name: archive.replace(/\.gz$/i, ''), archive }
  const mostByRatio = mostBytesFrom(packed.length, limits)
  const inflated = await inflate('gzip', packed, Math.min(limits.fileBytes, mostByRatio))
  if (inflated === null) return { ...file, problem: 'archive-is-damaged' }
  if (inflated === 'more')
    return {
      ...file,
      problem: mostByRatio < limits.fileBytes ? 'archive-opens-too-far' : 'file-is-too-large',
    }
  return findArchiveKind(inflated.bytes) === null
    ? { ...file, ...inflated }
    : { ...file, problem: 'archive-in-archive' }
}
