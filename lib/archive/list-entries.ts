import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl'
import type { RefusalCode } from '../issues.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { isLitter } from './is-litter.ts'

export type ListedEntry = { name: string; entry: Entry }
export type Listing = { entries: ListedEntry[]; problem: RefusalCode | null }

/** Folders and litter are looked at too; an archive that is mostly those is given up after so many times the files. */
const MOST_LITTER = 5

/** The length of an entry of the directory without its name, extra fields and comment. */
const ENTRY_BYTES = 46

/** Marks the extra field that holds the name in UTF-8 (Info-ZIP Unicode Path). */
const UNICODE_PATH = 0x7075

/**
 * The files that a zip's directory names, as many as the limits allow, with their paths; folders and litter are left out.
 *
 * What was listed before a problem stays: `archive-is-damaged`, `archive-is-encrypted`, `archive-holds-too-much`,
 * `archive-list-is-too-long`.
 */
export async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Listing> {
  const entries: ListedEntry[] = []
  let seen = 0
  let directoryBytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      // A field of four bytes takes a hundred in memory once it is looked at.
      entry.extraFields = []
      directoryBytes += lengthOf(entry)
      if (directoryBytes > limits.directoryBytes) return { entries, problem: 'archive-list-is-too-long' }
      seen++
      if (seen > limits.files * MOST_LITTER) return { entries, problem: 'archive-holds-too-much' }
      if (isLitter(name)) continue
      if (entries.length === limits.files) return { entries, problem: 'archive-holds-too-much' }
      entries.push({ name, entry })
    }
    return { entries, problem: null }
  } catch (fault) {
    return { entries, problem: isLocked(fault) ? 'archive-is-encrypted' : 'archive-is-damaged' }
  }
}

function lengthOf({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return ENTRY_BYTES + fileNameLength + extraFieldLength + fileCommentLength
}

/**
 * Names are taken as they come: a path that leads out of the archive is only shown, and no reason to lose the rest. Of the
 * fields that may hold the name one is looked at, for each asks for a checksum of the whole name.
 */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const paths = extraFields.filter(field => field.id === UNICODE_PATH).slice(0, 1)
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, paths, false)
}

/** The directory of an archive under strong encryption cannot be walked; yauzl says so in its words alone. */
function isLocked(fault: unknown): boolean {
  return fault instanceof Error && /encrypt/i.test(fault.message)
}
