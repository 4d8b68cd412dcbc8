import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDate,
  formatDecimal,
  formatDifference,
  formatMeasureDifference,
  formatMeasureValue,
  formatMoney,
  formatPercent,
  formatRange,
  formatShortDate,
  formatShortMoney,
  formatWholeDollars,
  formatWithUnit,
  recomputedDecimals,
  splitMoney,
  widen,
} from './index.ts'

it.each([
  [[69.985178, 77.438715], 2, null, [69.98, 77.44]],
  [[8.3, 8.3], 2, null, [8.3, 8.3]],
  [[1_234_567, 1_234_567], 0, 'cents', [1_234_500, 1_234_600]],
  [[-0.251, 0.249], 2, null, [-0.26, 0.25]],
] as const)('ends of what is allowed are never narrower: %j', (bounds, decimals, unit, widened) => {
  expect(widen(bounds, decimals, unit)).toEqual(widened)
})

describe('numbers', () => {
  it('separates thousands', () => expect(formatCount(1234567)).toBe('1,234,567'))
  it('keeps the decimals asked for', () => expect(formatPercent(6.5, 3)).toBe('6.500'))
  it('shows percents with two decimals unless told', () => expect(formatPercent(100)).toBe('100.00'))
  it('writes a true minus', () => expect(formatDecimal(-12.5, 1)).toBe('−12.5'))
  it('writes every figure as the platform’s own format does', () => {
    for (const decimals of [0, 1, 2, 3, 5]) {
      const platform = new Intl.NumberFormat('en-US', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })
      for (let i = 0; i < 2000; i++) {
        const value = Math.abs(Math.sin(i + 1)) * 10 ** ((i % 18) - 8)
        const tie = Math.floor(value) + 0.85
        for (const one of [value, Math.round(value), Math.round(value * 100) / 100, tie])
          expect(formatDecimal(one, decimals)).toBe(platform.format(one))
      }
    }
  })
  it('gives no sign to what rounds to nothing', () => expect(formatDecimal(-0.001, 2)).toBe('0.00'))
  it('signs a difference', () => {
    expect([0.02, -0.0091, 0, 0.00001].map(difference => formatDifference(difference, 4))).toEqual([
      '+0.0200',
      '−0.0091',
      '0.0000',
      '0.0000',
    ])
  })
})

describe('money', () => {
  it('is exact to the cent', () => expect(formatMoney(22511221421)).toBe('225,112,214.21'))
  it('keeps the sign', () => expect(formatMoney(-5)).toBe('−0.05'))
  it('splits off the cents', () => {
    expect(splitMoney(22511221421)).toEqual({ whole: '225,112,214', cents: '.21' })
    expect(splitMoney(-123456)).toEqual({ whole: '−1,234', cents: '.56' })
  })
  it('rounds to whole dollars', () => expect(formatWholeDollars(40707453)).toBe('407,075'))
  it('shortens', () => {
    expect([22511221421, 143000000000, 40707453, 95000].map(formatShortMoney)).toEqual([
      '$225.1\u00a0m',
      '$1.43\u00a0bn',
      '$407\u00a0k',
      '$950',
    ])
  })
  it('steps up a unit when rounding reaches it', () => {
    expect(formatShortMoney(99996000000)).toBe('$1.00\u00a0bn')
    expect(formatShortMoney(99960000)).toBe('$1.0\u00a0m')
  })
})

describe('dates', () => {
  it('names the month', () => expect(formatDate('2002-10-15')).toBe('15 October 2002'))
  it('drops a leading zero of the day', () => expect(formatShortDate('2002-09-01')).toBe('1 Sep 2002'))
  it('gives back what is not a date', () => expect(formatDate('2002-13-01')).toBe('2002-13-01'))
})

describe('bytes', () => {
  it('picks the unit', () => {
    expect([1, 950, 18000, 999_960, 2_400_000, 999_960_000].map(formatBytes)).toEqual([
      '1 byte',
      '950 bytes',
      '18.0 kB',
      '1.0 MB',
      '2.4 MB',
      '1.0 GB',
    ])
  })
})

describe('values of a measure', () => {
  it('follows unit and decimals', () => {
    expect(formatMeasureValue(553, 'count')).toBe('553')
    expect(formatMeasureValue(22511221421, 'cents', 2)).toBe('225,112,214.21')
    expect(formatMeasureValue(22511221421, 'cents', 0)).toBe('225,112,214')
    expect(formatMeasureValue(6.75, 'percent', 3)).toBe('6.750')
    expect(formatMeasureValue(1997, 'years')).toBe('1997')
  })
  it('dashes what is not printed', () => expect(formatMeasureValue(null, 'count')).toBe('–'))
  it('signs differences in the unit', () => {
    expect(formatMeasureDifference(-1000000, 'cents', 2)).toBe('−10,000.00')
    expect(formatMeasureDifference(0.02, 'percent', 2)).toBe('+0.02')
  })
  it('adds the unit in running text', () => {
    expect(formatWithUnit(40707500, 'cents')).toBe('$407,075')
    expect(formatWithUnit(-500, 'cents', 2)).toBe('−$5.00')
    expect(formatWithUnit(72.65, 'percent', 2)).toBe('72.65%')
    expect(formatWithUnit(1, 'months')).toBe('1 month')
    expect(formatWithUnit(355, 'months')).toBe('355 months')
  })
})

describe('ranges', () => {
  const range = (low: number | null, high: number | null, lowIncluded = true, highIncluded = true) => ({
    low,
    high,
    lowIncluded,
    highIncluded,
  })
  it('says both ends', () =>
    expect(formatRange(range(30000100, 35000000), 'cents')).toBe('$300,001 to $350,000'))
  it('says an exact value once', () => expect(formatRange(range(6.75, 6.75), 'percent', 3)).toBe('6.750'))
  it('says which end is open', () => {
    expect(formatRange(range(null, 50), 'percent', 2)).toBe('50.00 or less')
    expect(formatRange(range(null, 500, true, false), 'score')).toBe('under 500')
    expect(formatRange(range(800, null), 'score')).toBe('800 or more')
    expect(formatRange(range(100000000, null, false), 'cents')).toBe('over $1,000,000')
  })
})

describe('recomputedDecimals', () => {
  it.each([
    [355.49863, 0, 3],
    [6.972998, 3, 5],
    [74.5049999, 2, 4],
    [72.65, 2, 4],
  ])('shows %d beside a figure of %d decimals with %d', (value, decimals, places) =>
    expect(recomputedDecimals(value, decimals)).toBe(places),
  )
})
