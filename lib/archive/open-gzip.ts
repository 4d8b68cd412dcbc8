import type { RefusalCode } from '../issues.ts'
import { type ArchiveLimits, mostBytesFrom } from './archive-limits.ts'
import type { ByteRoom } from './byte-room.ts'
import { findArchiveKind, headBytes } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { type InflateFailure, inflate, inflating, type Pieces } from './inflate.ts'
import { openInRoom } from './open-in-room.ts'
import { openTar } from './open-tar.ts'

/** Packed bytes: how many there are, and themselves, which may be asked for more than once. */
export type Packed = { size: number; pieces: () => Pieces }

/**
 * The one file in a gzip file, under its name without `.gz`, or the files of the tar in it.
 *
 * Refuses with `archive-is-damaged`, `archive-is-padded`, `file-is-too-large`, `archive-opens-too-far`,
 * `archive-in-archive`, `upload-came-while-busy`. Mirrors of EDGAR keep submissions so, as `.nc.gz`, and EDGAR itself each
 * day's as `.nc.tar.gz`.
 */
export async function* openGzip(
  archive: string,
  { size, pieces }: Packed,
  { limits, room }: { limits: ArchiveLimits; room: ByteRoom },
): AsyncGenerator<FoundFile> {
  const mostByRatio = mostBytesFrom(size, limits)
  if ((await findKind(pieces())) === 'tar')
    return yield* openTar(archive, inflating('gzip', pieces(), mostByRatio), { limits, room })
  const most = Math.min(limits.exhibitBytes, mostByRatio)
  const problems: Record<InflateFailure | 'large', RefusalCode> = {
    large: 'file-is-too-large',
    more: mostByRatio < limits.exhibitBytes ? 'archive-opens-too-far' : 'file-is-too-large',
    padded: 'archive-is-padded',
    broken: 'archive-is-damaged',
  }
  const opened = await openInRoom(room, Math.min(limits.fileBytes, most), async () => {
    const inflated = await inflate('gzip', pieces(), { most, limits })
    if ('failure' in inflated) return { problem: problems[inflated.failure] }
    return findArchiveKind(inflated.bytes) === null ? inflated : { problem: 'archive-in-archive' }
  })
  yield { name: archive.replace(/\.gz$/i, ''), archive, ...opened }
}

/** What kind of archive is packed, told from its first bytes; null for a file, and for what cannot be inflated. */
async function findKind(packed: Pieces): Promise<ReturnType<typeof findArchiveKind>> {
  const head = new Uint8Array(headBytes)
  let at = 0
  try {
    for await (const piece of inflating('gzip', packed, Number.POSITIVE_INFINITY)) {
      head.set(piece.subarray(0, headBytes - at), at)
      at += piece.length
      if (at >= headBytes) break
    }
  } catch {
    return null
  }
  return findArchiveKind(head.subarray(0, at))
}
