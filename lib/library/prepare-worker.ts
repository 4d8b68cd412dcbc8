import { parentPort } from 'node:worker_threads'
import { readFiling } from '../read-filing.ts'
import { prepareWith } from './prepare-filing.ts'

/**
 * The thread that reads filings, so that a large one never holds up other requests. Node runs this file as it is: the
 * reader in it is the one in the sources, whatever was bundled for pages.
 */
const prepare = prepareWith(readFiling)

parentPort?.on('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  try {
    parentPort?.postMessage({ prepared: await prepare(bytes, name) })
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})
