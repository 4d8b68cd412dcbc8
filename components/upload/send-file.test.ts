import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFile } from './send-file.ts'

type Listener = ((event: { loaded: number; total: number }) => void) | undefined

/** A request whose course the test decides. */
class InventedRequest {
  static last: InventedRequest
  status = 0
  responseText = ''
  upload: { onloadstart?: Listener; onprogress?: Listener; onload?: Listener } = {}
  onload?: () => void
  onerror?: () => void
  onloadend?: () => void
  isAborted = false
  constructor() {
    InventedRequest.last = this
  }
  open() {}
  setRequestHeader() {}
  send() {
    this.upload.onloadstart?.({ loaded: 0, total: 10 })
  }
  abort() {
    this.isAborted = true
    this.onloadend?.()
  }
  comeTo(status: number, text: string) {
    this.status = status
    this.responseText = text
    this.onload?.()
    this.onloadend?.()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', InventedRequest)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const file = new File(['a filing'], 'a.txt')
const minute = 60_000
const files = [
  { name: 'a.txt', status: 'known', deal: null, stratifications: 0, checks: null, problem: null },
]

test('lets a slow connection take as long as it needs, and the server long to read', async () => {
  const shares: number[] = []
  const { answer } = sendFile(file, share => shares.push(share))
  for (let loaded = 1; loaded <= 10; loaded++) {
    await vi.advanceTimersByTimeAsync(minute)
    InventedRequest.last.upload.onprogress?.({ loaded, total: 10 })
  }
  InventedRequest.last.upload.onload?.({ loaded: 10, total: 10 })
  await vi.advanceTimersByTimeAsync(8 * minute)
  InventedRequest.last.comeTo(200, JSON.stringify({ files }))
  expect(await answer).toEqual({ files })
  expect(shares.at(0)).toBe(0.1)
  expect(InventedRequest.last.isAborted).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})

test('gives up when nothing more leaves', async () => {
  const { answer } = sendFile(file, () => undefined)
  InventedRequest.last.upload.onprogress?.({ loaded: 3, total: 10 })
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(await answer).toMatchObject({ final: false, failure: expect.stringContaining('too long') })
  expect(InventedRequest.last.isAborted).toBe(true)
})
