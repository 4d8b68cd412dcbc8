import { expect, it } from 'vitest'
import { readFigureKey } from '../figures/index.ts'
import { type TrendDeal, trendOf } from '../trends/index.ts'
import { trendSvg } from './trend-svg.ts'

const figure = readFigureKey('waltv')
const wish = { by: 'year', weighing: 'balance', withFailing: true } as const

function deal(slug: string, low: number, high: number, checksFailed = 0): TrendDeal {
  const value = { low, high, value: low === high ? low : null, kind: 'stated' } as const
  const dated = { date: `2004-0${slug.length}-01`, kind: 'cut-off' } as const
  return { slug, name: slug, shelf: null, dated, balanceCents: { low: 100, high: 100 }, value, checksFailed }
}

const draw = (deals: TrendDeal[]) => {
  if ('problem' in figure) throw new Error(figure.problem)
  const trend = trendOf(deals, wish)
  return trendSvg({ figure, trend, by: 'year', of: 'All', address: '', theme: 'light' })
}
const dots = (svg: string) => [...svg.matchAll(/<circle[^>]* cy="([\d.]+)"[^>]*>/g)].map(([, y]) => Number(y))

it('marks a figure that contradicts itself where the filing has it, not halfway between', () => {
  const ends = dots(draw([deal('a', 60, 60), deal('bb', 90, 90)]))
  const failing = dots(draw([deal('a', 60, 90, 1)]))
  expect([ends.length, failing.length]).toEqual([2, 2])
  const [high = 0, low = 0] = failing.toSorted((one, other) => one - other)
  expect(low - high).toBeGreaterThan(20)
  // What is only bounded has no dot at all.
  expect(dots(draw([deal('a', 60, 90)]))).toEqual([])
})
