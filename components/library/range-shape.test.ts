import { expect, test } from 'vitest'
import { barsOf, spanOf } from './range-shape.ts'

const percent = { least: 0, from: null }
const box = { width: 100, height: 20 }

test('spans every printed end of all rows, so that rows can be compared', () => {
  const rows = [[{ low: null, high: 50, pct: 40 }], [{ low: 60, high: 80, pct: 60 }]]
  expect(spanOf(rows, percent)).toEqual({ low: 50, high: 80 })
  expect(spanOf(rows, { least: 0, from: 30 })).toEqual({ low: 30, high: 80 })
  expect(spanOf([[{ low: null, high: null, pct: 100 }]], percent)).toBeNull()
})

test('gives a single exact value room to stand in', () => {
  expect(spanOf([[{ low: 6, high: 6, pct: 100 }]], percent)).toEqual({ low: 5.5, high: 6.5 })
})

test('draws a range as an area: twice the width at the same share is half the height', () => {
  const bars = barsOf(
    [
      { low: 0, high: 10, pct: 50 },
      { low: 10, high: 30, pct: 50 },
    ],
    { low: 0, high: 40 },
    percent,
    box,
  )
  expect(bars).toEqual([
    { x: 0, width: 25, height: 20, open: false },
    { x: 25, width: 50, height: 10, open: false },
  ])
})

test('runs an open low end to the least value there can be, and marks it', () => {
  const [open] = barsOf(
    [
      { low: null, high: 50, pct: 50 },
      { low: 50, high: 60, pct: 50 },
    ],
    { low: 30, high: 60 },
    percent,
    box,
  )
  expect(open).toMatchObject({ x: 0, open: true, height: 4 })
})

test('draws exact values as lines as high as their share', () => {
  const bars = barsOf(
    [
      { low: 6, high: 6, pct: 10 },
      { low: 7, high: 7, pct: 40 },
    ],
    { low: 5, high: 10 },
    percent,
    box,
  )
  expect(bars).toEqual([
    { x: 20, width: 0, height: 5, open: false },
    { x: 40, width: 0, height: 20, open: false },
  ])
})

test('draws nothing for shares of nothing', () => {
  expect(barsOf([{ low: 0, high: 10, pct: 0 }], { low: 0, high: 40 }, percent, box)).toEqual([])
})
