import { isPacked } from '../filing/packed-file.ts'
import { archiveLimits } from './archive-limits.ts'
import { uploadRoom } from './byte-room.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { piecesOf } from './inflate.ts'
import { openGzip, type Packed } from './open-gzip.ts'
import { openTar } from './open-tar.ts'
import { openZip } from './open-zip.ts'

/**
 * Files as they come, each archive among them replaced by the files inside it, or refused where it is of a kind that is
 * not opened (`archive-packing-is-unknown`). Archives are known by their bytes. The next file is taken, and the next entry
 * inflated, only when it is asked for and there is room for it; one that finds none is `upload-came-while-busy`.
 */
export async function* openArchives(
  files: AsyncIterable<FoundFile>,
  room = uploadRoom,
  limits = archiveLimits,
): AsyncGenerator<FoundFile> {
  for await (const file of files) {
    const kind = 'bytes' in file ? findArchiveKind(file.bytes) : null
    if (kind === null || !('bytes' in file) || isPacked(file.bytes)) {
      yield file
      continue
    }
    const { name, bytes, hold } = { ...file, bytes: file.bytes }
    try {
      if (kind === 'other') yield { name, problem: 'archive-packing-is-unknown' }
      else if (kind === 'zip') yield* openZip(name, bytes, { limits, room })
      else if (kind === 'tar') yield* openTar(name, piecesOf(bytes), { limits, room })
      else yield* openGzip(name, packedIn(bytes), { limits, room })
    } finally {
      hold?.release()
    }
  }
}

function packedIn(bytes: Uint8Array): Packed {
  return { size: bytes.length, pieces: () => piecesOf(bytes) }
}
