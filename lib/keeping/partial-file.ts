import { readdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

/** What an unfinished file is called, and what SQLite may have left beside it. */
const pattern = /^\.strata-(?:backup|restore)-(.+)-(\d+)\.partial(?:-journal|-wal|-shm)?$/
const besides = ['', '-journal', '-wal', '-shm']

/** Nobody has written to an unfinished file for so long who still means to finish it, in milliseconds. */
const abandonedAfterMs = 86_400_000

/** A hidden file that nobody takes for a whole one; it goes with this process, unless that is killed. */
export type PartialFile = { file: string; remove: () => void }

/**
 * A name for a file in a folder while it is made; who kills the process leaves it there. What killed processes left in the
 * folder is removed first.
 */
export function partialFile(folder: string, what: 'backup' | 'restore'): PartialFile {
  removeAbandoned(folder)
  const file = path.join(folder, `.strata-${what}-${hostname()}-${process.pid}.partial`)
  const remove = () => {
    for (const end of besides) rmSync(`${file}${end}`, { force: true })
  }
  remove()
  process.once('exit', remove)
  return { file, remove }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, host, pid] = pattern.exec(name) ?? []
    if (host === undefined) continue
    const file = path.join(folder, name)
    const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    const isGone = host === hostname() && !isRunning(Number(pid))
    if (isGone || Date.now() - writtenAt > abandonedAfterMs) rmSync(file, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    // Another account's.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
