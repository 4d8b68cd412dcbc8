/** Runs works in the order they come, so many at once. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>

/**
 * A lane for works that hold the thread for long, such as drawing a page. Begun all at once they would each be done when
 * the last is, and everything else would wait for a step of every one of them; in a lane the first is done first, and
 * whatever passes the lane by waits for a step of `most` of them.
 *
 * A work that is not done within `patienceMs` waits for something else: it goes on, but the next begins.
 */
export function drawingLane({ most, patienceMs }: { most: number; patienceMs: number }): Lane {
  const waiting: (() => void)[] = []
  let running = 0

  function begin(): Promise<void> {
    if (running < most) {
      running++
      return Promise.resolve()
    }
    return new Promise(resolve => waiting.push(resolve))
  }

  /** The place goes to the next in line, or is free. */
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  return async work => {
    await begin()
    let hasLeft = false
    const leaveOnce = () => {
      if (hasLeft) return
      hasLeft = true
      leave()
    }
    const timer = setTimeout(leaveOnce, patienceMs)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
      leaveOnce()
    }
  }
}
