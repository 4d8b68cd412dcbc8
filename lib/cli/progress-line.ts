import type { WriteStream } from 'node:tty'

/** A person sees the line change; a log gets a new one now and then. */
const everyMs = { terminal: 200, log: 10_000 }

/** Shows how far long work is on one line of a terminal, or as a line now and then where there is none. */
export function showProgress(to: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>) {
  let shownAt = to.isTTY ? Number.NEGATIVE_INFINITY : performance.now()
  return {
    show(say: () => string): void {
      const now = performance.now()
      if (now - shownAt < everyMs[to.isTTY ? 'terminal' : 'log']) return
      shownAt = now
      const line = say()
      to.write(to.isTTY ? `\r\x1b[K${line.slice(0, to.columns - 1)}` : `${line}\n`)
    },
    /** The line makes way for what is printed next. */
    end(): void {
      if (to.isTTY) to.write('\r\x1b[K')
    },
  }
}
