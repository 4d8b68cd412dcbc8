import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { largest } from '../../../extremes.ts'
import type { LibraryFaultCode } from '../../../library-faults.ts'
import { libraryFiles } from '../../library-files.ts'

/** What the file system has against a library, and its own words for it. */
export type DiskFault = { code: LibraryFaultCode; reason: string }

/** What errors of the file system mean for a library that was there. */
const meanings: Record<string, LibraryFaultCode> = {
  ENOSPC: 'library-full',
  EDQUOT: 'library-full',
  EFBIG: 'library-full',
  EROFS: 'library-read-only',
  EACCES: 'library-read-only',
  EPERM: 'library-read-only',
  ENOENT: 'library-gone',
  ENOTDIR: 'library-gone',
  EISDIR: 'library-damaged',
  EIO: 'library-damaged',
}

/** More than all but the largest filings take, in bytes. */
const probeBytes = 4 * 1024 * 1024

/**
 * Why the file system does not let a library's files be written, found by doing the same beside them; null when it does.
 *
 * SQLite answers "disk I/O error" or "unable to open" for a quota, a limit on the size of files, missing rights and a
 * missing file alike. Waits for the disk, so it is for after a failure. It opens none of the library's own files: closing
 * one would give up the locks that this process holds on it (sqlite.org/howtocorrupt.html, 2.2).
 */
export function findDiskFault(folder: string): DiskFault | null {
  const files = libraryFiles(folder)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    const present = files.filter(file => existsSync(file))
    for (const file of present) accessSync(file, constants.R_OK | constants.W_OK)
    writeProbe(folder, Math.max(0, largest(present.map(file => statSync(file).size))))
    const isFile = statSync(files[0]).isFile()
    return isFile ? null : { code: 'library-damaged', reason: `${files[0]} is not a file` }
  } catch (fault) {
    return explainDiskError(fault)
  }
}

/**
 * Whether there is room for what is written to a library, found by writing beside it: null when there is. Nothing waits for
 * the disk itself, so it may be asked again and again.
 */
export async function findRoomFault(folder: string): Promise<DiskFault | null> {
  const file = join(folder, `.strata-room-${process.pid}-${threadId}`)
  try {
    const handle = await open(file, 'w')
    try {
      await handle.truncate(longestFile(folder) + probeBytes)
      await handle.writeFile(probe())
    } finally {
      await handle.close()
      await rm(file, { force: true })
    }
    return null
  } catch (fault) {
    return explainDiskError(fault)
  }
}

function longestFile(folder: string): number {
  const sizes = libraryFiles(folder).map(file => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  return Math.max(0, largest(sizes))
}

function probe(): Buffer {
  return Buffer.alloc(probeBytes, 'probe')
}

/** An error of the file system as what it means for a library that was there; null for any other. */
export function explainDiskError(fault: unknown): DiskFault | null {
  if (!(fault instanceof Error) || !('code' in fault)) return null
  const code = meanings[String(fault.code)]
  return code === undefined ? null : { code, reason: fault.message }
}

/** Write a file that is longer than the longest of the library's, most of it a hole: limits on size count holes too. */
function writeProbe(folder: string, longest: number): void {
  const file = join(folder, `.strata-probe-${process.pid}-${threadId}`)
  const handle = openSync(file, 'w')
  try {
    ftruncateSync(handle, longest + probeBytes)
    writeSync(handle, probe())
    fsyncSync(handle)
  } finally {
    closeSync(handle)
    rmSync(file, { force: true })
  }
}
