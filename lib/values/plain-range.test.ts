import { expect, test } from 'vitest'
import { readPlainRange } from './plain-range.ts'

test.each([
  ['6.125', 'percent', [6.125, 6.125]],
  ['360', 'months', [360, 360]],
  ['70.01 to 75.00', 'percent', [70.01, 75]],
  ['50.01% - 55.00%', 'percent', [50.01, 55]],
  ['5.001%—6.000%', 'percent', [5.001, 6]],
  ['$150,001 - $200,000', 'cents', [15_000_100, 20_000_000]],
  ['$ 0.01 to $ 5,000.00', 'cents', [1, 500_000]],
] as const)('reads “%s” as %s', (label, unit, [low, high]) => {
  expect(readPlainRange(label, unit)).toEqual({ low, high, lowIncluded: true, highIncluded: true })
})

test.each([
  ['50.00 and Below', 'percent'],
  ['6.125 or less', 'percent'],
  ['30 years', 'months'],
  ['75.00 to 70.01', 'percent'],
  ['5 to', 'percent'],
  ['5 -', 'percent'],
  ['5 total', 'percent'],
  ['5 to less than 6', 'percent'],
  ['50%', 'cents'],
  ['1,23', 'cents'],
  ['', 'percent'],
] as const)('leaves “%s” in %s to the closer look', (label, unit) => {
  expect(readPlainRange(label, unit)).toBeNull()
})
