import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PeriodKind, periodKinds, periodOf, periodsBetween, type TrendDeal, trendOf } from './index.ts'

const year = { by: 'year', weighing: 'balance', withFailing: false } as const

function deal(
  slug: string,
  date: string | null,
  value: number | [number, number] | null,
  more: Partial<TrendDeal> = {},
): TrendDeal {
  const [low, high] = Array.isArray(value) ? value : [value ?? 0, value ?? 0]
  return {
    slug,
    name: slug,
    shelf: null,
    dated: date === null ? null : { date, kind: 'cut-off' },
    balanceCents: { low: 100, high: 100 },
    value:
      value === null
        ? null
        : low === high
          ? { low, high, value: low, kind: 'stated' }
          : { low, high, value: null, kind: 'bounded' },
    checksFailed: 0,
    ...more,
  }
}

describe('periods', () => {
  it.each([
    ['2004-06-30', 'month', '2004-06', '2004-06-01', '2004-07-01'],
    ['2004-12-01', 'month', '2004-12', '2004-12-01', '2005-01-01'],
    ['2004-06-30', 'quarter', '2004-Q2', '2004-04-01', '2004-07-01'],
    ['2004-10-01', 'quarter', '2004-Q4', '2004-10-01', '2005-01-01'],
    ['2004-06-30', 'year', '2004', '2004-01-01', '2005-01-01'],
  ] as const)('%s lies in the %s %s', (date, kind, key, from, until) =>
    expect(periodOf(date, kind)).toMatchObject({ key, from, until }),
  )

  it('follow each other without a gap and hold every date between', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<PeriodKind>(...periodKinds),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        (kind, one, other) => {
          const [first = '', last = ''] = [one, other].map(date => date.toISOString().slice(0, 10)).sort()
          const periods = periodsBetween(first, last, kind)
          expect(periods[0]?.key).toBe(periodOf(first, kind).key)
          expect(periods.at(-1)?.key).toBe(periodOf(last, kind).key)
          for (const [at, period] of periods.entries())
            expect(period.until).toBe(periods[at + 1]?.from ?? period.until)
        },
      ),
    ))
})

describe('trendOf', () => {
  it('keeps what rounding leaves open of the figures that make its line', () => {
    const { whole } = trendOf([deal('a', '2001-03-01', [62.05, 62.15]), deal('b', '2001-06-01', 50)], year)
    expect(whole).toMatchObject({ exact: 1, bounded: 1 })
    expect(whole.line?.low).toBeCloseTo(56.025, 6)
    expect(whole.line?.high).toBeCloseTo(56.075, 6)
  })

  it('weighs the deals of a period by their balances, and keeps empty periods', () => {
    const { periods } = trendOf(
      [
        deal('a', '2001-03-01', 70),
        deal('b', '2001-09-01', 80, { balanceCents: { low: 300, high: 300 } }),
        deal('c', '2003-01-01', [60, 90]),
      ],
      year,
    )
    expect(periods.map(({ period, line }) => [period.key, line])).toEqual([
      ['2001', { low: 77.5, high: 77.5 }],
      ['2002', null],
      ['2003', { low: expect.closeTo(60, 8), high: expect.closeTo(90, 8) }],
    ])
  })

  it('counts deals that do not report, and lets no deal vanish', () => {
    const { periods, notReported, points, excluded } = trendOf(
      [
        deal('a', '2001-03-01', 70),
        deal('b', '2001-04-01', null),
        deal('c', null, 70),
        deal('d', null, null),
      ],
      year,
    )
    expect(periods[0]).toMatchObject({ exact: 1, bounded: 0, notReported: 1 })
    expect(points.map(({ slug }) => slug)).toEqual(['a'])
    expect(notReported.map(({ slug }) => slug)).toEqual(['b', 'd'])
    expect(excluded.map(({ deal, reason }) => [deal.slug, reason])).toEqual([['c', 'no-date']])
  })

  it('leaves failing tables out of the line unless asked to take them in, and keeps their points', () => {
    const deals = [deal('a', '2001-03-01', 70), deal('b', '2001-04-01', [89, 91], { checksFailed: 1 })]
    const without = trendOf(deals, year)
    expect(without.periods[0]).toMatchObject({
      line: { low: 70, high: 70 },
      failing: 1,
      exact: 1,
      bounded: 0,
    })
    expect(without.excluded).toMatchObject([{ deal: { slug: 'b' }, reason: 'checks-fail' }])
    expect(without.points).toHaveLength(2)
    const within = trendOf(deals, { ...year, withFailing: true })
    expect(within.periods[0]?.line).toEqual({ low: expect.closeTo(79.5, 8), high: expect.closeTo(80.5, 8) })
    expect(within.excluded).toEqual([])
  })

  it('says which deals cannot be weighed', () => {
    const deals = [deal('a', '2001-03-01', 70, { balanceCents: null })]
    expect(trendOf(deals, year)).toMatchObject({
      periods: [{ line: null }],
      excluded: [{ reason: 'no-balance' }],
    })
    expect(trendOf(deals, { ...year, weighing: 'deals' }).periods[0]?.line).toEqual({ low: 70, high: 70 })
  })

  it('is empty of no deals', () =>
    expect(trendOf([], year)).toMatchObject({ periods: [], points: [], whole: { line: null } }))
})
