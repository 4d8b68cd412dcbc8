import { Buffer } from 'node:buffer'
import { FilePacker, isPacked, type PackedFile } from '../filing/packed-file.ts'
import { exhibitWithin, looksLikeExhibit, packedFrom } from '../tape/looks-like-exhibit.ts'
import { findArchiveKind } from './find-archive-kind.ts'

/** How large files may be, in bytes: any file, and one that holds a loan-level exhibit, which is packed while it comes. */
export type FileLimits = { fileBytes: number; exhibitBytes: number }

export const fileLimits: FileLimits = { fileBytes: 50 * 1024 * 1024, exhibitBytes: 400 * 1024 * 1024 }

/** What a file takes in memory, in bytes. */
export function heldBytesOf(file: Uint8Array | PackedFile): number {
  return isPacked(file) ? file.zstd.length : file.length
}

/**
 * A file while it comes. It is held as it is, but for one that holds a loan-level exhibit: of that no more is held than it takes when it
 * is packed.
 */
export class ArrivingFile {
  readonly #limits: FileLimits
  #pieces: Uint8Array[] = []
  #packer: FilePacker | null = null
  #looked = false
  readonly #announced: number
  #length = 0

  /** `announced` is how many bytes there will be, where that is told before. */
  constructor(limits: FileLimits, announced = 0) {
    this.#limits = limits
    this.#announced = announced
  }

  /** How much of it is held, in bytes. */
  get heldBytes(): number {
    return this.#packer === null ? this.#length : this.#packer.packedBytes
  }

  get length(): number {
    return this.#length
  }

  /** Take the next piece of it, which is not to be changed after; false once it is too large. */
  async add(piece: Uint8Array): Promise<boolean> {
    this.#length += piece.length
    if (this.#packer !== null) {
      if (this.#length > this.#limits.exhibitBytes) return false
      await this.#packer.add(piece)
      return true
    }
    this.#pieces.push(piece)
    if (this.#length > packedFrom && !this.#looked) await this.#look()
    if (this.#packer !== null) return true
    const length = this.#looked ? Math.max(this.#length, this.#announced) : this.#length
    return length <= this.#limits.fileBytes
  }

  async #look(): Promise<void> {
    this.#looked = true
    const head = Buffer.concat(this.#pieces, Math.min(this.#length, exhibitWithin))
    // A tar shows what is in it.
    if (findArchiveKind(head) !== null || !looksLikeExhibit(head)) return
    const packer = new FilePacker()
    for (const piece of this.#pieces) await packer.add(piece)
    this.#packer = packer
    this.#pieces = []
  }

  /** All of it, in memory of its own, once the last piece was taken. */
  async whole(): Promise<Uint8Array | PackedFile> {
    if (this.#packer !== null) return await this.#packer.end()
    const bytes = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    this.#pieces = []
    return bytes
  }

  /** Let go of all that is held. */
  close(): void {
    this.#packer?.close()
    this.#pieces = []
    this.#length = 0
  }
}

/** Take all pieces of a file; null where it is too large, which is known early where its length is announced. */
export async function gatherFile(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limits: FileLimits,
  announced?: number,
): Promise<Uint8Array | PackedFile | null> {
  const file = new ArrivingFile(limits, announced)
  for await (const piece of pieces)
    if (!(await file.add(piece))) {
      file.close()
      return null
    }
  return await file.whole()
}
