import { expect, test } from 'vitest'
import { ReportRoom, reportSettings } from './report-room.ts'

const { timesFile, least, most } = reportSettings

test('has room for so many times the file, and for a little in any case', () => {
  const room = new ReportRoom(1_000)
  expect([room.take(least), room.take(timesFile * 1_000), room.take(1)]).toEqual([true, true, false])
})

test('has room for what is smaller after something was too large', () => {
  const room = new ReportRoom(0)
  expect([room.take(least + 1), room.take(least)]).toEqual([false, true])
})

test('has no more than can be held, however large the file is', () => {
  expect(new ReportRoom(50_000_000).take(most + 1)).toBe(false)
})

test('has room for everything where the file is not known', () => {
  expect(new ReportRoom().take(most * 10)).toBe(true)
})
