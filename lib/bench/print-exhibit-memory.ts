import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { fileLimits, gatherFile } from '../archive/arriving-file.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import { packTape } from '../library/tape-columns.ts'
import { threadLimits } from '../library/worker-pool.ts'
import { readPackedFiling } from '../read-packed-filing.ts'

/**
 * Pack the exhibit named on the command line, or none, as an upload does, have a thread with the limits of the service's own read
 * and pack its loans, and print the most memory this process ever held, in bytes.
 */
if (isMainThread) {
  const [file] = process.argv.slice(2)
  const packed = file === undefined ? null : await gatherFile(createReadStream(file), fileLimits)
  await once(new Worker(import.meta.filename, { workerData: packed, resourceLimits: threadLimits }), 'exit')
  console.log(process.resourceUsage().maxRSS * 1024)
} else if (workerData !== null) {
  const read = await readPackedFiling(workerData as PackedFile, 'ex102.xml')
  if (!('refusal' in read) && read.loans) await packTape(read.loans.from)
}
