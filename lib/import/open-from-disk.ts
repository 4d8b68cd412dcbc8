import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { type ArchiveLimits, archiveLimits } from '../archive/archive-limits.ts'
import { gatherFile, heldBytesOf } from '../archive/arriving-file.ts'
import type { ByteRoom } from '../archive/byte-room.ts'
import { findArchiveKind, headBytes } from '../archive/find-archive-kind.ts'
import type { FoundFile } from '../archive/found-file.ts'
import { openGzip } from '../archive/open-gzip.ts'
import { openTar } from '../archive/open-tar.ts'
import { openZip } from '../archive/open-zip.ts'
import type { RefusalCode } from '../issues.ts'
import type { ListedFile } from './list-files.ts'

/**
 * Archives on one's own disk may hold as much as they like; a file in them is as large as any may be, and packed as tightly.
 * A zip is held whole while it is open, so it is no larger than this.
 */
const limits: ArchiveLimits = {
  ...archiveLimits,
  files: Number.POSITIVE_INFINITY,
  totalBytes: Number.POSITIVE_INFINITY,
  directoryBytes: Number.POSITIVE_INFINITY,
}
const mostZipBytes = 1024 ** 3

/**
 * What a file on the disk holds: itself, or where it is a zip, gzip or tar the files inside it, one after another. `took` is
 * told how many of its bytes on the disk have been read, as they are. What cannot be read is told with its reason.
 */
export async function* openFromDisk(
  { path, bytes: size }: ListedFile,
  room: ByteRoom,
  took: (bytes: number) => void,
): AsyncGenerator<FoundFile> {
  if (size === null) return yield { name: path, problem: 'file-is-missing' }
  const settings = { limits, room }
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      took(piece.length)
      yield piece
    }
  }
  try {
    const kind = findArchiveKind(await headOf(path))
    if (kind === 'tar') return yield* openTar(path, pieces(), settings)
    if (kind === 'gzip') return yield* openGzip(path, { size, pieces }, settings)
    const problem = obstacleOf(kind, size)
    if (problem !== null) return yield { name: path, problem }
    const hold = room.hold()
    // One's own disk waits for its room however long that takes.
    while (!(await hold.take(kind === null ? Math.min(size, limits.fileBytes) : size)));
    if (kind === null) {
      const file = await gatherFile(pieces(), limits, size)
      if (file !== null) {
        hold.shrinkTo(heldBytesOf(file))
        return yield { name: path, bytes: file, hold }
      }
      hold.release()
      return yield { name: path, problem: 'file-is-too-large' }
    }
    const bytes = await readFile(path)
    took(bytes.length)
    try {
      yield* openZip(path, bytes, settings)
    } finally {
      hold.release()
    }
  } catch {
    yield { name: path, problem: 'file-is-missing' }
  }
}

/** Why a file is not opened as a whole, or null. */
function obstacleOf(kind: ReturnType<typeof findArchiveKind>, size: number): RefusalCode | null {
  if (kind === 'other') return 'archive-packing-is-unknown'
  if (kind === 'zip') return size > mostZipBytes ? 'archive-holds-too-much' : null
  return size > limits.exhibitBytes ? 'file-is-too-large' : null
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
