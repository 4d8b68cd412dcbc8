import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { libraryFiles } from '../../library-files.ts'
import type { PageCheck } from './check-pages.ts'
import { type PageWatch, watchPages } from './watch-pages.ts'

let folder = ''
let watch: PageWatch
let result: PageCheck
const check = vi.fn(async () => result)
const found = vi.fn()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  folder = mkdtempSync(`${tmpdir()}/strata-pages-`)
  writeFileSync(libraryFiles(folder)[0], 'pages')
  result = { damage: null, tookMs: 10 }
  watch = watchPages(folder, check, found)
})
afterEach(() => {
  watch.close()
  vi.useRealTimers()
  vi.clearAllMocks()
  rmSync(folder, { recursive: true })
})

const writeToFile = () => appendFileSync(libraryFiles(folder)[0], 'more')

it('checks at once, and again when the file has changed and some time has passed', async () => {
  await watch.lookAgain()
  expect(check).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  await watch.lookAgain()
  expect(check, 'nobody wrote').toHaveBeenCalledTimes(1)
  writeToFile()
  await watch.lookAgain()
  expect(check).toHaveBeenCalledTimes(2)
  writeToFile()
  await watch.lookAgain()
  expect(check, 'too soon').toHaveBeenCalledTimes(2)
})

it('lets a check that takes long rest for longer', async () => {
  result = { damage: null, tookMs: 4000 }
  await vi.advanceTimersByTimeAsync(10_000)
  watch.suspect('a row')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(check).toHaveBeenCalledTimes(2)
  writeToFile()
  await vi.advanceTimersByTimeAsync(100_000)
  await watch.lookAgain()
  expect(check).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(100_000)
  await watch.lookAgain()
  expect(check).toHaveBeenCalledTimes(3)
})

it('takes what it is told to suspect for damage while it looks into it, at once', async () => {
  await watch.lookAgain()
  result = { damage: 'page 7', tookMs: 10 }
  for (let turn = 0; turn < 5; turn++) watch.suspect('a row')
  expect(watch.damage()).toBe('a row')
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.damage()).toBe('page 7')
  expect(check).toHaveBeenCalledTimes(2)
  expect(found).toHaveBeenCalledExactlyOnceWith('page 7')
})

it('drops a suspicion that nothing bears out, and lets the next one wait', async () => {
  await watch.lookAgain()
  watch.suspect('a row')
  expect(watch.damage()).toBe('a row')
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.damage()).toBeNull()
  watch.suspect('a row')
  expect(watch.damage(), 'not once more').toBeNull()
  await vi.advanceTimersByTimeAsync(6000)
  expect(check).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(60_000)
  watch.suspect('a row')
  expect(watch.damage()).toBe('a row')
})

it('does not take damage back', async () => {
  await watch.lookAgain()
  result = { damage: 'page 7', tookMs: 10 }
  watch.suspect('a row')
  await vi.advanceTimersByTimeAsync(6000)
  watch.suspect('a row')
  await vi.advanceTimersByTimeAsync(6000)
  result = { damage: null, tookMs: 10 }
  watch.suspect('a row')
  writeToFile()
  await vi.advanceTimersByTimeAsync(60_000)
  await watch.lookAgain()
  expect(watch.damage()).toBe('page 7')
})

it('lets the first pages come before the first check of a large file, unless there is a reason for it', async () => {
  truncateSync(libraryFiles(folder)[0], 200 * 2 ** 20)
  for (const reason of [null, 'a row']) {
    vi.clearAllMocks()
    const large = watchPages(folder, check, found)
    await large.lookAgain()
    expect(check).not.toHaveBeenCalled()
    if (reason !== null) large.suspect(reason)
    else await vi.advanceTimersByTimeAsync(5000)
    expect(check).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(check, 'once').toHaveBeenCalledTimes(1)
    large.close()
  }
})
