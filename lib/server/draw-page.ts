import { drawDetached, type Handler } from './draw-detached.ts'
import type { Asked } from './page-request.ts'
import { makeReady, type ReadyAnswer } from './ready-answer.ts'
import type { WhyUndrawn } from './undrawn-words.ts'

/** Draws what is asked for, ready to be sent. Throws a DrawFailure when that cannot be done. */
export type DrawPage = (asked: Asked) => Promise<ReadyAnswer>

export class DrawFailure extends Error {
  readonly why: WhyUndrawn

  /** True if the page ended the process that drew it, or had it ended. */
  get costsProcess(): boolean {
    return this.why === 'took-too-long' || this.why === 'ended-its-process'
  }

  constructor(why: WhyUndrawn) {
    super(`drawing a page: ${why}`)
    this.why = why
  }
}

/** Draws pages with Next's handler, in this process. `host` is the site's, for the addresses that pages name. */
export function pageDrawer(handle: Handler, host: string): DrawPage {
  return async asked => makeReady(await drawDetached(handle, asked, host))
}
