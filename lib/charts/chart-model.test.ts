import { describe, expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'

const even = [
  { low: null, high: 50, dollars: 10, loans: 2 },
  { low: 50.01, high: 60, dollars: 30, loans: 3 },
  { low: 60.01, high: 70, dollars: 60, loans: 5 },
]

describe('kind', () => {
  test.each([
    ['histogram', even],
    [
      'lollipops',
      [
        { low: 6.5, dollars: 1 },
        { low: 6.625, dollars: 2 },
      ],
    ],
    ['bars', [{ dollars: 1 }, { dollars: 2 }]],
    [
      'state-map',
      [
        { code: 'CA', dollars: 1 },
        { code: 'other', dollars: 2 },
      ],
    ],
    ['bars', [{ dollars: 1 }, { dollars: 2 }, { low: 1, high: 2, dollars: 1 }]],
  ] as const)('is %s by its rows', (kind, rows) => {
    expect(chartModel(sampleSource([...rows]), 'percent').kind).toBe(kind)
  })

  test('draws ranges that overlap, or stand among values, as bars in axis order and says why', () => {
    const overlap = chartModel(
      sampleSource([
        { low: 60, high: 80, dollars: 9 },
        { low: 50, high: 70, dollars: 1 },
      ]),
      'percent',
    )
    expect(overlap).toMatchObject({
      kind: 'bars',
      why: 'ranges-overlap',
      bars: [{ bucket: 1 }, { bucket: 0 }],
    })
    const mixed = chartModel(
      sampleSource([
        { low: 180, dollars: 1 },
        { low: 181, high: 239, dollars: 9 },
      ]),
      'percent',
    )
    expect(mixed).toMatchObject({ kind: 'bars', why: 'values-and-ranges' })
  })
})

describe('histogram', () => {
  test.each(['percent', 'balance', 'count'] as const)('areas add up to the whole by %s', measure => {
    const model = chartModel(sampleSource(even), measure)
    if (model.kind !== 'histogram') throw new Error(model.kind)
    const whole = { percent: 100, balance: 10_000, count: 10 }[measure]
    const area = model.bins.reduce(
      (sum, bin) => sum + (bin.height * (bin.right - bin.left)) / model.perWidth,
      0,
    )
    expect(area).toBeCloseTo(whole, 9)
  })

  test('cumulates balances, not rounded percents, and says what is not known', () => {
    const thirds = sampleSource([
      { low: null, high: 1, dollars: 1, pct: 33.33 },
      { low: 1, high: 2, dollars: 1, pct: 33.33 },
      { low: 2, high: 3, dollars: 1, pct: 33.33 },
    ])
    const model = chartModel(thirds, 'percent')
    if (model.kind !== 'histogram') throw new Error(model.kind)
    expect(model.cumulative.map(step => step.after)).toEqual(
      [100 / 3, 200 / 3, 100].map(share => expect.closeTo(share, 9)),
    )
    expect(model.cumulative.map(step => step.isKnown)).toEqual([false, true, true])
  })

  test('keeps a row without a place off the axis', () => {
    const model = chartModel(sampleSource([...even, { label: 'NA', dollars: 5 }]), 'percent')
    expect(model).toMatchObject({ kind: 'histogram', offAxis: [{ bucket: 3 }] })
  })

  test('draws nothing for negative and missing figures', () => {
    const model = chartModel(
      sampleSource([...even, { low: 70.01, high: 80, dollars: -5 }, { low: 80.01, high: 90, dollars: null }]),
      'percent',
    )
    if (model.kind !== 'histogram') throw new Error(model.kind)
    expect(model.bins.slice(-2).map(bin => bin.height)).toEqual([0, 0])
  })
})

describe('shares', () => {
  test('come from printed percents where no balance is printed', () => {
    const model = chartModel(sampleSource([{ pct: 60 }, { pct: 40 }]), 'balance')
    expect(model.measure).toBe('percent')
    expect(model.slices.map(slice => slice.share)).toEqual([60, 40])
  })

  test('are of the printed total, so that a missing row leaves a gap', () => {
    const model = chartModel(
      sampleSource([{ dollars: 50 }, { dollars: null }], { totalCents: 10_000 }),
      'percent',
    )
    expect(model.slices.map(slice => slice.share)).toEqual([50, null])
  })

  test('are of the printed total where the rows do not add up to it, as in words and checks', () => {
    const model = chartModel(
      sampleSource([{ dollars: 75 }, { dollars: 35 }], { totalCents: 10_000 }),
      'percent',
    )
    expect(model.slices.map(slice => slice.share)).toEqual([75, 35])
  })

  test('are of the rows where there is no total, or one that a row exceeds', () => {
    for (const totalCents of [null, 0, 5000]) {
      const model = chartModel(sampleSource([{ dollars: 75 }, { dollars: 25 }], { totalCents }), 'percent')
      expect(model.slices.map(slice => slice.share)).toEqual([75, 25])
    }
  })

  test('are all zero where every figure is', () => {
    const model = chartModel(
      sampleSource([
        { dollars: 0, pct: 0 },
        { dollars: 0, pct: 0 },
      ]),
      'percent',
    )
    expect(model.slices.map(slice => slice.share)).toEqual([0, 0])
  })
})

test('takes the smallest of many categories together', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({ dollars: 40 - index }))
  const model = chartModel(sampleSource(rows), 'percent')
  if (model.kind !== 'bars') throw new Error(model.kind)
  expect(model.bars.map(slice => slice.bucket)).toEqual(Array.from({ length: 13 }, (_, index) => index))
  expect(model.together).toHaveLength(27)
})
