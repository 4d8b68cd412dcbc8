import { describe, expect, it } from 'vitest'
import { drawMonthBars, type MonthValue, sayMoneyTick, sayPercentTick } from './month-bars.ts'

const how = { sayTick: (value: number) => String(value), nameMonth: (month: string) => month }
const draw = (values: readonly MonthValue[]) => drawMonthBars(values, how)

describe('bars by month', () => {
  it('stand on nothing, to one scale, their parts on each other', () => {
    const { bars, base } = draw([
      {
        month: '2024-01',
        parts: [
          { ink: 1, value: 4 },
          { ink: 2, value: 6 },
        ],
      },
      { month: '2024-02', parts: [{ ink: 1, value: 5 }] },
    ])
    const [first, second] = bars
    const heights = first?.parts.map(({ height }) => height) ?? []
    expect((heights[0] ?? 0) + (heights[1] ?? 0)).toBeCloseTo(2 * (second?.parts[0]?.height ?? 0), 6)
    expect(first?.parts[0]?.y).toBeCloseTo(base - (heights[0] ?? 0), 6)
    expect(first?.parts[1]?.y).toBeCloseTo(base - (heights[0] ?? 0) - (heights[1] ?? 0), 6)
  })

  it('tell a month that is not reported from one of nothing', () => {
    const { bars } = draw([
      { month: '2024-01', parts: null },
      { month: '2024-02', parts: [{ ink: 1, value: 0 }] },
      { month: '2024-03', parts: [{ ink: 1, value: 1 }] },
    ])
    expect(bars.map(({ isAbsent, parts }) => [isAbsent, parts.length])).toEqual([
      [true, 1],
      [false, 0],
      [false, 1],
    ])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 12, 13, 60])('name few enough of %i months for a phone', count => {
    const values = Array.from({ length: count }, (_, order) => ({ month: String(order), parts: null }))
    const [plot, width] = [220, 56]
    const spans = draw(values).names.map(({ x, anchor }) => {
      if (anchor === 'start') return [0, width] as const
      if (anchor === 'end') return [plot - width, plot] as const
      return [(x / 100) * plot - width / 2, (x / 100) * plot + width / 2] as const
    })
    for (const [order, [from, to]] of spans.entries()) {
      expect(to).toBeLessThanOrEqual(plot)
      expect(from).toBeGreaterThan(spans[order - 1]?.[1] ?? -1)
    }
  })

  it('have ticks that say where they stand', () => {
    const said = (value: number, say: typeof sayPercentTick) =>
      drawMonthBars([{ month: '2024-01', parts: [{ ink: 1, value }] }], { ...how, sayTick: say }).ticks.map(
        ({ text }) => text,
      )
    expect(said(12.02, sayPercentTick)).toEqual(['0%', '2.5%', '5.0%', '7.5%', '10.0%', '12.5%'])
    expect(said(0.09, sayPercentTick)).toEqual(['0%', '0.025%', '0.050%', '0.075%', '0.100%'])
    expect(said(1_200_000, sayMoneyTick)).toEqual(['0', '$2.5k', '$5k', '$7.5k', '$10k', '$12.5k'])
    expect(said(120_000_000_000, sayMoneyTick)).toEqual([
      '0',
      '$250m',
      '$500m',
      '$750m',
      '$1,000m',
      '$1,250m',
    ])
  })
})
