import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { constants, createZstdCompress, createZstdDecompress, type ZstdOptions } from 'node:zlib'

/** How every original is packed: with a checksum, so that no damaged byte is ever taken for a good one. */
export const packing: ZstdOptions = { params: { [constants.ZSTD_c_checksumFlag]: 1 } }

/**
 * A file that is too large to be held as it is: packed (zstd), with the SHA-256 and the number of its bytes. Its text is UTF-8 where
 * all of it is, else windows-1252, which every byte is.
 */
export type PackedFile = {
  zstd: Uint8Array
  length: number
  sha256: string
  encoding: 'ascii' | 'utf-8' | 'windows-1252'
}

export function isPacked(file: Uint8Array | PackedFile): file is PackedFile {
  return !(file instanceof Uint8Array)
}

/** Bytes at the end of a piece that may be the beginning of a character of UTF-8: at most three. */
function endOfWhole(piece: Uint8Array): number {
  let lead = piece.length - 1
  while (lead > piece.length - 4 && lead > 0 && ((piece[lead] ?? 0) & 0xc0) === 0x80) lead--
  const first = piece[lead] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
  return lead >= 0 && lead + length > piece.length ? lead : piece.length
}

/** Cuts pieces of bytes where characters of UTF-8 end. */
export class WholeCharacters {
  #begun: Uint8Array = new Uint8Array()

  take(piece: Uint8Array): Uint8Array {
    const joined = this.#begun.length === 0 ? piece : Buffer.concat([this.#begun, piece])
    const end = endOfWhole(joined)
    this.#begun = joined.slice(end)
    return joined.subarray(0, end)
  }

  /** What was begun and is not whole. */
  get rest(): Uint8Array {
    return this.#begun
  }
}

/** Packs a file while it comes, so that no more of it is held than it takes when it is packed. */
export class FilePacker {
  readonly #pack = createZstdCompress(packing)
  readonly #hash = createHash('sha256')
  readonly #characters = new WholeCharacters()
  readonly #packed: Uint8Array[] = []
  #encoding: PackedFile['encoding'] = 'ascii'
  #length = 0
  /** How many packed bytes are held. */
  packedBytes = 0

  constructor() {
    this.#pack.on('data', (piece: Uint8Array) => {
      this.#packed.push(piece)
      this.packedBytes += piece.length
    })
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#length += piece.length
    this.#hash.update(piece)
    this.#lookAt(piece)
    if (!this.#pack.write(piece)) await once(this.#pack, 'drain')
  }

  #lookAt(piece: Uint8Array): void {
    if (this.#encoding === 'windows-1252' || (this.#encoding === 'ascii' && isAscii(piece))) return
    this.#encoding = isUtf8(this.#characters.take(piece)) ? 'utf-8' : 'windows-1252'
  }

  async end(): Promise<PackedFile> {
    const ended = once(this.#pack, 'end')
    this.#pack.end()
    await ended
    const zstd = joined(this.#packed, this.packedBytes)
    this.#packed.length = 0
    const isCut = this.#encoding === 'utf-8' && this.#characters.rest.length > 0
    return {
      zstd,
      length: this.#length,
      sha256: this.#hash.digest('hex'),
      encoding: isCut ? 'windows-1252' : this.#encoding,
    }
  }

  /** Let go of all that is held. */
  close(): void {
    this.#pack.destroy()
    this.#packed.length = 0
  }
}

/** In memory of their own: what crosses threads takes all along that a view lies in. */
function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** So much is unpacked at once, and so much of it given: texts of more are kept beside the others, and let go of late. */
const unpackedBytes = 128 * 1024
const pieceBytes = 64 * 1024

/** The bytes as they were, piece by piece. Rejects where they do not unpack. */
export async function* unpackingFile(zstd: Uint8Array): AsyncGenerator<Uint8Array> {
  const unpack = createZstdDecompress({ chunkSize: unpackedBytes })
  unpack.end(zstd)
  try {
    for await (const unpacked of unpack)
      for (let at = 0; at < (unpacked as Uint8Array).length; at += pieceBytes)
        yield (unpacked as Uint8Array).subarray(at, at + pieceBytes)
  } finally {
    unpack.destroy()
  }
}

/** A file of no more than this is held as it is where all of it is asked for, as files that were never packed are. In bytes. */
const heldUpTo = 50 * 1024 * 1024

/** The bytes of a file; null where there are too many to be held. Rejects where they do not unpack. */
export async function wholeBytes(file: Uint8Array | PackedFile): Promise<Uint8Array | null> {
  if (!isPacked(file)) return file
  if (file.length > heldUpTo) return null
  const pieces: Uint8Array[] = []
  for await (const piece of unpackingFile(file.zstd)) pieces.push(piece)
  return joined(pieces, file.length)
}
