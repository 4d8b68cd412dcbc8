import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl'
import type { RefusalCode } from '../issues.ts'
import { isLitter } from './is-litter.ts'

export type ListedEntry = { name: string; entry: Entry }
export type Listing = { entries: ListedEntry[]; problem: RefusalCode | null }

/** Folders and litter are looked at too; an archive that is mostly those is given up after so many times the files. */
const MOST_LITTER = 5

/**
 * The files that a zip's directory names, at most `mostFiles`, with their paths; folders and litter are left out.
 *
 * What was listed before a problem stays: `archive-is-damaged`, `archive-is-encrypted`, `archive-holds-too-much`.
 */
export async function listEntries(zip: ZipFile, mostFiles: number): Promise<Listing> {
  const entries: ListedEntry[] = []
  let seen = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      seen++
      if (seen > mostFiles * MOST_LITTER) return { entries, problem: 'archive-holds-too-much' }
      if (isLitter(name)) continue
      if (entries.length === mostFiles) return { entries, problem: 'archive-holds-too-much' }
      entries.push({ name, entry })
    }
    return { entries, problem: null }
  } catch (fault) {
    return { entries, problem: isLocked(fault) ? 'archive-is-encrypted' : 'archive-is-damaged' }
  }
}

/** Names are taken as they come: a path that leads out of the archive is only shown, and no reason to lose the rest. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

/** The directory of an archive under strong encryption cannot be walked; yauzl says so in its words alone. */
function isLocked(fault: unknown): boolean {
  return fault instanceof Error && /encrypt/i.test(fault.message)
}
