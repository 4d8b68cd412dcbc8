import { expect, it } from 'vitest'
import { readRetryAfter } from './read-retry-after.ts'

const now = Date.parse('2031-01-31T12:00:00Z')

it.each([
  [null, null],
  ['soon', null],
  ['', null],
  ['0', 0],
  ['120', 120_000],
  ['Fri, 31 Jan 2031 12:00:05 GMT', 5000],
  ['Fri, 31 Jan 2031 11:00:00 GMT', 0],
  ['999999', 3_600_000],
])('reads %j', (header, ms) => expect(readRetryAfter(header, now)).toBe(ms))
