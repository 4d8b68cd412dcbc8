import { addAll } from '@/lib/add-all.ts'
import type { Handed } from './handed.ts'
import type { Picked } from './queue.ts'

/** More than this is a disk dropped by mistake. */
const mostFiles = 100_000
/** Files are given on so many at a time: the first leave while folders are still being opened. */
const atOnce = 250

/**
 * Gives on all files in what was handed over, folders opened to any depth, with the path inside the drop. System files
 * (names beginning with a dot) are left out; what cannot be opened any more is left out too. False where there are more
 * than `most` files: the rest is not looked at.
 */
export async function openFolders(
  things: readonly Handed[],
  take: (picked: Picked[]) => void,
  most = mostFiles,
): Promise<boolean> {
  const waiting: Handed[] = [...things]
  let found: Picked[] = []
  let count = 0
  const giveOn = () => {
    if (found.length > 0) take(found)
    found = []
  }
  // What a folder holds is added at the end, so the list grows while it is gone through.
  for (const thing of waiting) {
    if (thing.name.startsWith('.')) continue
    if (count + found.length >= most) {
      giveOn()
      return false
    }
    if (thing instanceof File) found.push({ file: thing, path: thing.webkitRelativePath || thing.name })
    else if (isFolder(thing)) addAll(waiting, await entriesOf(thing))
    else addAll(found, await fileOf(thing))
    if (found.length < atOnce) continue
    count += found.length
    giveOn()
  }
  giveOn()
  return true
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function fileOf(entry: FileSystemEntry): Promise<Picked[]> {
  const file = await new Promise<File | null>(resolve =>
    (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
  )
  return file ? [{ file, path: entry.fullPath.replace(/^\//, '') }] : []
}

/** A folder's entries; the browser gives about a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>(resolve =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all
    addAll(all, some)
  }
}
