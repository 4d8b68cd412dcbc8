import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heldFiles, onHeldFiles, watchHeldFiles } from './held-files.ts'

const page = new EventTarget()
let stop = new AbortController()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  stop = new AbortController()
  watchHeldFiles(({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false, stop.signal)
})
afterEach(() => {
  stop.abort()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A drag event as a browser sends it, with so many things, or of something that is no file. */
function send(type: string, files: number | null = null, relatedTarget: object | null = null) {
  const dataTransfer = { types: files === null ? [] : ['Files'], items: { length: files ?? 0 } }
  page.dispatchEvent(Object.assign(new Event(type), { dataTransfer, relatedTarget }))
}

test('a drag that was never seen to enter is known by being over the page', () => {
  send('dragenter')
  expect(heldFiles()).toBeNull()
  send('dragover', 3)
  expect(heldFiles()).toBe(3)
})

test('text that is dragged is none of ours', () => {
  send('dragenter')
  send('dragover')
  expect(heldFiles()).toBeNull()
})

test.each(['drop', 'pointermove', 'dragleave'])('%s ends a drag', type => {
  send('dragover', 1)
  send(type)
  expect(heldFiles()).toBeNull()
})

test('a drag goes on from one part of the page to the next', () => {
  send('dragover', 1)
  send('dragleave', 1, page)
  expect(heldFiles()).toBe(1)
})

test('a drag that tells nothing for long has ended, one that is only late has not', () => {
  send('dragover', 1)
  vi.advanceTimersByTime(3000)
  send('dragover', 1)
  vi.advanceTimersByTime(3000)
  expect(heldFiles()).toBe(1)
  vi.advanceTimersByTime(3000)
  expect(heldFiles()).toBeNull()
})

test('who asks is told of each change, once', () => {
  const told: (number | null)[] = []
  const stopAsking = onHeldFiles(() => told.push(heldFiles()))
  for (const count of [2, 2, 2]) send('dragover', count)
  send('drop')
  stopAsking()
  send('dragover', 1)
  expect(told).toEqual([2, null])
})
