import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { isMainThread, Worker } from 'node:worker_threads'
import { threadLimits } from '../library/worker-pool.ts'
import { readFiling } from '../read-filing.ts'

/**
 * Read the file named on the command line, or none, in a thread with the limits of the service's own, and print the most
 * memory this process ever held, in bytes.
 */
const [file] = process.argv.slice(2)
if (isMainThread) {
  const argv = process.argv.slice(2)
  await once(new Worker(import.meta.filename, { argv, resourceLimits: threadLimits }), 'exit')
  console.log(process.resourceUsage().maxRSS * 1024)
} else if (file !== undefined) readFiling(readFileSync(file), 'measured.txt')
