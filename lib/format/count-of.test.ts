import { expect, it } from 'vitest'
import { formatCountOf, formatOutcome } from './count-of.ts'

it.each([
  [0, '0 checks'],
  [1, '1 check'],
  [1204, '1,204 checks'],
])('says %d of a thing as %s', (count, says) => expect(formatCountOf(count, 'check')).toBe(says))

it.each([
  [1, 0, 'its one check passes'],
  [0, 1, 'its one check fails'],
  [9, 0, 'all 9 checks pass'],
  [1200, 1, '1 of 1,201 checks fail'],
])('says of %d checks that hold and %d that fail: %s', (passed, failed, says) =>
  expect(formatOutcome({ passed, failed })).toBe(says),
)
