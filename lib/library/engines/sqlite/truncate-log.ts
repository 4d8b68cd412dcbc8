import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { libraryFiles } from '../../library-files.ts'

/** When a log is emptied; times in milliseconds. */
type LogLimits = {
  /** After so long without a write, and as often it is looked at. */
  idleMs: number
  /** As soon as it has more bytes, though it is written to. */
  mostBytes: number
  /** So long after a reader did not let it be emptied in time: whoever wants to write waits for every try. */
  pauseMs: number
}

/** The largest filings write some ten megabytes; two readers that take turns made a log of 160 of 150 written. */
const usualLimits: LogLimits = { idleMs: 1000, mostBytes: 32 * 1024 * 1024, pauseMs: 10_000 }

/** How long emptying waits for those who read, in milliseconds. */
const patienceMs = 500

/**
 * Move what the write-ahead log holds into the database and cut the log to nothing; false when a reader did not let it.
 * Writing waits meanwhile, at most half a second for readers.
 */
export function truncateLog(connection: Database): boolean {
  const usual = connection.pragma('busy_timeout', { simple: true })
  connection.pragma(`busy_timeout = ${patienceMs}`)
  try {
    return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } finally {
    connection.pragma(`busy_timeout = ${usual}`)
  }
}

export type LogKeeper = { written(): void; close(): void }

/**
 * Keeps a library's log short: empties it when nobody has written to it for a while, and when it has grown long under
 * steady writing and reading. SQLite by itself begins the log anew only when it meets no reader, and never gives back its
 * space.
 */
export function keepLogShort(folder: string, connection: Database, limits = usualLimits): LogKeeper {
  const [, log] = libraryFiles(folder)
  let pausedUntil = 0

  function look(): void {
    const { size, mtimeMs } = statSync(log, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 }
    const isDue = size > limits.mostBytes || (size > 0 && Date.now() - mtimeMs > limits.idleMs)
    if (isDue && Date.now() > pausedUntil && !isEmptied()) pausedUntil = Date.now() + limits.pauseMs
  }

  /** A full or broken disk is told to whoever writes next; here it only means to try again later. */
  function isEmptied(): boolean {
    try {
      return truncateLog(connection)
    } catch {
      return false
    }
  }

  const timer = setInterval(look, limits.idleMs).unref()
  return { written: look, close: () => clearInterval(timer) }
}
