import { statSync } from 'node:fs'
import { type DiskFault, explainDiskError } from './disk-fault.ts'
import { libraryFiles } from './library-files.ts'

/**
 * Note which files were opened, to be called right after; gives a function that finds what has become of them since: null
 * while each is still in its place.
 *
 * A process goes on reading and writing a file that was deleted or replaced, and all that it writes is lost. The log and
 * its index count as well: SQLite never removes them while somebody has the library open, and whoever opens it without
 * them damages it.
 */
export function watchFiles(folder: string): () => DiskFault | null {
  const opened = libraryFiles(folder).map(file => ({ file, identity: identityOf(file) }))
  return () => {
    for (const { file, identity } of opened) {
      if (typeof identity !== 'string') continue
      const now = identityOf(file)
      if (typeof now !== 'string') return now ?? { code: 'library-gone', reason: `${file} cannot be read` }
      if (now !== identity) return { code: 'library-gone', reason: `${file} is another file than was opened` }
    }
    return null
  }
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
