import { median } from './figure.ts'

const megabyte = 1e6

/** What is timed: works by name, all on the same bytes. */
export type Works = Record<string, () => void>

/** Milliseconds of a processor that this thread has taken: what else the machine does is not counted. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Runs of `work` in one round, as megabytes of `bytes` a second of a processor. */
function speedOf(work: () => void, bytes: number, roundMs: number): number {
  const start = threadMs()
  let runs = 0
  while (threadMs() - start < roundMs) {
    work()
    runs++
  }
  return (runs * bytes) / megabyte / ((threadMs() - start) / 1000)
}

/**
 * Megabytes a second of a processor of each work, the median of several rounds. All take turns in every round, so that
 * what slows the machine down falls on all of them alike and their ratios hold. Before, each runs for `warmMs`: a server
 * has read many filings, and what is compiled for the second hundred readings is not yet there in the first.
 */
export function measureSpeeds(
  works: Works,
  bytes: number,
  rounds: number,
  roundMs: number,
  warmMs = roundMs,
): Record<string, number> {
  const speeds = new Map(Object.keys(works).map(name => [name, [] as number[]]))
  for (const work of Object.values(works)) speedOf(work, bytes, warmMs)
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) speeds.get(name)?.push(speedOf(work, bytes, roundMs))
  return Object.fromEntries([...speeds].map(([name, all]) => [name, median(all)]))
}
