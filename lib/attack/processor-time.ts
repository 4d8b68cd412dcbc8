import { readFileSync } from 'node:fs'
import { childrenOf } from './child-processes.ts'

/** Processor time in milliseconds: of a server with its threads and the processes it has started, and of its main thread alone. */
export type ProcessorTime = { process: number; mainThread: number }

/** Linux counts in hundredths of a second, whatever the processor. */
const tickMs = 10

/** What a process has taken of the processors so far; null where the system does not say. */
export function processorTimeOf(pid: number): ProcessorTime | null {
  try {
    const processes = [pid, ...childrenOf(pid)]
    return {
      process: processes.reduce((sum, one) => sum + ticksOf(`/proc/${one}/stat`), 0),
      mainThread: ticksOf(`/proc/${pid}/task/${pid}/stat`),
    }
  } catch {
    return null
  }
}

/** User and system time: fields 14 and 15, counted behind the name, which may hold blanks. Source: proc_pid_stat(5). */
function ticksOf(file: string): number {
  const [user = 0, system = 0] = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * tickMs
}

const spinMs = 300

/**
 * How much of a processor a thread gets that asks for a whole one, from 0 to 1: on a machine that does nothing else almost
 * 1. Where it is a tenth, every answer takes some ten times as long as it would.
 */
export function shareOfProcessor(): number {
  const start = performance.now()
  const before = process.threadCpuUsage()
  while (performance.now() - start < spinMs) Math.sqrt(start)
  const { user, system } = process.threadCpuUsage(before)
  return Math.min(1, (user + system) / 1000 / (performance.now() - start))
}
