import { describe, expect, it } from 'vitest'
import { drawMonthBars, type MonthValue } from './month-bars.ts'

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

  it('name few enough months for a phone', () => {
    const values = Array.from({ length: 60 }, (_, order) => ({ month: String(order), parts: null }))
    expect(draw(values).names.length).toBeLessThanOrEqual(4)
  })
})
