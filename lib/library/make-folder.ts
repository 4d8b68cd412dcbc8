import { lstatSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainDiskError } from './engines/sqlite/disk-fault.ts'
import { LibraryFault } from './library-fault.ts'

/**
 * Make a folder and those above it. Throws a LibraryFault that says why it cannot be made.
 *
 * Node's own `recursive` goes round for ever where the system makes no folders and answers that they are missing, as below
 * /proc.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  const found = look(() => lstatSync(folder))
  if (found)
    throw new LibraryFault(
      'library-has-no-folder',
      `${folder} is ${found.isSymbolicLink() ? 'a link to no folder' : 'a file'}`,
    )
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (problem) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw explain(problem)
  }
}

function isFolder(path: string): boolean {
  return look(() => statSync(path))?.isDirectory() === true
}

/** What is there, or null: why nothing is seen there shows when the folder is made. */
function look(at: () => Stats): Stats | null {
  try {
    return at()
  } catch {
    return null
  }
}

/** No room and no right are told as such; whatever else the system says, there is no folder. */
function explain(problem: unknown): unknown {
  if (!(problem instanceof Error)) return problem
  const disk = explainDiskError(problem)
  const isOfDisk = disk?.code === 'library-full' || disk?.code === 'library-read-only'
  return new LibraryFault(isOfDisk ? disk.code : 'library-has-no-folder', problem.message)
}
