import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Random } from './random.ts'
import type { Server } from './server.ts'

/** A way in which the disk under a library fails. */
export type DiskFault = {
  name: string
  /** What an upload is answered while it lasts. */
  code: string
  /** What is kept can be read all the while. */
  isReadable: boolean
  /** Health says not ready while it lasts. */
  isUnready: boolean
  /** Whether it is met by reading first, or an upload may go well all the same: rights are asked for when a file is opened. */
  isMetBy: 'upload' | 'reading' | 'opening'
  /** The command that the server is started through, null where this machine does not let us. */
  through: (folder: string) => readonly string[] | null
  /** Break it under the running server; gives back how it is mended, null for what cannot be. */
  break: (server: Server, random: Random) => (() => void) | null
}

const plainly = () => []
const diskBytes = 24 * 1024 * 1024
const pageBytes = 4096
const damagedShare = 0.1

function canRun(command: string, ...rest: string[]): boolean {
  return spawnSync(command, rest, { stdio: 'ignore' }).status === 0
}

/** A disk of its own for the library, small, that only the server sees: a tmpfs in a mount namespace. */
function onSmallDisk(folder: string): readonly string[] | null {
  if (!canRun('unshare', '-rm', 'true')) return null
  const mount = `mount -t tmpfs -o size=${diskBytes} none "$0" && exec "$@"`
  return ['unshare', '-rm', 'sh', '-c', mount, folder]
}

/** The library's folder as the server sees it. */
export function seenBy(server: Server): string {
  return path.join(`/proc/${server.pid}/root`, server.folder)
}

function fillDisk(server: Server): () => void {
  const filler = path.join(seenBy(server), 'filler')
  const handle = openSync(filler, 'w')
  const block = Buffer.alloc(pageBytes)
  try {
    for (;;) if (writeSync(handle, block) < block.length) break
  } catch {
    // The disk is full now.
  } finally {
    closeSync(handle)
  }
  return () => rmSync(filler)
}

/** Nothing of the server's may be written past the first page of a file: the log is written from its beginning at times. */
function limitFiles(server: Server): () => void {
  const limit = (most: string) =>
    execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${most}`], { stdio: 'ignore' })
  limit(`${pageBytes}:unlimited`)
  return () => limit('unlimited:unlimited')
}

/** Root may write whatever the rights say, so it is started without that privilege. */
function withoutPrivilege(): readonly string[] | null {
  if (process.getuid?.() !== 0) return []
  const drop = ['--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']
  return canRun('setpriv', ...drop, 'true') ? ['setpriv', ...drop] : null
}

function forbidWriting(server: Server): () => void {
  const files = readdirSync(server.folder).map(name => path.join(server.folder, name))
  for (const file of files) chmodSync(file, 0o444)
  chmodSync(server.folder, 0o555)
  return () => {
    chmodSync(server.folder, 0o755)
    for (const file of files) if (existsSync(file)) chmodSync(file, 0o644)
  }
}

function lock(server: Server): () => void {
  const other = new SqliteDatabase(path.join(server.folder, 'library.sqlite'))
  other.exec('begin immediate')
  return () => {
    other.exec('rollback')
    other.close()
  }
}

/**
 * Overwrite a tenth of the pages with noise, at random, but for the first: a file without its head is not opened at all. The
 * log is moved into the file before, for what it holds is read in the place of what the file does.
 */
function damagePages(server: Server, random: Random): null {
  const file = path.join(server.folder, 'library.sqlite')
  const other = new SqliteDatabase(file)
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  const handle = openSync(file, 'r+')
  const pages = Math.floor(statSync(file).size / pageBytes)
  const noise = Buffer.alloc(pageBytes, 0xa5)
  for (let page = 1; page < pages; page++)
    if (random.fraction() < damagedShare) writeSync(handle, noise, 0, pageBytes, page * pageBytes)
  closeSync(handle)
  return null
}

function removeFiles(server: Server): null {
  for (const name of readdirSync(server.folder)) rmSync(path.join(server.folder, name), { recursive: true })
  return null
}

function replaceFolder(server: Server): null {
  rmSync(server.folder, { recursive: true })
  mkdirSync(server.folder)
  return null
}

export const diskFaults: readonly DiskFault[] = [
  {
    name: 'full-disk',
    code: 'library-full',
    isReadable: true,
    isUnready: false,
    isMetBy: 'upload',
    through: onSmallDisk,
    break: fillDisk,
  },
  {
    name: 'file-size-limit',
    code: 'library-full',
    isReadable: true,
    isUnready: false,
    isMetBy: 'upload',
    through: () => (canRun('prlimit', '--version') ? [] : null),
    break: limitFiles,
  },
  {
    name: 'read-only-folder',
    code: 'library-read-only',
    isReadable: true,
    isUnready: false,
    isMetBy: 'opening',
    through: withoutPrivilege,
    break: forbidWriting,
  },
  {
    name: 'locked-file',
    code: 'library-busy',
    isReadable: true,
    isUnready: false,
    isMetBy: 'upload',
    through: plainly,
    break: lock,
  },
  {
    name: 'damaged-pages',
    code: 'library-damaged',
    isReadable: false,
    isUnready: true,
    isMetBy: 'reading',
    through: plainly,
    break: damagePages,
  },
  {
    name: 'deleted-file',
    code: 'library-gone',
    isReadable: false,
    isUnready: true,
    isMetBy: 'upload',
    through: plainly,
    break: removeFiles,
  },
  {
    name: 'replaced-folder',
    code: 'library-gone',
    isReadable: false,
    isUnready: true,
    isMetBy: 'upload',
    through: plainly,
    break: replaceFolder,
  },
]
