import { flushCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { FilingReport } from '../report.ts'
import type { PackedFiling, PackTask } from './pack-task.ts'
import type { Book } from './workbook/book.ts'
import { dealBook } from './workbook/deal-book.ts'
import { dealsBook } from './workbook/deals-book.ts'
import type { ListedSource } from './workbook/deals-sheet.ts'
import { writeBook } from './workbook/write-book.ts'

/** The thread that makes workbooks (`server/packing.ts`), which takes seconds for the largest. Node runs this file as it is. */
function bookOf(task: PackTask): Book {
  const { origin, readerVersion, madeOn } = task
  const source = ({ deal, summary, json }: PackedFiling): ListedSource => ({
    deal,
    summary,
    // Only the library writes reports, and each was checked when it was written.
    report: JSON.parse(Buffer.concat(json).toString('utf8')) as FilingReport,
    origin,
    readerVersion,
    madeOn,
  })
  return 'filing' in task ? dealBook(source(task.filing)) : dealsBook(task.title, task.filings.map(source))
}

parentPort?.on('message', async (task: PackTask) => {
  try {
    const done = await writeBook(bookOf(task))
    parentPort?.postMessage({ done }, [done.buffer])
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})

parentPort?.postMessage('loaded')
// Threads are ended, not left to end, and then nothing of what was compiled would be kept.
flushCompileCache()
