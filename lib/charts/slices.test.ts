import { expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { slicesOf } from './slices.ts'

const shares = (rows: Parameters<typeof sampleSource>[0], more: Parameters<typeof sampleSource>[1] = {}) =>
  slicesOf(sampleSource(rows, more), 'percent').map(({ share }) => share)

test('shares are of the printed total, or of the sum where the total is missing or less', () => {
  const rows = [{ dollars: 30 }, { dollars: 10 }]
  expect(shares(rows, { totalCents: 8000 })).toEqual([37.5, 12.5])
  expect(shares(rows, { totalCents: null })).toEqual([75, 25])
  expect(shares(rows, { totalCents: 1000 })).toEqual([75, 25])
})

test('the only row with a figure is no pool by itself', () => {
  expect(shares([{ dollars: 30 }, {}, {}], { totalCents: null })).toEqual([null, null, null])
  expect(shares([{ dollars: 30, pct: 12 }, { pct: 88 }], { totalCents: null })).toEqual([12, 88])
})
