import { describe, expect, test } from 'vitest'
import { decimalsOf, niceTicks, niceValueAxis, ticksThrough } from './nice-axis.ts'

describe('niceValueAxis', () => {
  test.each([
    [36.62, [10, 20, 30, 40]],
    [24.47, [5, 10, 15, 20, 25]],
    [19.1, [5, 10, 15, 20]],
    [80.37, [25, 50, 75, 100]],
    [100, [25, 50, 75, 100]],
    [0.4, [0.1, 0.2, 0.3, 0.4]],
    [7, [2, 4, 6, 8]],
  ])('holds %d under the lowest round top', (max, ticks) => {
    expect(niceValueAxis(max)).toEqual({ top: ticks.at(-1), ticks })
  })

  test.each([0, -3, Number.NaN, Number.POSITIVE_INFINITY])('has no lines for %d', max => {
    expect(niceValueAxis(max)).toEqual({ top: 1, ticks: [] })
  })

  test('counts whole things in whole steps', () => {
    for (const max of [1, 2, 3, 7, 9, 11, 130]) {
      const { top, ticks } = niceValueAxis(max, true)
      expect(top).toBeGreaterThanOrEqual(max)
      expect(ticks.every(Number.isInteger)).toBe(true)
    }
  })

  test('never leaves more than three fifths of the axis empty', () => {
    for (let max = 0.01; max < 1e9; max *= 1.37) {
      const { top } = niceValueAxis(max)
      expect(top).toBeGreaterThanOrEqual(max * (1 - 1e-9))
      expect(top).toBeLessThan(max * 2.5)
    }
  })
})

describe('niceTicks', () => {
  test.each([
    [30, 100, 7, false, [30, 40, 50, 60, 70, 80, 90, 100]],
    [5.56, 10.69, 6, false, [6, 7, 8, 9, 10]],
    [235, 365, 6, true, [240, 264, 288, 312, 336, 360]],
    [-2, 2, 4, false, [-2, -1, 0, 1, 2]],
  ])('from %d to %d', (low, high, most, inMonths, values) => {
    expect(niceTicks(low, high, most, inMonths).values).toEqual(values)
  })

  test('stays inside the axis and ends, whatever the ends are', () => {
    for (const [low, high] of [
      [0, 0],
      [5, 4],
      [1e9, 1e9 + 1],
      [0.001, 0.002],
      [0, 1e13],
    ] as const) {
      const { values } = niceTicks(low, high, 6)
      expect(values.length).toBeLessThan(20)
      if (high > low) for (const value of values) expect(value >= low && value <= high).toBe(true)
    }
  })
})

test.each([
  [20, 0],
  [0.5, 1],
  [0.125, 3],
  [2.5, 1],
])('a step of %d takes %d decimals', (step, decimals) => {
  expect(decimalsOf(step)).toBe(decimals)
})

describe('ticksThrough', () => {
  const scores = [620, 680, 740]
  const terms = [180, 240, 300, 360]

  test.each([
    [scores, 480, 850, 10, false, [500, 560, 620, 680, 740, 800]],
    [scores, 600, 700, 10, false, [600, 610, 620, 630, 640, 650, 660, 670, 680, 690, 700]],
    [terms, 0, 360, 8, true, [0, 60, 120, 180, 240, 300, 360]],
    [terms, 350, 361, 8, true, [350, 352, 354, 356, 358, 360]],
    [[80], 30, 95, 8, false, [30, 40, 50, 60, 70, 80, 90]],
  ])('%j from %d to %d, %d at most, are among even steps', (landmarks, low, high, most, inMonths, values) => {
    expect(ticksThrough(landmarks, low, high, most, inMonths)?.values).toEqual(values)
  })

  test('stand alone, or every other of them, where no even step has room', () => {
    expect(ticksThrough(terms, 0, 480, 4, true)?.values).toEqual([240, 360])
    expect(ticksThrough(terms, 0, 1200, 10, true)?.values).toEqual([240, 360])
  })

  test('are none where the axis holds none', () => {
    expect(ticksThrough(scores, 300, 600, 8)).toBeNull()
    expect(ticksThrough([], 0, 100, 8)).toBeNull()
    expect(ticksThrough(scores, 700, 700, 8)).toBeNull()
  })
})
