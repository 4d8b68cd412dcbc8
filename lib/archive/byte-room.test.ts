import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { byteRoom } from './byte-room.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What has come of it by now. */
async function standOf(taking: Promise<boolean>): Promise<boolean | 'waits'> {
  await vi.advanceTimersByTimeAsync(0)
  return await Promise.race([taking, Promise.resolve('waits' as const)])
}

it('lets files in while there is room, and one more that then finds its way to its end', async () => {
  const room = byteRoom({ mostBytes: 100, patienceMs: 1000 })
  const [a, b, c] = [room.hold(), room.hold(), room.hold()]
  expect(await a.take(60)).toBe(true)
  expect(await b.take(40)).toBe(true)
  expect(await a.take(30)).toBe(true)
  expect(await a.take(30)).toBe(true)
  expect(room.heldBytes).toBe(160)
  const waiting = [b.take(1), c.take(1)]
  expect(await Promise.all(waiting.map(standOf))).toEqual(['waits', 'waits'])
  a.release()
  expect(await Promise.all(waiting)).toEqual([true, true])
  expect(room.heldBytes).toBe(42)
})

it('lets what finds no room in time go, and those behind it in', async () => {
  const room = byteRoom({ mostBytes: 100, patienceMs: 1000 })
  const [a, b, c, d] = [room.hold(), room.hold(), room.hold(), room.hold()]
  await a.take(90)
  await b.take(20)
  const large = c.take(60)
  await vi.advanceTimersByTimeAsync(500)
  const small = d.take(5)
  a.shrinkTo(50)
  expect([await standOf(large), await standOf(small)]).toEqual(['waits', 'waits'])
  await vi.advanceTimersByTimeAsync(600)
  expect(await large).toBe(false)
  expect(await small).toBe(true)
})

it('holds nothing of files that are done, in whatever order they came and went', async () => {
  const room = byteRoom({ mostBytes: 100, patienceMs: 1000 })
  const work = Array.from({ length: 50 }, async (_, at) => {
    const hold = room.hold()
    for (let step = 0; step < 4; step++) if (!(await hold.take(7 + (at % 13)))) break
    hold.shrinkTo(10)
    await new Promise(resolve => setTimeout(resolve, at % 7))
    hold.release()
    hold.release()
  })
  await vi.runAllTimersAsync()
  await Promise.all(work)
  expect(room.heldBytes).toBe(0)
})
