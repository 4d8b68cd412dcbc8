import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import type { PackedFile } from '../filing/packed-file.ts'
import { type FileLimits, gatherFile } from './arriving-file.ts'

/**
 * The file, or why there is none: `large`, as no file may be, `more` than were asked for, `padded` with input that opens to nothing, or `broken` data
 * that does not inflate.
 */
export type Inflated = { bytes: Uint8Array | PackedFile } | { failure: InflateFailure | 'large' }
export type InflateFailure = 'more' | 'padded' | 'broken'

/** Bytes in pieces. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

const inflaters = { deflate: createInflateRaw, gzip: createGunzip }

/** How much is given to inflate, and how much taken from it, at once, in bytes. */
const INPUT = 256 * 1024
const OUTPUT = 64 * 1024

/**
 * Packed data is never twice as long as what is in it: deflate adds five bytes to 65,535 at worst, gzip a header. Each of
 * the empty blocks or files that make it so costs time, four million of them two seconds and more.
 */
const MOST_PADDING = 2
const FREE_PADDING = 1024 * 1024

/** Why inflating was given up. */
export class InflateStopped extends Error {
  readonly failure: InflateFailure
  constructor(failure: InflateFailure) {
    super(failure)
    this.failure = failure
  }
}

/** Bytes that are at hand, as pieces. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += INPUT) yield bytes.subarray(start, start + INPUT)
}

/**
 * Inflate packed pieces as they come, beside the thread that asks, to at most `most` bytes: they are counted, and whatever
 * follows the end that this comes to is never inflated. Throws InflateStopped.
 */
export async function* inflating(
  kind: 'deflate' | 'gzip',
  packed: Pieces,
  most: number,
): AsyncGenerator<Uint8Array> {
  let [taken, given] = [0, 0]
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of packed) {
      if (taken > FREE_PADDING + MOST_PADDING * given) throw new InflateStopped('padded')
      taken += piece.length
      yield piece
    }
  }
  const inflater = inflaters[kind]({ chunkSize: OUTPUT })
  const feeding = pipeline(watched, inflater)
  // What goes wrong is met where the pieces are taken.
  feeding.catch(() => undefined)
  try {
    for await (const piece of inflater) {
      given += piece.length
      if (given > most) throw new InflateStopped('more')
      yield piece
    }
  } catch (fault) {
    throw fault instanceof InflateStopped ? fault : new InflateStopped('broken')
  } finally {
    inflater.destroy()
  }
}

/** Inflate packed bytes to a file of at most `most` bytes. */
export async function inflate(
  kind: 'deflate' | 'gzip',
  packed: Pieces,
  { most, limits }: { most: number; limits: FileLimits },
): Promise<Inflated> {
  try {
    const bytes = await gatherFile(inflating(kind, packed, most), limits)
    return bytes === null ? { failure: 'large' } : { bytes }
  } catch (fault) {
    if (fault instanceof InflateStopped) return { failure: fault.failure }
    throw fault
  }
}
