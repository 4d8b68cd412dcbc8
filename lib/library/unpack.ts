import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { packing } from '../filing/packed-file.ts'
import { describeFault, LibraryFault } from './library-fault.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Bytes packed as everything in the library is. */
export function pack(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes, packing)
}

/** What was packed, `what` being its name for the log. Throws a LibraryFault when bytes of it are not as they were written. */
export async function unpack(packed: Uint8Array, what: string): Promise<Buffer> {
  try {
    return await decompress(packed)
  } catch (fault) {
    throw asDamage(fault, what)
  }
}

/** The same at once, for what is so short that handing it to another thread takes longer. */
export function unpackNow(packed: Uint8Array, what: string): Buffer {
  try {
    return zstdDecompressSync(packed)
  } catch (fault) {
    throw asDamage(fault, what)
  }
}

function asDamage(fault: unknown, what: string): unknown {
  return isDamage(fault)
    ? new LibraryFault('library-damaged', `${what} does not unpack: ${describeFault(fault)}`)
    : fault
}

/** What unpacks to more than memory holds is not damaged. */
function isDamage(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    'code' in fault &&
    /^(ZSTD_error_(?!memory)|Z_(BUF|DATA)_ERROR)/.test(String(fault.code))
  )
}
