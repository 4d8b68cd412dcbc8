import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { libraryFiles } from '../../library-files.ts'
import { type DiskFault, explainDiskError } from './disk-fault.ts'

/**
 * Note which files were opened, to be called right after; gives a function that finds what has become of them since: null
 * while each is still in its place.
 *
 * A process goes on reading and writing a file that was deleted or replaced, and all that it writes is lost. The log and
 * its index count as well: SQLite never removes them while somebody has the library open, and whoever opens it without
 * them damages it.
 */
export function watchFiles(folder: string): () => DiskFault | null {
  const [database] = libraryFiles(folder)
  const isEmptied = watchSize(database)
  const opened = libraryFiles(folder).map(file => ({ file, identity: identityOf(file) }))
  return () => {
    for (const { file, identity } of opened) {
      if (typeof identity !== 'string') continue
      const now = identityOf(file)
      if (typeof now !== 'string') return now ?? { code: 'library-gone', reason: `${file} cannot be read` }
      if (now !== identity) return { code: 'library-gone', reason: `${file} is another file than was opened` }
    }
    return isEmptied() ? { code: 'library-damaged', reason: `${database} is empty` } : null
  }
}

/** True once a file that held something holds nothing. SQLite takes an empty file for a new database. */
function watchSize(file: string): () => boolean {
  const sizeOf = () => statSync(file, { throwIfNoEntry: false })?.size ?? null
  const heldSomething = (sizeOf() ?? 0) > 0
  return () => heldSomething && sizeOf() === 0
}

/** What a file of SQLite begins with. Source: sqlite.org/fileformat.html. */
const beginning = Buffer.from('SQLite format 3\0')

/**
 * What is wrong with a database by its first bytes, null where they are right. Pages that were read before hide from SQLite
 * that the file was written over.
 */
export function findOverwritten(folder: string): DiskFault | null {
  const [file] = libraryFiles(folder)
  const read = Buffer.alloc(beginning.length)
  try {
    const opened = openSync(file, 'r')
    try {
      readSync(opened, read, 0, read.length, 0)
    } finally {
      closeSync(opened)
    }
  } catch (fault) {
    return explainDiskError(fault)
  }
  if (read.equals(beginning)) return null
  return { code: 'library-damaged', reason: `${file} does not begin as a database does` }
}

/** A text that is the same for the same file only, or why there is none. */
function identityOf(file: string): string | DiskFault | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true })
    return `${dev}:${ino}`
  } catch (fault) {
    return explainDiskError(fault)
  }
}
