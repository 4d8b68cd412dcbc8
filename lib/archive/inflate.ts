import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'

/**
 * The bytes, or why there are none: `more` than were asked for, `padded` with input that opens to nothing, or `broken` data
 * that does not inflate.
 */
export type Inflated = { bytes: Uint8Array } | { failure: InflateFailure }
export type InflateFailure = 'more' | 'padded' | 'broken'

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

/**
 * Inflate packed bytes, beside the thread that asks, to at most `most` bytes: they are counted as they come, and whatever
 * follows the end that this comes to is never inflated.
 */
export async function inflate(kind: 'deflate' | 'gzip', packed: Uint8Array, most: number): Promise<Inflated> {
  const chunks: Uint8Array[] = []
  let length = 0

  function* slices(): Generator<Uint8Array> {
    for (let start = 0; start < packed.length; start += INPUT) {
      if (start > FREE_PADDING + MOST_PADDING * length) throw new Stopped('padded')
      yield packed.subarray(start, start + INPUT)
    }
  }

  async function collect(inflated: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of inflated) {
      length += chunk.length
      if (length > most) throw new Stopped('more')
      chunks.push(chunk)
    }
  }

  try {
    await pipeline(slices, inflaters[kind]({ chunkSize: OUTPUT }), collect)
    return { bytes: joined(chunks, length) }
  } catch (fault) {
    return { failure: fault instanceof Stopped ? fault.failure : 'broken' }
  }
}

class Stopped extends Error {
  readonly failure: InflateFailure
  constructor(failure: InflateFailure) {
    super(failure)
    this.failure = failure
  }
}

/** In memory of their own: what crosses threads takes all along that a view lies in. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
