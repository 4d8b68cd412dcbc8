import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isLitter } from '../archive/is-litter.ts'

/** A file on the disk that is to be looked into, and how long it is; a path where nothing can be read has no size. */
export type ListedFile = { path: string; bytes: number | null }

/**
 * The files at some paths, folders looked through to their ends in the order of names, each file once. Links to folders
 * inside folders are not followed, so no folder leads to itself; litter of file managers is left out there.
 */
export function listFiles(paths: readonly string[]): ListedFile[] {
  const found = new Map<string, ListedFile>()
  const add = (file: ListedFile) => {
    const whole = path.resolve(file.path)
    if (!found.has(whole)) found.set(whole, file)
  }
  for (const given of paths) {
    const stat = statSync(given, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const file of filesIn(given)) add(file)
    else add({ path: given, bytes: stat?.isFile() ? stat.size : null })
  }
  return [...found.values()]
}

function* filesIn(folder: string): Generator<ListedFile> {
  const entries = entriesOf(folder)
  if (entries === null) return yield { path: folder, bytes: null }
  for (const entry of entries) {
    if (isLitter(entry.name)) continue
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      yield* filesIn(at)
      continue
    }
    const stat = statSync(at, { throwIfNoEntry: false })
    if (stat?.isFile()) yield { path: at, bytes: stat.size }
    else if (stat === undefined) yield { path: at, bytes: null }
  }
}

/** What is in a folder, by name; null of one that may not be read, or is gone by now. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}
