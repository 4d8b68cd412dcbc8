import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type WorkerPool, workerPool } from './worker-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-pool-'))
const entry = join(folder, 'worker.mjs')

/** Does what the task says. */
const worker = `
import { parentPort } from 'node:worker_threads'
let turns = 0
parentPort.on('message', async task => {
  turns++
  if (task === 'hang') for (;;) {}
  if (task === 'exit') process.exit(3)
  if (task === 'throw') setImmediate(() => { throw new Error('a fault') })
  else if (task === 'hoard') { const hoard = []; for (;;) hoard.push(new Array(1e6).fill(hoard.length)) }
  else if (task === 'fault') parentPort.postMessage({ fault: 'a fault' })
  else parentPort.postMessage({ done: task + ', turn ' + turns })
})
`
beforeAll(() => writeFileSync(entry, worker))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const run = async (pool: WorkerPool<string, string>, task: string) =>
  (await pool.run(task, task))?.done ?? 'given up'

describe('workerPool', () => {
  it('gives what the thread answers, and keeps the thread', async () => {
    const pool = workerPool<string, string>(entry, { size: 1 })
    expect(await run(pool, 'one')).toBe('one, turn 1')
    expect(await run(pool, 'two')).toBe('two, turn 2')
  })

  it('answers every one of many at once', async () => {
    const pool = workerPool<string, string>(entry, { size: 2 })
    const tasks = Array.from({ length: 50 }, (_, index) => `task-${index}`)
    const answers = await Promise.all(tasks.map(task => run(pool, task)))
    expect(answers.map(answer => answer.split(',')[0])).toEqual(tasks)
  })

  it.each(['throw', 'exit', 'fault', 'hoard'])(
    'gives up a task that makes the thread %s, says so in the log, and does the next',
    async task => {
      const pool = workerPool<string, string>(entry, { size: 1, mostMemoryMb: 64 })
      const answers = await Promise.all([run(pool, task), run(pool, 'next')])
      expect(answers).toEqual(['given up', task === 'fault' ? 'next, turn 2' : 'next, turn 1'])
      expect(console.error).toHaveBeenCalledOnce()
    },
  )

  it('gives up a task that takes too long', async () => {
    const pool = workerPool<string, string>(entry, { size: 1, longestMs: 300 })
    const answers = await Promise.all([run(pool, 'hang'), run(pool, 'next')])
    expect(answers[0]).toBe('given up')
  })

  it('gives up tasks when the thread’s sources do not load', async () => {
    const pool = workerPool<string, string>(join(folder, 'nothing.mjs'), { size: 1 })
    expect(await run(pool, 'one')).toBe('given up')
    expect(await run(pool, 'two')).toBe('given up')
  })

  it('ends its threads when it is closed', async () => {
    const pool = workerPool<string, string>(entry, { size: 1 })
    const hanging = run(pool, 'hang')
    await pool.close()
    expect(await hanging).toBe('given up')
  })
})
