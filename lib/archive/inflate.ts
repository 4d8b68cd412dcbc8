import { promisify } from 'node:util'
import { gunzip, inflateRaw } from 'node:zlib'

/** `null` is data that does not inflate. */
export type Inflated = { bytes: Uint8Array } | 'more' | null

const inflaters = { deflate: promisify(inflateRaw), gzip: promisify(gunzip) }

/**
 * Inflate packed bytes, beside the thread that asks, to at most `most` bytes: they are counted as they come, and `more`
 * says that it stopped there. Whatever follows is never inflated.
 */
export async function inflate(kind: 'deflate' | 'gzip', packed: Uint8Array, most: number): Promise<Inflated> {
  try {
    // A limit of none is none to zlib.
    const bytes = await inflaters[kind](packed, { maxOutputLength: Math.max(1, most), chunkSize: CHUNK })
    return bytes.length > most ? 'more' : { bytes }
  } catch (fault) {
    return isTooLarge(fault) ? 'more' : null
  }
}

const CHUNK = 64 * 1024

function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
}
