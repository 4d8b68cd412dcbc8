import path from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * Let this process live as long as the one that started it, and no longer: signals are for that one, and when it is gone,
 * however that came about, the channel to it closes. A process that is busy does not hear that; then a thread of it does
 * (end-with-parent.ts).
 */
export function tieToParent(): void {
  process.once('disconnect', () => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
  new Worker(path.join(import.meta.dirname, 'end-with-parent.ts'), { workerData: process.ppid }).unref()
}
