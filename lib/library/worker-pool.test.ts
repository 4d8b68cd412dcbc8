import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type PoolOptions, type TaskTerms, type WorkerPool, workerPool } from './worker-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-pool-'))
const entry = join(folder, 'worker.mjs')

/** Does what the task says; `hang` works for ever and `sleep` waits for ever. */
const worker = `
import { parentPort } from 'node:worker_threads'
let turns = 0
parentPort.on('message', async task => {
  turns++
  if (task === 'hang') for (;;) {}
  if (task === 'sleep') return
  if (task.startsWith('wait')) await new Promise(resolve => setTimeout(resolve, Number(task.slice(4))))
  if (task === 'exit') process.exit(3)
  if (task === 'weigh') {
    await new Promise(resolve => setTimeout(resolve, 50))
    task = globalThis.held ? 'heavy' : 'light'
  }
  if (task === 'hold') {
    globalThis.held = Array.from({ length: 8 }, () => Array.from({ length: 4e6 }, (_, at) => at + 0.5))
    for (const from = process.threadCpuUsage(); process.threadCpuUsage(from).user < 500_000; );
  }
  if (task === 'throw') setImmediate(() => { throw new Error('a fault') })
  else if (task === 'hoard') { const hoard = []; for (;;) hoard.push(new Array(1e6).fill(hoard.length)) }
  else if (task === 'fault') parentPort.postMessage({ fault: 'a fault' })
  else parentPort.postMessage({ done: task + ', turn ' + turns })
})
parentPort.postMessage('loaded')
`
beforeAll(() => writeFileSync(entry, worker))
afterAll(() => rmSync(folder, { recursive: true }))

const opened: WorkerPool<string, string>[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(pool => pool.close()))
})

function open(options: PoolOptions, source = entry): WorkerPool<string, string> {
  const pool = workerPool<string, string>(source, options)
  opened.push(pool)
  return pool
}

/** What the thread answers, or why the task was given up. */
async function run(pool: WorkerPool<string, string>, task: string, terms?: TaskTerms): Promise<string> {
  const outcome = await pool.run(task, terms)
  return 'done' in outcome ? outcome.done : outcome.failure.why
}

describe('workerPool', () => {
  it('gives what the thread answers, and keeps the thread', async () => {
    const pool = open({ size: 1 })
    expect(await run(pool, 'one')).toBe('one, turn 1')
    expect(await run(pool, 'two')).toBe('two, turn 2')
  })

  it('answers every one of many at once', async () => {
    const pool = open({ size: 2 })
    const tasks = Array.from({ length: 50 }, (_, index) => `task-${index}`)
    const answers = await Promise.all(tasks.map(task => run(pool, task)))
    expect(answers.map(answer => answer.split(',')[0])).toEqual(tasks)
  })

  it('leaves a slot to small tasks, however many large ones wait, and a thread that is loaded', async () => {
    const pool = open({ size: 3, ready: 3, spareAfterMs: 0, longAfter: { cpuMs: 60_000, wallMs: 60_000 } })
    await Promise.all([1, 2, 3].map(() => run(pool, 'wait50')))
    const done: string[] = []
    const large = Array.from({ length: 5 }, () =>
      run(pool, 'wait400', { isLarge: true }).then(() => done.push('large')),
    )
    const small = await Promise.all([1, 2, 3].map(() => run(pool, 'small')))
    expect(done).toEqual([])
    // One thread does all three, one that had done something before.
    expect(small).toEqual(['small, turn 2', 'small, turn 3', 'small, turn 4'])
    await Promise.all(large)
    expect(done).toHaveLength(5)
  })

  it('does large tasks where there is one slot for all', async () => {
    const pool = open({ size: 1 })
    expect(await run(pool, 'one', { isLarge: true })).toBe('one, turn 1')
  })

  it.each([
    ['throw', 'fault'],
    ['exit', 'fault'],
    ['fault', 'fault'],
    ['hoard', 'too-much-memory'],
  ])(
    'gives up a task that makes the thread %s, says that it is a %s, and does the next',
    async (task, why) => {
      const pool = open({ size: 1, mostMemoryMb: 64 })
      const answers = await Promise.all([run(pool, task), run(pool, 'next')])
      expect(answers).toEqual([why, expect.stringMatching(/^next/)])
    },
  )

  it('gives up a task past its processor time, wherever it hangs, and says how much that was', async () => {
    const pool = open({ size: 1, longAfter: { cpuMs: 100, wallMs: 60_000 } })
    const hanging = pool.run('hang', { limits: { cpuMs: 300, wallMs: 60_000 } })
    expect(await run(pool, 'next')).toBe('next, turn 1')
    expect(await hanging).toMatchObject({
      failure: {
        why: 'too-long',
        cause: expect.stringMatching(/^it took \d+\.\d s of processor time, and 0\.3 s is/),
      },
    })
  })

  it('gives no task up for waiting, until the clock says that it waits for ever', async () => {
    const pool = open({ size: 1 })
    const limits = { cpuMs: 500, wallMs: 60_000 }
    expect(await run(pool, 'wait1500', { limits })).toBe('wait1500, turn 1')
    const sleeping = await pool.run('sleep', { limits: { ...limits, wallMs: 400 } })
    expect(sleeping).toMatchObject({
      failure: {
        why: 'too-long',
        cause: expect.stringMatching(/^it was not done after \d+\.\d s, and 0\.4 s is/),
      },
    })
  })

  it('gives up tasks when the thread’s sources do not load', async () => {
    const pool = open({ size: 1 }, join(folder, 'nothing.mjs'))
    expect(await run(pool, 'one')).toBe('fault')
    expect(await run(pool, 'two')).toBe('fault')
  })

  it('lets a thread load before it is ended', async () => {
    const [source, mark] = [join(folder, 'slow.mjs'), join(folder, 'loaded')]
    writeFileSync(
      source,
      `import { writeFileSync } from 'node:fs'
       import { parentPort } from 'node:worker_threads'
       for (const until = Date.now() + 500; Date.now() < until; );
       writeFileSync(${JSON.stringify(mark)}, '')
       parentPort.postMessage('loaded')`,
    )
    await open({ size: 1 }, source).close()
    expect(existsSync(mark)).toBe(true)
  })

  it('ends its threads when it is closed, and gives up what runs, what waits and what comes after', async () => {
    const pool = open({ size: 1 })
    const tasks = [run(pool, 'hang'), run(pool, 'next')]
    await pool.close()
    expect(await Promise.all([...tasks, run(pool, 'late')])).toEqual(['fault', 'fault', 'fault'])
  })
})

