import { type Figure, yardstick } from '../bench/figure.ts'
import { memoryOf, type Server } from './server.ts'

/** Memory at a moment: seconds since the watch began, and megabytes held. */
export type MemoryPoint = { s: number; mb: number }

const everyMs = 1000
const megabyte = 1e6

/**
 * How fast a figure grows over its last two thirds, in megabytes a minute: the slope of the line that fits best (least
 * squares). The first third is left out, for there caches fill and code is compiled. Null for fewer than three points.
 */
export function growthOf(points: readonly MemoryPoint[]): number | null {
  const late = points.slice(Math.floor(points.length / 3))
  if (late.length < 3) return null
  const mean = (of: (point: MemoryPoint) => number) =>
    late.reduce((sum, point) => sum + of(point), 0) / late.length
  const [s, mb] = [mean(point => point.s), mean(point => point.mb)]
  const spread = late.reduce((sum, point) => sum + (point.s - s) ** 2, 0)
  const along = late.reduce((sum, point) => sum + (point.s - s) * (point.mb - mb), 0)
  return spread === 0 ? null : (along / spread) * 60
}

export type MemoryWatch = {
  points: readonly MemoryPoint[]
  /** Stop watching: figures of what the process held at first, at most and at last. */
  end: (name: string) => Figure[]
}

/** Look at a server's memory every second until `end`. */
export function watchMemory(server: Server): MemoryWatch {
  const points: MemoryPoint[] = []
  const start = performance.now()
  let peak = 0
  function look(): void {
    const memory = memoryOf(server.pid)
    if (memory === null) return
    peak = Math.max(peak, memory.peak)
    points.push({ s: (performance.now() - start) / 1000, mb: memory.now / megabyte })
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    points,
    end: name => {
      look()
      clearInterval(timer)
      return [
        yardstick(`${name}-memory-at-first`, points[0]?.mb ?? Number.NaN, 'MB'),
        yardstick(`${name}-memory-peak`, peak / megabyte, 'MB'),
        yardstick(`${name}-memory-at-last`, points.at(-1)?.mb ?? Number.NaN, 'MB'),
      ]
    },
  }
}
