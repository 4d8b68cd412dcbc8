import { addAll } from '@/lib/add-all.ts'
import type { Handed } from './handed.ts'
import type { Picked } from './queue.ts'

/** More than this is a folder dropped by mistake. */
const mostFiles = 2000

/**
 * All files in what was handed over, folders opened to any depth, with the path inside the drop. System files (names
 * beginning with a dot) are left out; what cannot be opened any more is left out too. At most 2,000.
 */
export async function openFolders(things: readonly Handed[]): Promise<Picked[]> {
  const found: Picked[] = []
  const waiting: Handed[] = [...things]
  for (let thing = waiting.shift(); thing && found.length < mostFiles; thing = waiting.shift()) {
    if (thing.name.startsWith('.')) continue
    if (thing instanceof File) found.push({ file: thing, path: thing.webkitRelativePath || thing.name })
    else if (isFolder(thing)) addAll(waiting, await entriesOf(thing))
    else addAll(found, await fileOf(thing))
  }
  return found
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
