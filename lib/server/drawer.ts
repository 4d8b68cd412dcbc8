import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { DrawFailure, type DrawPage } from './draw-page.ts'
import type { DrawNews, HeardFault } from './drawing-messages.ts'

/**
 * Memory of a process that draws, in megabytes: what it may take in all, and how much of what it has just made is looked
 * through at once, since drawing makes much that is soon dropped.
 */
const flags = ['--max-old-space-size=1024', '--max-semi-space-size=32']

/**
 * On a busy machine a page takes long through no fault of its own: as long as its process got less than this share of the
 * time on a processor, it may take the time again, so many times in all.
 */
const leastShare = 1 / 3
const mostTurns = 6

/** Processor time that a process has taken, in milliseconds; infinitely much where the system does not say. Source: proc_pid_stat(5). */
function processorMsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** How long a page may take, and how long the process may take to start, in milliseconds. */
export type DrawerLimits = { pageMs: number; startMs: number }

export type Drawer = {
  /** Rejects when the process ends before it can draw. */
  started: Promise<void>
  /**
   * Draws one page at a time: not to be called before the last is drawn. Throws a DrawFailure with `no-process` when the
   * process had ended before it began.
   */
  draw: DrawPage
  hasEnded(): boolean
  ended: Promise<void>
  kill(): void
}

/** Start a process that draws. One that takes too long is ended; `hearFault` is told what is wrong with the library. */
export function startDrawer(
  entry: string,
  { pageMs, startMs }: DrawerLimits,
  hearFault: (fault: HeardFault) => void,
): Drawer {
  const child = spawn(process.execPath, [...flags, entry], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const kill = () => child.kill('SIGKILL')
  const ended = Promise.withResolvers<void>()
  let hasEnded = false
  let hasBegun = false
  let heard: ((news: DrawNews | null) => void) | null = null

  child.on('message', (news: DrawNews) => {
    if ('libraryFault' in news) hearFault(news.libraryFault)
    else if ('hasBegun' in news) hasBegun = true
    else heard?.(news)
  })
  child.once('error', fault => {
    console.error('A process that draws pages failed:', fault)
    if (child.pid === undefined) end()
  })
  child.once('close', end)

  function end(): void {
    hasEnded = true
    heard?.(null)
    ended.resolve()
  }

  /** What the process says next. */
  function hearWithin(ms: number): Promise<DrawNews> {
    return new Promise((resolve, reject) => {
      let isTooLate = false
      let turns = 0
      const before = processorMsOf(child.pid)
      const timer = setInterval(() => {
        const isStarved = processorMsOf(child.pid) - before < ms * leastShare
        if (isStarved && ++turns < mostTurns) return
        isTooLate = true
        kill()
      }, ms)
      heard = news => {
        heard = null
        clearInterval(timer)
        if (news) resolve(news)
        else if (isTooLate) reject(new DrawFailure('took-too-long'))
        else reject(new DrawFailure(hasBegun ? 'ended-its-process' : 'no-process'))
      }
      if (hasEnded) heard(null)
    })
  }

  const draw: DrawPage = async asked => {
    hasBegun = false
    const news = hearWithin(pageMs)
    // One that cannot be told anything is about to end.
    child.send(asked, fault => fault && kill())
    const said = await news
    if ('drawn' in said) return { ...said.drawn, body: Buffer.from(said.drawn.body) }
    throw new DrawFailure('failed')
  }

  return {
    started: hearWithin(startMs).then(() => undefined),
    draw,
    hasEnded: () => hasEnded,
    ended: ended.promise,
    kill,
  }
}
