import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { libraryFiles } from '../../library-files.ts'
import { openSqlite } from './sqlite.ts'
import { keepLogShort, type LogKeeper } from './truncate-log.ts'

let folder = ''
let connection: Database
let keeper: LogKeeper | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-log-'))
  connection = openSqlite(folder).connection
  connection.exec('create table filler (bytes blob)')
})
afterEach(() => {
  keeper?.close()
  connection.close()
  rmSync(folder, { recursive: true })
})

const logBytes = () => statSync(libraryFiles(folder)[1]).size
function write(): void {
  connection.exec('insert into filler values (zeroblob(100000))')
  keeper?.written()
}

describe('keepLogShort', () => {
  it('empties the log when nothing was written for a while', async () => {
    keeper = keepLogShort(folder, connection, { idleMs: 100, mostBytes: 1e9, pauseMs: 100 })
    write()
    expect(logBytes()).toBeGreaterThan(100_000)
    await expect.poll(logBytes).toBe(0)
  })

  it('bounds the log while it is written to and two readers take turns without a gap', async () => {
    keeper = keepLogShort(folder, connection, { idleMs: 60_000, mostBytes: 1_000_000, pauseMs: 0 })
    const readers = [1, 2].map(() => new Worker(readOn, { eval: true, workerData: libraryFiles(folder)[0] }))
    await Promise.all(readers.map(reader => once(reader, 'message')))
    let most = 0
    for (let turn = 0; turn < 60; turn++) {
      write()
      most = Math.max(most, logBytes())
    }
    await Promise.all(readers.map(reader => reader.terminate()))
    expect(most).toBeLessThan(2_000_000)
  })
})

/** A thread that always has a reading transaction open, each some hundredths of a second long. */
const readOn = `
const { parentPort, workerData } = require('node:worker_threads')
const connection = new (require('better-sqlite3'))(workerData)
const nothing = new Int32Array(new SharedArrayBuffer(4))
parentPort.postMessage('ready')
for (;;) {
  connection.exec('begin; select count(*) from filler')
  Atomics.wait(nothing, 0, 0, 15 + 10 * Math.random())
  connection.exec('commit')
}
`
