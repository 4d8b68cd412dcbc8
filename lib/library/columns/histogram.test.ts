import { expect, it } from 'vitest'
import type { FigureColumn } from './figure-column.ts'
import { histogramOf } from './histogram.ts'

/** A column of deals that report these figures. */
function columnOf(figures: number[]): FigureColumn {
  const values = Int32Array.from(figures, figure => figure * 100)
  return {
    low: values,
    high: values,
    kind: Uint8Array.from(figures, () => 1),
    scale: 100,
  } as unknown as FigureColumn
}

it('ends the axis of a share at all of a pool, which no share is above', () => {
  const shares = [2, 15, 33, 48, 61, 77, 96]
  const narrowed = {
    without: new Int32Array(shares.length),
    byFilter: [],
    match: new Int32Array(shares.length),
  }
  const bins = (most?: number) =>
    histogramOf(columnOf(shares), narrowed as unknown as Parameters<typeof histogramOf>[1], new Set(), most)
      ?.bins
  expect(bins()?.at(-1)?.high).toBe(140)
  expect(bins(100)?.at(-1)?.high).toBe(100)
  expect(bins(100)?.reduce((sum, { deals }) => sum + deals, 0)).toBe(shares.length)
})