describe('tasks that take long', () => {
  const slots = { size: 2, mostLong: 2, longAfter: { cpuMs: 100, wallMs: 300 } }

  it('leave their slots, so that others run beside them', async () => {
    const pool = open(slots)
    const slow = ['hang', 'hang'].map(task => run(pool, task))
    const quick = ['one', 'two', 'three'].map(task => run(pool, task))
    expect((await Promise.all(quick)).map(answer => answer.split(',')[0])).toEqual(['one', 'two', 'three'])
    await pool.close()
    expect(await Promise.all(slow)).toEqual(['fault', 'fault'])
  })

  it('keep no quick one waiting for a thread to load, where enough are ready', async () => {
    const pool = open({ size: 3, ready: 3, spareAfterMs: 0, mostLong: 0 })
    await Promise.all(['a', 'b', 'c'].map(task => run(pool, task)))
    for (const _ of ['first', 'second']) void run(pool, 'hang')
    expect(await run(pool, 'quick')).toMatch(/^quick, turn [2-4]$/)
  })

  it('leave no thread with much memory behind', async () => {
    const pool = open({ ...slots, size: 3 })
    await run(pool, 'hold')
    const weights = () => Promise.all(Array.from({ length: 3 }, () => run(pool, 'weigh')))
    await expect
      .poll(weights, { timeout: 10_000 })
      .toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^light/)))
  })

  it('are as many as there is room for, and the next leaves its slot when one of them ends', async () => {
    const pool = open({ ...slots, size: 1, mostLong: 1 })
    const ended: string[] = []
    const note = (name: string, task: string) => run(pool, task).then(() => ended.push(name))
    await Promise.all([note('first', 'wait1500'), note('second', 'wait3000'), note('quick', 'one')])
    expect(ended).toEqual(['first', 'quick', 'second'])
  })
})

it('lets owners take turns, however many tasks one of them has', async () => {
  const pool = open({ size: 2, mostLong: 0 })
  const [large, small] = [Symbol('large'), Symbol('small')]
  const ended: string[] = []
  const note = (name: string, owner: symbol) =>
    run(pool, 'wait50', { owner }).then(() => {
      ended.push(name)
    })
  const many = Array.from({ length: 10 }, (_, index) => note(`large ${index}`, large))
  await Promise.all([...many, note('small', small)])
  expect(ended.indexOf('small')).toBeLessThan(4)
})
