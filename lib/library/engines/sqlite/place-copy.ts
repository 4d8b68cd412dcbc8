import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { libraryFiles } from '../../library-files.ts'
import { isBusy } from '../is-busy.ts'
import { CopyFault, explaining } from './copy-fault.ts'
import { migrate } from './sqlite-migrations.ts'

/** How long whoever has the library open is waited for, in milliseconds. */
const patienceMs = 2000

export type PlaceOptions = {
  /** A library that holds something makes way, and is kept under another name. */
  mayReplace: boolean
  /** When it is done, as a part of that name. */
  stamp: string
}

/** Give a file the name of another at once and for good, on the disk too. Throws a CopyFault where that one is there. */
export async function publish(file: string, as: string, { mayReplace }: { mayReplace: boolean }) {
  await explaining('target', () => {
    if (mayReplace) renameSync(file, as)
    else moveToNewName(file, as)
    syncFolder(dirname(as))
  })
}

/** Throws a CopyFault where the library in a folder is in use, or holds something and may not be replaced. */
export async function assertMayPlace(folder: string, mayReplace: boolean): Promise<void> {
  await explaining('target', () => {
    const present = lockPresent(folder)
    present.release()
    if (present.holdsSomething && !mayReplace) throw new CopyFault('library-is-not-empty', folder)
  })
}

/**
 * Put a copy, which is a file in that folder, in the place of the library in a folder, and give the name under which what
 * was there is kept: null where that was nothing, or held nothing. Nobody may have the library open meanwhile.
 */
export async function placeCopy(copy: string, folder: string, options: PlaceOptions): Promise<string | null> {
  return await explaining('target', () => {
    const [file, log, index] = libraryFiles(folder)
    const present = lockPresent(folder)
    try {
      if (present.holdsSomething && !options.mayReplace) throw new CopyFault('library-is-not-empty', folder)
      const kept = present.holdsSomething ? `${file}.replaced-${options.stamp}` : null
      if (kept !== null) keepAs(file, kept)
      // A log of what was there would be read as that of the copy; only what cannot be read has one still.
      if (kept !== null && existsSync(log)) renameSync(log, `${kept}-wal`)
      for (const left of [log, index, `${file}-journal`]) rmSync(left, { force: true })
      renameSync(copy, file)
      syncFolder(folder)
      return kept
    } finally {
      present.release()
    }
  })
}

/** Bring a copy to the newest schema, as opening it as a library would. */
export async function bringToNewest(copy: string): Promise<void> {
  await explaining('source', () => {
    const connection = new SqliteDatabase(copy, { fileMustExist: true })
    try {
      migrate(connection)
    } finally {
      connection.close()
    }
  })
}

type Present = { holdsSomething: boolean; release: () => void }

/**
 * Lock the library in a folder against everybody, and see whether it holds something. What cannot be read as a library is
 * taken to hold something, and cannot be locked; a Strata that has it open finds that it was replaced.
 */
function lockPresent(folder: string): Present {
  const [file] = libraryFiles(folder)
  if (!existsSync(file)) return { holdsSomething: false, release: () => undefined }
  const connection = new SqliteDatabase(file, { fileMustExist: true, timeout: patienceMs })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    // Ends the log, which works only where nobody else has the library open.
    connection.pragma('journal_mode = DELETE')
    connection.exec('begin exclusive; rollback')
    return { holdsSomething: holdsSomething(connection), release: () => connection.close() }
  } catch (fault) {
    connection.close()
    if (isBusy(fault)) throw new CopyFault('library-is-in-use', String(fault))
    if (!isUnreadable(fault)) throw fault
    return { holdsSomething: true, release: () => undefined }
  }
}

/** True if it holds deals, filings or searches, or is another program's. A file without tables is a library that never began. */
function holdsSomething(connection: SqliteDatabase.Database): boolean {
  const tables = connection
    .prepare<[], string>("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all()
  const holds = (table: string) => connection.prepare(`select 1 from "${table}" limit 1`).get() !== undefined
  const own = ['deal', 'filing', 'saved_search'].filter(table => tables.includes(table))
  return own.length === 0 ? tables.length > 0 : own.some(holds)
}

/** Damaged, or another program's. */
function isUnreadable(fault: unknown): boolean {
  return fault instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(fault.code)
}

/** What was there stays under its name until the copy takes that: a link where the disk has such. */
function keepAs(file: string, kept: string): void {
  try {
    linkSync(file, kept)
  } catch {
    renameSync(file, kept)
  }
}

/** Never over a file that came meanwhile, where the disk has links. */
function moveToNewName(file: string, as: string): void {
  try {
    linkSync(file, as)
    rmSync(file)
  } catch (fault) {
    if (existsSync(as)) throw new CopyFault('target-exists', String(fault))
    renameSync(file, as)
  }
}

/** A new name is on the disk once its folder is. Some systems have no way to say so. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {}
}
