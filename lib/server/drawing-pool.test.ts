import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DrawingOptions, type DrawingPool, drawingPool } from './drawing-pool.ts'

const pools: DrawingPool[] = []
function openPool(options: DrawingOptions = {}) {
  const pool = drawingPool(join(import.meta.dirname, '../testing/invented-drawer.ts'), {
    size: 1,
    pauseMs: 10,
    ...options,
  })
  pools.push(pool)
  return pool
}

function open(options: DrawingOptions = {}) {
  const pool = openPool(options)
  /** The process that drew, how many pages it had been given by then, and what it drew. */
  return async (url: string) => {
    const [pid, count, drawn] = (await pool.draw({ url, headers: {} })).body.toString().split(' ')
    return { pid: Number(pid), count: Number(count), drawn }
  }
}
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
  vi.unstubAllEnvs()
})

describe('drawingPool', { timeout: 60_000 }, () => {
  it('gives what a process draws, one page after another, each to who asked for it', async () => {
    const draw = open()
    const drawn = await Promise.all(['/a', '/b', '/c'].map(draw))
    expect(drawn.map(page => page.drawn)).toEqual(['/a', '/b', '/c'])
    expect(drawn.map(page => page.count)).toEqual([1, 2, 3])
    expect(drawn.map(({ pid }) => pid)).not.toContain(process.pid)
  })

  it('draws no page that comes while too many wait, and the others all the same', async () => {
    const draw = open({ mostWaiting: 2 })
    await draw('/a')
    const all = await Promise.allSettled(['/b', '/c', '/d', '/e', '/f'].map(draw))
    expect(all.map(({ status }) => status)).toEqual([
      ...Array(3).fill('fulfilled'),
      ...Array(2).fill('rejected'),
    ])
    expect(all[4]).toMatchObject({ reason: { why: 'too-many-wait' } })
    expect((await draw('/g')).drawn).toBe('/g')
  })

  it('draws a page that waits once for all who ask for it by then, and again for who asks once it is begun', async () => {
    const draw = open()
    await draw('/a')
    const drawn = await Promise.all(['/b', '/b', '/c', '/c', '/b', '/d'].map(draw))
    expect(drawn.map(page => page.drawn)).toEqual(['/b', '/b', '/c', '/c', '/b', '/d'])
    expect(drawn.map(page => page.count)).toEqual([2, 3, 4, 4, 3, 5])
  })

  it('starts another process when the first is busy, up to so many', async () => {
    const draw = open({ size: 2 })
    const first = await draw('/a')
    expect((await draw('/b')).pid).toBe(first.pid)
    await expect
      .poll(async () => new Set((await Promise.all(['/a', '/b'].map(draw))).map(({ pid }) => pid)).size, {
        timeout: 20_000,
      })
      .toBe(2)
  })

  it('tells that no page waits, once none does or the time is over', async () => {
    const pool = openPool()
    const draw = (url: string) => pool.draw({ url, headers: {} })
    await draw('/a')
    await pool.caughtUp(60_000)
    const told: string[] = []
    const note = (name: string) => () => told.push(name)
    const all = [
      draw('/b').then(note('b')),
      draw('/c').then(note('c')),
      draw('/d').then(note('d')),
      pool.caughtUp(60_000).then(note('caught up')),
    ]
    await Promise.all(all)
    // Nothing waits any more when the last of them is begun.
    expect(told).toEqual(['b', 'c', 'caught up', 'd'])
    void draw('/hangs').catch(() => undefined)
    void draw('/e').catch(() => undefined)
    const before = performance.now()
    await pool.caughtUp(50)
    expect(performance.now() - before).toBeGreaterThan(40)
  })

  it('gives up the page that ends processes, and has others draw the rest', async () => {
    const draw = open()
    const before = await draw('/a')
    const [ended, ...others] = await Promise.allSettled(['/ends', '/b', '/c'].map(draw))
    expect(ended).toMatchObject({ status: 'rejected', reason: { why: 'ended-its-process' } })
    for (const other of others) expect(other.status).toBe('fulfilled')
    expect((await draw('/d')).pid).not.toBe(before.pid)
  })

  it('has a page that a process had not begun with drawn by the next', async () => {
    const draw = open()
    const before = await draw('/a')
    expect((await draw('/ends-before')).pid).not.toBe(before.pid)
  })

  it('does without processes that were killed while they had nothing to draw', async () => {
    const draw = open({ size: 2 })
    const pids = new Set<number>()
    await expect
      .poll(
        async () => {
          for (const { pid } of await Promise.all(['/a', '/b'].map(draw))) pids.add(pid)
          return pids.size
        },
        { timeout: 20_000 },
      )
      .toBe(2)
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    expect((await draw('/c')).drawn).toBe('/c')
  })

  it('gives up the page that takes too long, and ends the process that is busy with it', async () => {
    const draw = open({ pageMs: 500 })
    const before = await draw('/a')
    await expect(draw('/hangs')).rejects.toMatchObject({ why: 'took-too-long' })
    expect((await draw('/b')).pid).not.toBe(before.pid)
    expect(() => process.kill(before.pid, 0)).toThrow('ESRCH')
  })

  it('lets a page take its time whose process hardly gets any of a processor', async () => {
    const draw = open({ pageMs: 1500 })
    const before = await draw('/a')
    expect(await draw('/waits')).toMatchObject({ pid: before.pid, drawn: '/waits' })
  })

  it('gives up a page that cannot be drawn, and goes on', async () => {
    const draw = open()
    const before = await draw('/a')
    await expect(draw('/fails')).rejects.toMatchObject({ why: 'failed' })
    expect((await draw('/b')).pid).toBe(before.pid)
  })

  it('hands on what is wrong with the library', async () => {
    const hearFault = vi.fn()
    await open({ hearFault })('/damaged')
    expect(hearFault).toHaveBeenCalledExactlyOnceWith({ code: 'library-damaged', reason: 'page 7' })
  })

  it('keeps nobody waiting while no process starts', async () => {
    vi.stubEnv('INVENTED_DRAWER', 'does not start')
    const draw = open({ size: 2, pauseMs: 100 })
    for (const url of ['/a', '/b']) await expect(draw(url)).rejects.toMatchObject({ why: 'no-process' })
    vi.unstubAllEnvs()
    await expect.poll(() => draw('/c').catch(() => null), { timeout: 10_000 }).toMatchObject({ drawn: '/c' })
  })

  it('ends its processes when it is closed, and draws no more', async () => {
    const draw = open()
    const { pid } = await draw('/a')
    const under = draw('/hangs')
    pools[0]?.close()
    await expect(under).rejects.toMatchObject({ why: 'is-stopping' })
    await expect(draw('/b')).rejects.toMatchObject({ why: 'is-stopping' })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('leaves no process behind when the one that serves is killed, however busy the other is', async () => {
    const serving = spawn(process.execPath, [join(import.meta.dirname, '../testing/invented-pool.ts')])
    const [said] = await once(serving.stdout, 'data')
    const pid = Number(String(said))
    expect(() => process.kill(pid, 0)).not.toThrow()
    serving.kill('SIGKILL')
    await expect
      .poll(
        () => {
          try {
            return process.kill(pid, 0)
          } catch {
            return false
          }
        },
        { timeout: 20_000 },
      )
      .toBe(false)
  })
})
