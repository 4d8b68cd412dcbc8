import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { libraryFiles } from '../../library-files.ts'
import type { CheckPages } from './check-pages.ts'

/**
 * The first check of a file of at least so many bytes, which takes longer than anybody waits for it, begins so many
 * milliseconds after the start: whoever started the service asks for a page first, and both would read from the same disk.
 */
const largeBytes = 128 * 2 ** 20
const firstAfterMs = 5000

/** Between two checks lie at least so many milliseconds, and so many times what the last one took: 2 % of the time. */
const leastGapMs = 5000
const gapPerCheck = 50

/**
 * A suspicion is looked into at once, and nothing is added to the library meanwhile; unless one before it, at most so many
 * milliseconds ago, turned out to be unfounded.
 */
const trustMs = 60_000

/** Whoever asks for the library's health waits so long for a check, in milliseconds, then hears what is known so far. */
const patienceMs = 2000

export type PageWatch = {
  /** What is wrong with the pages, once anything is; it stays so until a restart. A suspicion counts until it is looked into. */
  damage(): string | null
  /** Check again as soon as may be, for something was read that cannot be right. */
  suspect(reason: string): void
  /** Check again when somebody wrote to the file since, and wait a moment for what is found. */
  lookAgain(): Promise<void>
  close(): void
}

/**
 * Has the pages of a library checked: at once, when there is reason to, and when health is asked for after the file has
 * changed. `found` is called once, with the first damage.
 *
 * SQLite notices a damaged page only when it reads that page, and a page that it holds in memory not even then.
 */
export function watchPages(folder: string, check: CheckPages, found: (damage: string) => void): PageWatch {
  const [file] = libraryFiles(folder)
  const closing = new AbortController()
  let damage: string | null = null
  let suspicion: string | null = null
  let unfoundedAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | null = null
  let planned: NodeJS.Timeout | undefined
  let checked = { changedAt: 0, endedAt: 0, tookMs: 0 }

  /** In how many milliseconds the next check may begin; null when none is to come. */
  function waitingTime(): number | null {
    if (closing.signal.aborted || damage !== null || running !== null) return null
    const gap = Math.max(leastGapMs, gapPerCheck * checked.tookMs)
    return Math.max(0, checked.endedAt + gap - Date.now())
  }

  function start(): void {
    const changedAt = changeTimeOf(file)
    clearTimeout(planned)
    running = check(folder, closing.signal).then(result => {
      checked = { changedAt, endedAt: Date.now(), tookMs: result.tookMs }
      running = null
      damage = result.damage
      if (suspicion !== null) unfoundedAt = Date.now()
      suspicion = null
      if (damage !== null) found(damage)
    })
  }

  if (sizeOf(file) < largeBytes) start()
  else planned = setTimeout(start, firstAfterMs).unref()
  return {
    damage: () => damage ?? suspicion,
    suspect: reason => {
      const ms = waitingTime()
      if (ms === null) return
      const mayBeFounded = Date.now() > unfoundedAt + Math.max(trustMs, gapPerCheck * checked.tookMs)
      if (mayBeFounded) {
        suspicion = reason
        start()
        return
      }
      clearTimeout(planned)
      planned = setTimeout(start, ms).unref()
    },
    lookAgain: async () => {
      const isFirst = checked.endedAt === 0 && planned !== undefined
      if (!isFirst && waitingTime() === 0 && changeTimeOf(file) !== checked.changedAt) start()
      if (running !== null) await Promise.race([running, sleep(patienceMs, undefined, { ref: false })])
    },
    close: () => {
      clearTimeout(planned)
      closing.abort()
    },
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** When the file was last written, in milliseconds; 0 when there is none. */
function changeTimeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
