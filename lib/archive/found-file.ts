import type { PackedFile } from '../filing/packed-file.ts'
import type { RefusalCode } from '../issues.ts'
import type { Hold } from './byte-room.ts'

/**
 * A file that was sent, or one from inside an archive that was sent; its bytes, packed where they are too many to be held, or why they cannot be had. `name` is what
 * the sender or the archive calls it, path and all: only ever shown, never opened. `archive` is the name of the archive,
 * `hold` the room that the bytes take, which whoever has done with them gives back.
 */
export type FoundFile = { name: string; archive?: string } & (
  | { bytes: Uint8Array | PackedFile; hold?: Hold }
  | { problem: RefusalCode }
)
