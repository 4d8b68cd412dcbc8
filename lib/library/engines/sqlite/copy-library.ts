import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { chmod, copyFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { CopyFault, explaining } from './copy-fault.ts'
import { schemaVersion } from './sqlite-migrations.ts'

/** How long opening waits for others, in milliseconds. */
const patienceMs = 5000

/** Pages that are copied before anything else may happen, such as the end of the process: 10 MB. */
const pagesAtOnce = 2500

/** How much has been done of what is to do, in bytes. */
export type CopyProgress = (done: number, of: number) => void

/** What a library holds. Rows are counted by table, for a copy must have as many of each. */
export type LibraryHoldings = {
  rows: Readonly<Record<string, number>>
  originalBytes: number
  revision: number
}

/**
 * Copy a library as it is at this moment into a new file, and give what it holds. Others may read and write it meanwhile:
 * what they write is not in the copy. The copy is one whole file, without a log beside it. Throws a CopyFault.
 */
export async function copyLibrary(from: string, to: string, told: CopyProgress): Promise<LibraryHoldings> {
  const source = await openForCopy(from).catch(async fault => {
    const isUnreadable = fault instanceof CopyFault && fault.code === 'source-is-unreadable'
    if (!isUnreadable || !(await copyAtRest(from, to))) throw fault
    return null
  })
  if (source === null) return await countCopy(to)
  try {
    const held = await explaining('source', () => {
      // While this transaction is open the connection sees the library as it was at its first statement.
      source.exec('begin')
      return countHoldings(source)
    })
    await explaining('target', () => copyPages(source, to, told))
    return held
  } catch (fault) {
    throw isFull(to, fault) ? new CopyFault('target-has-no-room', fault.message) : fault
  } finally {
    source.close()
  }
}

async function copyPages(source: SqliteDatabase.Database, to: string, told: CopyProgress): Promise<void> {
  const pageBytes = Number(source.pragma('page_size', { simple: true }))
  await source.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      told((totalPages - remainingPages) * pageBytes, totalPages * pageBytes)
      return pagesAtOnce
    },
  })
  endLog(to)
}

/**
 * Copy the file of a library that cannot be opened where it is, for SQLite needs to write beside it and may not, as on a disk
 * that is mounted to be read only. False unless nobody has it open: then there is no log, before and after, and the file
 * has not changed meanwhile.
 */
async function copyAtRest(from: string, to: string): Promise<boolean> {
  const logs = [`${from}-wal`, `${from}-journal`]
  const state = () =>
    logs.some(log => existsSync(log)) ? null : statSync(from, { throwIfNoEntry: false })?.mtimeMs
  const before = state()
  if (before === null || before === undefined || !mayRead(from)) return false
  await explaining('target', async () => {
    await copyFile(from, to)
    await chmod(to, 0o644)
  })
  if (state() !== before) return false
  await explaining('source', () => endLog(to))
  return true
}

function mayRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

async function countCopy(file: string): Promise<LibraryHoldings> {
  const copy = await openForCopy(file)
  try {
    return countHoldings(copy)
  } finally {
    copy.close()
  }
}

/** With less room than this nothing can be copied, in bytes. */
const leastRoom = 1e6

/** SQLite says of a full disk now and then that it failed, and not why. */
function isFull(file: string, fault: unknown): fault is CopyFault {
  if (!(fault instanceof CopyFault) || fault.code !== 'target-is-not-writable') return false
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize < leastRoom
}

/** A library's database, or a copy of one, to look into only. Throws a CopyFault where it is none that this Strata knows. */
export async function openForCopy(file: string): Promise<SqliteDatabase.Database> {
  return await explaining('source', () => {
    // SQLite says of a missing file, of a folder and of missing rights that it cannot open it.
    closeSync(openSync(file, 'r'))
    if (!statSync(file).isFile()) throw new CopyFault('source-is-no-library', 'it is not a file')
    const connection = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: patienceMs })
    try {
      assertLibrary(connection)
      return connection
    } catch (fault) {
      connection.close()
      throw fault
    }
  })
}

/** The bytes that a copy of a library takes at most, and what else is written while it is made. */
export async function roomForCopy(file: string): Promise<number> {
  const sizes = await explaining('source', () => [
    statSync(file).size,
    statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  ])
  return sizes.reduce((sum, size) => sum + size, leastRoom)
}

/** What an open library holds, whichever version its schema has. */
export function countHoldings(connection: SqliteDatabase.Database): LibraryHoldings {
  const tables = connection
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'",
    )
    .pluck()
    .all()
  const ask = (question: string) => Number(connection.prepare(question).pluck().get() ?? 0)
  return {
    rows: Object.fromEntries(tables.map(table => [table, ask(`select count(*) from "${table}"`)])),
    originalBytes: ask('select sum(bytes) from raw_filing'),
    revision: ask('select revision from library'),
  }
}

function assertLibrary(connection: SqliteDatabase.Database): void {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const own = connection
    .prepare("select count(*) from sqlite_schema where name in ('library', 'deal', 'filing', 'raw_filing')")
    .pluck()
    .get()
  if (own !== 4 || version < 1) throw new CopyFault('source-is-no-library', 'it has none of its tables')
  if (version > schemaVersion)
    throw new CopyFault('source-is-newer', `its schema is version ${version}, not ${schemaVersion}`)
}

/** A file that was copied from a library says that it has a log; a copy has none, and needs none to be read. */
function endLog(file: string): void {
  const copy = new SqliteDatabase(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
