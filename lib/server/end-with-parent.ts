import { workerData } from 'node:worker_threads'

/**
 * A thread that ends its process once the one that started it is gone: a process that is busy does not hear that its channel
 * has closed. `workerData` is the parent's number.
 */
const lookMs = 1000

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, lookMs)
