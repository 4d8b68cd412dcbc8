import { Worker } from 'node:worker_threads'
import { libraryFiles } from '../../library-files.ts'

/** What was found: the first thing that is wrong or null, and how long looking took, in milliseconds. */
export type PageCheck = { damage: string | null; tookMs: number }

/** Looks through every page of a library, until told to stop. */
export type CheckPages = (folder: string, stop: AbortSignal) => Promise<PageCheck>

/**
 * Checks in a thread of its own, one for each check: it reads the whole file, about a second for 300 MB. A check that
 * could not be made (the file is locked, or gone) finds nothing wrong.
 */
export function checkPagesIn(entry: string): CheckPages {
  return (folder, stop) => runCheck(entry, libraryFiles(folder)[0], stop)
}

const unchecked: PageCheck = { damage: null, tookMs: 0 }

function runCheck(entry: string, file: string, stop: AbortSignal): Promise<PageCheck> {
  return new Promise(resolve => {
    const thread = new Worker(entry, { workerData: file })
    thread.unref()
    // The driver ends the whole process if a thread is ended while it opens a file.
    const opened = new Promise(done => thread.once('message', done).once('exit', done))
    stop.addEventListener('abort', () => void opened.then(() => thread.terminate()), { once: true })
    thread.on('message', (said: 'opened' | PageCheck) => said !== 'opened' && resolve(said))
    thread.once('error', () => resolve(unchecked))
    thread.once('exit', () => resolve(unchecked))
  })
}
