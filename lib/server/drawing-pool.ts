import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { DrawFailure, type DrawPage } from './draw-page.ts'
import { type Drawer, type DrawerLimits, startDrawer } from './drawer.ts'
import type { HeardFault } from './drawing-messages.ts'
import type { DrawingState } from './drawing-state.ts'
import type { Asked } from './page-request.ts'
import type { ReadyAnswer } from './ready-answer.ts'
import type { WhyUndrawn } from './undrawn-words.ts'

export type DrawingOptions = Partial<DrawerLimits> & {
  /** How many processes draw at most: the first is there from the start, another when all are busy. */
  size?: number
  /** How long to wait before a process that ended is replaced, in milliseconds; doubled for each that does not start. */
  pauseMs?: number
  /** So many pages wait at most; the next is not drawn. */
  mostWaiting?: number
  /** Told what is wrong with the library. */
  hearFault?: (fault: HeardFault) => void
}

/** Two where there are processors for them, so that others need not wait for a page that takes long. */
const usualSize = Math.min(2, availableParallelism())
const usualLimits: DrawerLimits = { pageMs: 15_000, startMs: 60_000 }
const longestPauseMs = 30_000
/** Some ten seconds' worth: whoever asks for one more has gone by the time it is drawn. */
const usualMostWaiting = 100

type Job = {
  asked: Asked
  /** How often it was given to a process that had ended by then. */
  lost: number
  answer: PromiseWithResolvers<ReadyAnswer>
}

export type DrawingPool = {
  draw: DrawPage
  /** Resolves once no page waits to be drawn, and after so many milliseconds at the latest. */
  caughtUp(withinMs: number): Promise<void>
  state(): DrawingState
  close(): void
}

/**
 * Processes that draw pages, so that no page holds up the one that serves, nor ends it. Each draws one page at a time, in
 * the order they are asked for; while all are busy another is started, up to `size`. Who asks for a page that waits already
 * shares it: it is drawn from what the library holds when its turn comes. A process that ends is replaced, as is one that
 * takes too long over a page, and that page is given up with a DrawFailure.
 */
export function drawingPool(entry: string, options: DrawingOptions = {}): DrawingPool {
  const {
    size = usualSize,
    pauseMs = 250,
    mostWaiting = usualMostWaiting,
    hearFault = () => undefined,
    ...limits
  } = options
  /** All processes; of them those that can draw; of them those that have nothing to draw. */
  const drawers = new Set<Drawer>()
  const started = new Set<Drawer>()
  const idle = new Set<Drawer>()
  const waiting: Job[] = []
  /** Who waits until no page does. */
  const patient = new Set<() => void>()
  /** How many places there are, one for each process, and those whose last process did not start. */
  let places = 0
  const empty = new Set<number>()
  let isClosed = false

  /** One place of the pool, by its number: a process, and when it has ended the next. */
  async function fill(place: number): Promise<void> {
    places++
    let pause = pauseMs
    while (!isClosed) {
      const isStarted = await runDrawer(place)
      pause = isStarted ? pauseMs : Math.min(pause * 2, longestPauseMs)
      await sleep(pause, undefined, { ref: false })
    }
  }

  /** A process from its start to its end; false when it did not start. */
  async function runDrawer(place: number): Promise<boolean> {
    let drawer: Drawer | null = null
    try {
      drawer = startDrawer(entry, { ...usualLimits, ...limits }, hearFault)
      drawers.add(drawer)
      await drawer.started
      started.add(drawer)
      empty.delete(place)
      drawNext(drawer)
      await drawer.ended
      return true
    } catch (fault) {
      if (!isClosed) console.error('A process that draws pages did not start:', fault)
      empty.add(place)
      if (empty.size === places) giveUpWaiting('no-process')
      return false
    } finally {
      for (const all of [drawers, started, idle]) if (drawer) all.delete(drawer)
    }
  }

  function drawNext(drawer: Drawer): void {
    if (drawer.hasEnded()) return
    const job = waiting.shift()
    if (job) void drawWith(drawer, job)
    else idle.add(drawer)
    if (waiting.length === 0) tellPatient()
  }

  async function drawWith(drawer: Drawer, job: Job): Promise<void> {
    try {
      job.answer.resolve(await drawer.draw(job.asked))
    } catch (fault) {
      giveUp(job, fault)
    }
    drawNext(drawer)
  }

  function giveUp(job: Job, fault: unknown): void {
    const isLost = fault instanceof DrawFailure && fault.why === 'no-process'
    if (isClosed) job.answer.reject(new DrawFailure('is-stopping'))
    else if (isLost && job.lost < size) give({ ...job, lost: job.lost + 1 })
    else {
      console.error(`Drawing ${job.asked.url} was given up:`, fault)
      job.answer.reject(fault)
    }
  }

  function give(job: Job): void {
    const [drawer] = idle
    if (isClosed) job.answer.reject(new DrawFailure('is-stopping'))
    else if (empty.size === places) job.answer.reject(new DrawFailure('no-process'))
    else if (drawer !== undefined) {
      idle.delete(drawer)
      void drawWith(drawer, job)
    } else if (waiting.length < mostWaiting) {
      waiting.push(job)
      if (started.size === places && places < size) void fill(places)
    } else job.answer.reject(new DrawFailure('too-many-wait'))
  }

  function giveUpWaiting(why: WhyUndrawn): void {
    for (const job of waiting.splice(0)) job.answer.reject(new DrawFailure(why))
    tellPatient()
  }

  function tellPatient(): void {
    for (const tell of patient) tell()
    patient.clear()
  }

  function caughtUp(withinMs: number): Promise<void> {
    if (waiting.length === 0) return Promise.resolve()
    return new Promise(resolve => {
      const late = setTimeout(tell, withinMs).unref()
      function tell(): void {
        clearTimeout(late)
        patient.delete(tell)
        resolve()
      }
      patient.add(tell)
    })
  }

  void fill(places)
  return {
    draw: asked => {
      const others = waiting.find(job => isDeepStrictEqual(job.asked, asked))
      if (others) return others.answer.promise
      const answer = Promise.withResolvers<ReadyAnswer>()
      give({ asked, lost: 0, answer })
      return answer.promise
    },
    caughtUp,
    state: () => ({
      waiting: waiting.length,
      busy: started.size - idle.size,
      idle: idle.size,
      starting: drawers.size - started.size,
    }),
    close: () => {
      isClosed = true
      giveUpWaiting('is-stopping')
      for (const drawer of drawers) drawer.kill()
    },
  }
}
