import { ReadableStream as StreamOfNode } from 'node:stream/web'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import type { RefusalCode } from '../issues.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { type FileLimits, gatherFile } from './arriving-file.ts'
import type { ByteRoom } from './byte-room.ts'
import { findArchiveKind } from './find-archive-kind.ts'
import type { FoundFile } from './found-file.ts'
import { InflateStopped, type Pieces } from './inflate.ts'
import { isLitter } from './is-litter.ts'
import { type Opened, openInRoom } from './open-in-room.ts'

/**
 * The files in a tar, one after another as its bytes come, so that one as large as a day of filings needs the room of one
 * of them. Folders, links and litter are left out. One that cannot be had is told with its reason and costs no other; what
 * is wrong with the whole is told under the archive's own name, last: `archive-is-damaged`, `archive-holds-too-much`,
 * `archive-opens-too-far`, `archive-is-padded`, `archive-holds-no-filing`.
 */
export async function* openTar(
  archive: string,
  pieces: Pieces,
  { limits, room }: { limits: ArchiveLimits; room: ByteRoom },
): AsyncGenerator<FoundFile> {
  let [files, bytesLeft] = [0, limits.totalBytes]
  try {
    for await (const entry of entriesOf(pieces)) {
      const { name, size, type } = entry.header
      if (type !== 'file' || isLitter(name)) {
        await entry.body.cancel()
        continue
      }
      files++
      if (files > limits.files || size > bytesLeft)
        return yield { name: archive, problem: 'archive-holds-too-much' }
      bytesLeft -= size
      if (size <= limits.exhibitBytes)
        yield {
          name,
          archive,
          ...(await openInRoom(room, Math.min(limits.fileBytes, size), () => read(entry, limits))),
        }
      else {
        await entry.body.cancel()
        yield { name, archive, problem: 'file-is-too-large' }
      }
    }
  } catch (fault) {
    return yield { name: archive, problem: problemOf(fault) }
  }
  if (files === 0) yield { name: archive, problem: 'archive-holds-no-filing' }
}

function entriesOf(pieces: Pieces): AsyncIterable<ParsedTarEntry> {
  // One thing, of which Node's types and the browser's say the same in other words.
  const stream = StreamOfNode.from(pieces) as unknown as ReadableStream<Uint8Array>
  return stream.pipeThrough(createTarDecoder({ strict: true }))
}

/** The bytes of an entry, in memory of their own; an archive in it is `archive-in-archive`. */
async function read({ header, body }: ParsedTarEntry, limits: FileLimits): Promise<Opened> {
  const bytes = await gatherFile(body, limits, header.size)
  if (bytes === null) return { problem: 'file-is-too-large' }
  if (bytes.length < header.size) throw new Error(`${header.name} ends before its size`)
  return findArchiveKind(bytes) === null ? { bytes } : { problem: 'archive-in-archive' }
}

function problemOf(fault: unknown): RefusalCode {
  if (!(fault instanceof InflateStopped) || fault.failure === 'broken') return 'archive-is-damaged'
  return fault.failure === 'more' ? 'archive-opens-too-far' : 'archive-is-padded'
}
