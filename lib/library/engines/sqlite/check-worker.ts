import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'
import { describeFault } from '../../library-fault.ts'
import { standBack } from '../../stand-back.ts'
import type { PageCheck } from './check-pages.ts'

/** It looks through the library at the start, when the first pages are asked for: those come first. */
const standsBackBy = 10

/** The thread that looks through a library's pages (`checkPagesIn`). Node runs this file as it is. */
function findDamage(file: string): string | null {
  try {
    const connection = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    parentPort?.postMessage('opened')
    const found = connection.pragma('quick_check(1)', { simple: true })
    connection.prepare('select revision from library').get()
    connection.close()
    return found === 'ok' ? null : `quick_check: ${found}`
  } catch (fault) {
    const code = fault instanceof SqliteDatabase.SqliteError ? fault.code : ''
    return /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR)/.test(code) ? describeFault(fault) : null
  }
}

standBack(standsBackBy)
const startedAt = performance.now()
const damage = findDamage(String(workerData))
parentPort?.postMessage({ damage, tookMs: performance.now() - startedAt } satisfies PageCheck)
