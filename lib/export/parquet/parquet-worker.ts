import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { lookIntoLibrary } from '../../library/index.ts'
import { faultCodeOf } from '../../library-faults.ts'
import { writeParquetTable } from './parquet-tables.ts'
import type { ParquetNews, ParquetTask } from './parquet-task.ts'

/**
 * The thread that writes a table of the library as Parquet (`server/stream-parquet.ts`). It looks into the library itself,
 * and waits after each piece until more is asked for. Node runs this file as it is.
 */
const { readerVersion, origin, table, ...place } = workerData as ParquetTask
let goOn = () => {}
parentPort?.on('message', () => goOn())

function tell(news: ParquetNews, bytes?: ArrayBuffer): void {
  parentPort?.postMessage(news, bytes ? [bytes] : [])
}

async function write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const more = new Promise<void>(resolve => {
    goOn = resolve
  })
  tell({ bytes }, bytes.buffer)
  await more
}

try {
  const library = lookIntoLibrary({ ...place, readerVersion, hear: () => undefined })
  await writeParquetTable(table, { library, origin, write })
  await library.close()
  tell({ isDone: true })
} catch (problem) {
  const cause = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  tell({ failed: { code: faultCodeOf(problem), cause } })
}
parentPort?.close()
flushCompileCache()
