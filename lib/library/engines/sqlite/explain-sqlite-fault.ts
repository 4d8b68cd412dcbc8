import type { LibraryFaultCode } from '../../../library-faults.ts'
import { describeFault, LibraryFault, systemCodeOf } from '../../library-fault.ts'
import { findDiskFault } from './disk-fault.ts'

/**
 * What SQLite's codes mean for the library, first match first. Source: sqlite.org/rescode.html. Those that only say that
 * something of the file system failed are not here: SQLite does not tell what, so the file system is asked.
 */
const meanings: readonly [RegExp, LibraryFaultCode][] = [
  [/^SQLITE_FULL/, 'library-full'],
  [/^SQLITE_READONLY_DBMOVED/, 'library-gone'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'library-read-only'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'library-busy'],
  [/^SQLITE_IOERR_(LOCK|RDLOCK|UNLOCK|SHMLOCK|BLOCKED|CHECKRESERVEDLOCK)/, 'library-busy'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'library-damaged'],
  [/^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS|DATA)/, 'library-damaged'],
]

/**
 * A fault as what it means for the library in a folder: null when it says nothing about the library, as a bug of ours or
 * a lack of memory does.
 */
export function explainSqliteFault(fault: unknown, folder: string): LibraryFault | null {
  if (fault instanceof LibraryFault) return fault
  if (!(fault instanceof Error)) return null
  const reason = describeFault(fault)
  const code = meaningOf(fault)
  if (code !== null) return new LibraryFault(code, reason)
  if (!isOfTheDisk(fault)) return null
  const disk = findDiskFault(folder)
  if (disk !== null) return new LibraryFault(disk.code, `${reason}; ${disk.reason}`)
  return isDiskError(fault) ? new LibraryFault('library-damaged', reason) : null
}

function meaningOf(fault: Error): LibraryFaultCode | null {
  const code = systemCodeOf(fault)
  const [, meaning] = meanings.find(([pattern]) => pattern.test(code)) ?? []
  if (meaning !== undefined) return meaning
  if (fault instanceof TypeError && /directory does not exist/.test(fault.message)) return 'library-gone'
  // A database without the library's tables: emptied, or another program's.
  return code === 'SQLITE_ERROR' && /^no such (table|column)/.test(fault.message) ? 'library-damaged' : null
}

/** A file could not be opened, read or written. That it could not be opened may have other reasons than the disk. */
function isOfTheDisk(fault: Error): boolean {
  return isDiskError(fault) || systemCodeOf(fault).startsWith('SQLITE_CANTOPEN')
}

function isDiskError(fault: Error): boolean {
  return /^SQLITE_IOERR(?!_NOMEM)/.test(systemCodeOf(fault))
}
