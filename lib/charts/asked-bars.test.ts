import { expect, it } from 'vitest'
import { askTail, type Question, readDistribution } from '../distributions/index.ts'
import { loansFrom, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { placeAskedBars } from './asked-bars.ts'

const table = printPool(loansFrom(5500), printOfRatios)

function placed(question: Question | null) {
  const read = readDistribution(table)
  if ('reason' in read) throw new Error(read.reason)
  const { distribution } = read
  return placeAskedBars(table, distribution, question && askTail(distribution, question))
}

it('lights rows in full, in part or not at all, each as high as its share', () => {
  const bars = placed({ side: 'above', at: 77 })?.bars ?? []
  expect(bars.map(({ label, low, high, height }) => [label, low / height, high / height])).toEqual([
    [bars[0]?.label, 0, 0],
    [bars[1]?.label, 0, 0],
    [bars[2]?.label, 0, 1],
    [bars[3]?.label, 1, 1],
    [bars[4]?.label, 1, 1],
  ])
})

it('lights nothing while nothing is asked', () => {
  expect(placed(null)?.bars.every(({ low, high }) => low === 0 && high === 0)).toBe(true)
})

it('stops at the printed edges that lie on its axis, and has all bars inside', () => {
  const chart = placed(null)
  expect(chart?.stops).toEqual(expect.arrayContaining([60, 70, 80, 90]))
  for (const { x, width } of chart?.bars ?? []) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(100.0001)
  }
})

it('draws nothing of a table whose rows have no places on one axis', () => {
  const read = readDistribution(table)
  if ('reason' in read) throw new Error(read.reason)
  const names = { ...table, buckets: table.buckets.map(bucket => ({ ...bucket, range: null })) }
  expect(placeAskedBars(names, read.distribution, null)).toBeNull()
})
