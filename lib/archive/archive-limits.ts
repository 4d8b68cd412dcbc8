import { type FileLimits, fileLimits } from './arriving-file.ts'

/** How far an archive is opened. Sizes are in bytes, once inflated. */
export type ArchiveLimits = FileLimits & {
  totalBytes: number
  files: number
  ratio: number
  ratioFreeBytes: number
  /** Of the directory of a zip: its names, extra fields and comments. */
  directoryBytes: number
}

/**
 * The largest file is the reader's own limit, and an archive opens to no more than an upload may hold. Filings are packed
 * to a tenth or so, those that are mostly blanks to a fortieth; what opens to 250 times its size was made for that, be it
 * one file or the whole. The directory's limit is 200 bytes for each of as many entries as are looked at.
 */
export const archiveLimits: ArchiveLimits = {
  ...fileLimits,
  totalBytes: 500 * 1024 * 1024,
  files: 2000,
  ratio: 250,
  ratioFreeBytes: 1024 * 1024,
  directoryBytes: 2 * 1024 * 1024,
}

/** The most that so many packed bytes may open to; little is let through whatever its ratio. */
export function mostBytesFrom(packedBytes: number, { ratio, ratioFreeBytes }: ArchiveLimits): number {
  return Math.max(ratioFreeBytes, ratio * packedBytes)
}
