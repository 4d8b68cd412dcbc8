import type { Hold } from '../archive/byte-room.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import type { RefusalCode } from '../issues.ts'
import type { EdgarOrigin, KeptFiling } from '../library/index.ts'

/**
 * A submission of EDGAR or one document of it, which then has the accession number in the place of an archive's name: its
 * bytes with where they are from, what the library has of it already, or why it cannot be had.
 */
export type FetchedFile = { name: string; archive?: string } & (
  | { bytes: Uint8Array | PackedFile; hold: Hold; origin: EdgarOrigin }
  | { kept: KeptFiling }
  | { problem: RefusalCode }
)
