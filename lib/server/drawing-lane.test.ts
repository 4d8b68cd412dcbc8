import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { drawingLane } from './drawing-lane.ts'

const ms = 20

it('runs works in the order they come, no more at once than told', async () => {
  const lane = drawingLane({ most: 2, patienceMs: 10_000 })
  let running = 0
  let mostRunning = 0
  const done: number[] = []
  const works = [1, 2, 3, 4, 5, 6].map(number =>
    lane(async () => {
      mostRunning = Math.max(mostRunning, ++running)
      await pause(ms)
      running--
      done.push(number)
      return number
    }),
  )
  expect(await Promise.all(works)).toEqual([1, 2, 3, 4, 5, 6])
  expect(done).toEqual([1, 2, 3, 4, 5, 6])
  expect(mostRunning).toBe(2)
})

it('lets the next begin when one waits for something else, and stays as wide as it was', async () => {
  const lane = drawingLane({ most: 1, patienceMs: ms })
  const stuck = Promise.withResolvers<void>()
  const first = lane(() => stuck.promise)
  expect(await lane(async () => 'second')).toBe('second')
  stuck.resolve()
  await first
  let running = 0
  let mostRunning = 0
  const quick = async () => {
    mostRunning = Math.max(mostRunning, ++running)
    await Promise.resolve()
    running--
  }
  await Promise.all([lane(quick), lane(quick), lane(quick)])
  expect(mostRunning).toBe(1)
})

it('goes on behind a work that fails, whose fault goes to who asked', async () => {
  const lane = drawingLane({ most: 1, patienceMs: 10_000 })
  const failing = lane(() => Promise.reject(new Error('not drawn')))
  const next = lane(async () => 'next')
  await expect(failing).rejects.toThrow('not drawn')
  expect(await next).toBe('next')
})
