/** Room that one file takes. */
export type Hold = {
  /** Take so many bytes more. Waits while others have all the room; false when none came free in time. */
  take(bytes: number): Promise<boolean>
  /** Give back what was taken beyond so many bytes. */
  shrinkTo(bytes: number): void
  /** Give all of it back. */
  release(): void
}

export type ByteRoom = { hold(): Hold; readonly heldBytes: number }

type Waiting = { hold: object; bytes: number; admit: (isAdmitted: boolean) => void }

/**
 * Room in memory for the files of all uploads together, while they arrive, and until they are read. What finds none waits
 * its turn, and meanwhile nothing more is taken off the wire.
 *
 * The size of a file is known only when it is whole, so all the room may be taken by files that are not. Then one of them
 * may take more than there is until it is done, so that there is always one that gets done.
 */
export function byteRoom({ mostBytes, patienceMs }: { mostBytes: number; patienceMs: number }): ByteRoom {
  const line: Waiting[] = []
  let held = 0
  let exempt: object | null = null

  function admitNext(): void {
    for (let next = line[0]; next !== undefined && mayTake(next); next = line[0]) {
      line.shift()
      next.admit(true)
    }
  }

  /** The first that finds no room is let through from then on. */
  function mayTake({ hold, bytes }: Waiting): boolean {
    if (held + bytes <= mostBytes) return true
    exempt ??= hold
    return exempt === hold
  }

  function wait(hold: object, bytes: number, took: () => void): Promise<boolean> {
    return new Promise(resolve => {
      const waiting: Waiting = {
        hold,
        bytes,
        admit: isAdmitted => {
          clearTimeout(timer)
          if (isAdmitted) took()
          resolve(isAdmitted)
        },
      }
      const timer = setTimeout(() => {
        line.splice(line.indexOf(waiting), 1)
        waiting.admit(false)
        admitNext()
      }, patienceMs)
      if (exempt === hold) waiting.admit(true)
      else line.push(waiting)
      admitNext()
    })
  }

  return {
    hold: () => {
      const hold = {}
      let own = 0
      const setOwn = (bytes: number) => {
        held += bytes - own
        own = bytes
      }
      return {
        take: bytes => wait(hold, bytes, () => setOwn(own + bytes)),
        shrinkTo: bytes => {
          setOwn(Math.min(own, bytes))
          admitNext()
        },
        release: () => {
          setOwn(0)
          if (exempt === hold) exempt = null
          admitNext()
        },
      }
    },
    get heldBytes() {
      return held
    },
  }
}

/**
 * The one room of all uploads: five of the largest files at once, or thousands of ordinary ones. Who finds none for half a
 * minute hears that, while browsers and proxies still wait.
 */
export const uploadRoom = byteRoom({ mostBytes: 256 * 1024 * 1024, patienceMs: 30_000 })
