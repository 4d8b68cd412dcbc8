import { constants, getPriority, setPriority } from 'node:os'

/**
 * Let the thread that calls this stand back (nice) behind the rest of its process, only where the system knows threads by
 * themselves. Source: setpriority(2).
 */
export function standBack(by: number): void {
  if (process.platform === 'linux')
    setPriority(0, Math.min(getPriority(0) + by, constants.priority.PRIORITY_LOW))
}
