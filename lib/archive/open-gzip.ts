import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { type InflateFailure, inflate } from './inflate.ts'

/**
 * The one file in a gzip file, under its name without `.gz`.
 *
 * Refuses with `archive-is-damaged`, `archive-is-padded`, `file-is-too-large`, `archive-opens-too-far`,
 * `archive-in-archive`. Mirrors of EDGAR keep submissions so, as `.nc.gz`.
 */
export async function openGzip(
  archive: string,
  packed: Uint8Array,
  limits: ArchiveLimits,
): Promise<FoundFile> {
  const file = { name: archive.replace(/\.gz$/i, ''), archive }
  const mostByRatio = mostBytesFrom(packed.length, limits)
  const problems: Record<InflateFailure, RefusalCode> = {
    more: mostByRatio < limits.fileBytes ? 'archive-opens-too-far' : 'file-is-too-large',
    padded: 'archive-is-padded',
    broken: 'archive-is-damaged',
  }
  const inflated = await inflate('gzip', packed, Math.min(limits.fileBytes, mostByRatio))
  if ('failure' in inflated) return { ...file, problem: problems[inflated.failure] }
  return findArchiveKind(inflated.bytes) === null
    ? { ...file, ...inflated }
    : { ...file, problem: 'archive-in-archive' }
}
