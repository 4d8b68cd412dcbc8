import { describe, expect, test } from 'vitest'
import { drawBins, heightOf } from './bins.ts'

function spans(...ends: [number | null, number | null][]) {
  return ends.map(([low, high], bucket) => ({ bucket, low, high }))
}

describe('drawBins', () => {
  test('draws an open low end four common widths out where the printed ends span three times as much', () => {
    const many = Array.from({ length: 12 }, (_, row): [number, number] => [50 + 5 * row, 55 + 5 * row])
    const { bins, perWidth, isDensity } = drawBins(spans([null, 50], ...many))
    expect(perWidth).toBe(5)
    expect(isDensity).toBe(false)
    expect(bins[0]).toMatchObject({ left: 30, right: 50, drawn: { side: 'low', to: 30, why: 'open' } })
    expect(bins[1]?.drawn).toBeNull()
  })

  test('draws an open end no wider than a third of what the printed ends span, or one common width', () => {
    const { bins } = drawBins(spans([null, 50], [50, 60], [60, 70], [70, 80], [80, 95], [95, null]))
    expect([bins[0]?.left, bins.at(-1)?.right]).toEqual([35, 110])
    expect(drawBins(spans([null, 80], [80, 90], [90, null])).bins.map(({ left }) => left)).toEqual([
      70, 80, 90,
    ])
  })

  test('draws open ends to round figures', () => {
    const thirds = drawBins(
      spans([null, 50], [50, 60], [60, 70], [70, 75], [75, 80], [80, 90], [90, 100]),
    ).bins
    expect(thirds[0]?.left).toBe(35)
    const money = drawBins(spans([0, 50_000_000], [50_000_000, 100_000_000], [100_000_000, null])).bins
    expect(money.at(-1)?.right).toBe(150_000_000)
    const long = drawBins(
      spans([0, 10_000_000], [10_000_000, 20_000_000], [20_000_000, 100_000_000], [100_000_000, null]),
    ).bins
    expect(long.at(-1)?.right).toBe(130_000_000)
    const years = drawBins(spans([null, 1999], [1999, 2000], [2000, 2003])).bins
    expect(years[0]?.left).toBe(1998)
  })

  test('draws no open end past zero where nothing printed is negative', () => {
    expect(drawBins(spans([null, 10], [10, 20])).bins[0]).toMatchObject({ left: 0, right: 10 })
    expect(drawBins(spans([null, -10], [-10, 0])).bins[0]?.left).toBe(-20)
  })

  test('draws open ends of scores no further than scores go', () => {
    const ends = { least: 300, most: 850 }
    const scores = spans([null, 340], [340, 600], [600, 800], [800, null])
    const { bins } = drawBins(scores, ends)
    expect([bins[0]?.left, bins.at(-1)?.right]).toEqual([300, 850])
    expect(drawBins(spans([580, 620], [620, 660], [660, 700], [700, null]), ends).bins.at(-1)?.right).toBe(
      850,
    )
    expect(drawBins(spans([800, 850], [850, null]), ends).bins.at(-1)?.right).toBe(900)
  })

  test('draws an open end twice as wide as a wide neighbour where that is no more than a third of the axis', () => {
    const rows = spans(
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 130],
      [130, 150],
      [150, 300],
      [300, 340],
      [340, null],
    )
    expect(drawBins(rows).bins.at(-1)).toMatchObject({ left: 340, right: 420 })
    expect(drawBins(spans([0, 10], [10, 20], [20, 120], [120, null])).bins.at(-1)?.right).toBe(160)
  })

  test('is density as soon as closed rows differ in width', () => {
    expect(drawBins(spans([0, 10], [10, 20], [20, 40])).isDensity).toBe(true)
  })

  test('takes the round one of widths that differ by the dollar that begins a row behind a gap', () => {
    const rows = spans([100_001, 150_000], [150_000, 200_000], [300_001, 350_000], [400_001, 450_000])
    expect(drawBins(rows).perWidth).toBe(50_000)
  })

  test('cuts a last row that would leave nothing to see of the others', () => {
    const { bins } = drawBins(spans([0, 50], [50, 100], [100, 150], [150, 50_000]))
    expect(bins.at(-1)?.drawn).toEqual({ side: 'high', to: 350, why: 'far', printed: 50_000 })
  })

  test('keeps every area true, however its ends are drawn', () => {
    const { bins, perWidth } = drawBins(spans([null, 50], [50, 55], [55, 75], [75, 80], [80, null]))
    const amounts = [12.5, 30, 40, 10, 7.5]
    const areas = bins.map(
      (bin, index) => heightOf(bin, amounts[index] ?? 0, perWidth) * (bin.right - bin.left),
    )
    expect(areas.map(area => area / perWidth)).toEqual(amounts.map(amount => expect.closeTo(amount, 9)))
    expect(areas.reduce((sum, area) => sum + area, 0) / perWidth).toBeCloseTo(100, 9)
  })

  test.each([
    ['one closed row', spans([75, 80])],
    ['one open row', spans([null, 80])],
    ['open rows only', spans([null, 40], [40, null])],
    ['a row that ends at zero', spans([null, 0], [0, 5])],
  ])('gives %s a width', (_, rows) => {
    for (const bin of drawBins(rows).bins) expect(bin.right).toBeGreaterThan(bin.left)
  })
})
