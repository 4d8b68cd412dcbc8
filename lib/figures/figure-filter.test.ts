import { describe, expect, it } from 'vitest'
import { describeFilter, matchFigure, parameterOf, readFigureFilters, typedValue } from './index.ts'

const read = (address: string) => readFigureFilters(new URLSearchParams(address))
function one(address: string) {
  const { filters, problems } = read(address)
  const [filter] = filters
  if (!filter || problems.length > 0) throw new Error(JSON.stringify(problems))
  return filter
}
const said = (address: string) => {
  const { name, limits } = describeFilter(one(address))
  return `${name} ${limits}`
}

describe('figure filters of an address', () => {
  it.each([
    ['waltv__gte=70', 'WALTV at least 70%'],
    ['state.CA__gt=50', 'California over 50%'],
    ['original-ltv.above.80__between=10,20', 'Original LTV above 80 10 to 20%'],
    ['balance__lte=225m', 'Pool balance at most $225,000,000'],
    ['balance__lt=$225,000,000', 'Pool balance below $225,000,000'],
    ['balance__between=200,000,000,300,000,000', 'Pool balance $200,000,000 to $300,000,000'],
    ['balance__between=200m,300m', 'Pool balance $200,000,000 to $300,000,000'],
    ['wam__eq=358', 'WAM rounds to 358'],
    ['state.TX__eq=4', 'Texas rounds to 4%'],
    ['loans__eq=500', 'Loans is 500'],
    ['balance__eq=113,346,210.62', 'Pool balance is 113,346,210.62'],
    ['balance__eq=113m', 'Pool balance rounds to 113m'],
    ['has=credit-score', 'WA credit score is reported'],
  ])('%s asks for %s', (address, words) => expect(said(address)).toBe(words))

  it.each([
    ['waltv__gte=', 'waltv__gte'],
    ['waltv__about=70', 'waltv__about'],
    ['walt__gte=70', 'walt__gte'],
    ['waltv__between=70', 'waltv__between'],
    ['waltv__between=80,70', 'waltv__between'],
    ['state.XX__gt=5', 'state.XX__gt'],
    ['has=nothing', 'has'],
    ['state.CA__gt=150', 'state.CA__gt'],
    ['original-ltv.above.80__between=10,120', 'original-ltv.above.80__between'],
    ['purpose.purchase__lt=-1', 'purpose.purchase__lt'],
    ['balance__gt=600,000.005', 'balance__gt'],
    ['balance__gt=99999999999999999999', 'balance__gt'],
    ['waltv_gte=70', 'waltv_gte'],
    ['waltv=70', 'waltv'],
    ['state.CA>=50', 'state.CA>'],
    ['original-ltv.above.80.lt=20', 'original-ltv.above.80.lt'],
  ])('%s is told to be wrong, by its parameter', (address, parameter) =>
    expect(read(address)).toMatchObject({ filters: [], problems: [{ parameter }] }),
  )

  it('leave other parameters alone, and can be written again', () => {
    expect(read('q=trust&sort=-wac&shelf=harbor&year=2002&dimension=state')).toEqual({
      filters: [],
      problems: [],
    })
    for (const address of ['state.CA__gt=50', 'has=dti', 'balance__between=1m,2m']) {
      const filter = one(address)
      expect(`${parameterOf(filter)}=${typedValue(filter)}`).toBe(address)
    }
  })

  it('are no more than a person makes', () => {
    const many = Array.from({ length: 20 }, (_, at) => `waltv__gte=${at}`).join('&')
    expect(read(many)).toMatchObject({ problems: [{ problem: expect.stringContaining('12') }] })
  })
})

describe('how a deal matches', () => {
  it.each([
    ['waltv__gt=70', { low: 71, high: 71 }, 'certain'],
    ['waltv__gt=70', { low: 70, high: 70 }, 'no'],
    ['waltv__gte=70', { low: 70, high: 70 }, 'certain'],
    ['waltv__gt=70', { low: 60, high: 71 }, 'possible'],
    ['waltv__gt=70', { low: 60, high: 70 }, 'no'],
    ['waltv__lt=70', { low: 60, high: 70 }, 'possible'],
    ['waltv__lte=70', { low: 60, high: 70 }, 'certain'],
    ['waltv__between=10,20', { low: 9, high: 21 }, 'possible'],
    ['waltv__between=10,20', { low: 10, high: 20 }, 'certain'],
    ['waltv__eq=50.35', { low: 50.3509, high: 50.3509 }, 'certain'],
    ['waltv__eq=50.36', { low: 50.3509, high: 50.3509 }, 'no'],
    ['waltv__gt=70', null, 'unknown'],
    ['has=waltv', null, 'no'],
    ['has=waltv', { low: 1, high: 99 }, 'certain'],
  ] as const)('%s with %j is %s', (address, value, match) =>
    expect(matchFigure(one(address), value)).toBe(match),
  )

  it('takes money that is typed in millions as rounded to them', () => {
    expect(matchFigure(one('balance__eq=225m'), { low: 22_511_221_421, high: 22_511_221_421 })).toBe(
      'certain',
    )
    expect(matchFigure(one('balance__eq=225.0m'), { low: 22_511_221_421, high: 22_511_221_421 })).toBe('no')
  })
})
